import * as z from "zod/mini";
import { TIPOS_EVENTO } from "../eventos.ts";
import { instante } from "./comunes.ts";

/** An evento that not everybody has heard of yet, or that was given up. */
export const eventoTrabado = z.object({
  evento_id: z.int(),
  tipo: z.enum(TIPOS_EVENTO),
  reclamo_id: z.nullable(z.int()),
  en: instante,
  intentos: z.int(),
  /** Not tried again before; null when it is due. */
  proximo_en: z.nullable(instante),
  aparcado_en: z.nullable(instante),
  error: z.nullable(z.string()),
});
export type EventoTrabado = z.infer<typeof eventoTrabado>;

/** Deliveries of one evento that the queue gave up on. */
export const entregasPerdidas = z.object({
  evento_id: z.int(),
  tipo: z.enum(TIPOS_EVENTO),
  reclamo_id: z.nullable(z.int()),
  cuantas: z.int(),
  error: z.nullable(z.string()),
  en: instante,
});
export type EntregasPerdidas = z.infer<typeof entregasPerdidas>;

export const correoPerdido = z.object({
  id: z.int(),
  reclamo_id: z.nullable(z.int()),
  plantilla: z.string(),
  intentos: z.int(),
  error: z.nullable(z.string()),
  en: instante,
});
export type CorreoPerdido = z.infer<typeof correoPerdido>;

/** The last run of a scheduled job. */
export const corrida = z.object({
  tarea: z.string(),
  en: instante,
  ms: z.int(),
  /** Why it failed, or null. */
  fallo: z.nullable(z.string()),
  resultado: z.record(z.string(), z.unknown()),
});
export type Corrida = z.infer<typeof corrida>;

/** What did not get through, from the oldest, a page at a time. */
export const LISTAS_DE_SALUD = ["sin_despachar", "aparcados", "entregas", "correos"] as const;
export type ListaDeSalud = (typeof LISTAS_DE_SALUD)[number];
export const listaDeSalud = z.object({ lista: z.enum(LISTAS_DE_SALUD) });

const cursor = z.nullable(z.string());
/** How the system is, for who runs it. Of each list its first page, and where the next begins. */
export const saludDetalle = z.object({
  sin_despachar: z.array(eventoTrabado),
  aparcados: z.array(eventoTrabado),
  entregas: z.array(entregasPerdidas),
  correos: z.array(correoPerdido),
  cursores: z.object({
    sin_despachar: cursor,
    aparcados: cursor,
    entregas: cursor,
    correos: cursor,
  }),
  /** Age in seconds of the oldest mail that waits; null when none does. */
  correo_mas_viejo_s: z.nullable(z.int()),
  corridas: z.array(corrida),
});
export type SaludDetalle = z.infer<typeof saludDetalle>;

/** The next page of one of them. */
export const saludHoja = z.object({
  items: z.array(z.union([eventoTrabado, entregasPerdidas, correoPerdido])),
  cursor,
});

/** How many of a list come at a time. */
export const SALUD_MAX = 50;

const REINTENTAR_MAX = 500;
/** Which lists are tried again at a word. What only waits is tried again by itself. */
export const listaAReintentar = z.object({ lista: z.enum(["aparcados", "entregas", "correos"]) });
export type ListaAReintentar = z.infer<typeof listaAReintentar>["lista"];
/** Those that the screen lists; absent: the oldest, `SALUD_MAX` of them. */
export const aReintentar = z.object({
  ids: z.optional(
    z.array(z.int()).check(z.maxLength(REINTENTAR_MAX, `Hasta ${REINTENTAR_MAX} a la vez.`)),
  ),
});
/** How many wait to be tried again. */
export const reintentados = z.object({ eventos: z.int(), correos: z.int() });
