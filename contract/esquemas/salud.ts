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

/** How the system is, for who runs it. Of each list the oldest, `SALUD_MAX` at most. */
export const saludDetalle = z.object({
  sin_despachar: z.array(eventoTrabado),
  aparcados: z.array(eventoTrabado),
  entregas: z.array(entregasPerdidas),
  correos: z.array(correoPerdido),
  /** Age in seconds of the oldest mail that waits; null when none does. */
  correo_mas_viejo_s: z.nullable(z.int()),
  corridas: z.array(corrida),
});
export type SaludDetalle = z.infer<typeof saludDetalle>;

/** How many of each list the screen shows. */
export const SALUD_MAX = 50;

export const reintentados = z.object({ eventos: z.int() });
