import * as z from "zod/mini";
import { TIPOS_PREFERENCIA } from "../eventos.ts";
import { LIMITES } from "../limites.ts";
import {
  CANALES_AVISO,
  ESTADOS_ANUNCIO,
  ESTADOS_CORREO,
  ROLES,
  TIPOS_SUPRESION,
} from "../vocabulario.ts";
import { fechaHora, idEnTexto, idEntero, instante, pagina, renglon, texto } from "./comunes.ts";

/** A frame as the inbox keeps it; see tramas.ts for what `data` holds. */
export const aviso = z.object({
  type: z.enum(["reclamo_actualizado", "nuevo_reclamo", "comentario", "anuncio"]),
  seq: z.int(),
  at: instante,
  leido: z.boolean(),
  data: z.record(z.string(), z.unknown()),
});
export const avisos = z.object({
  items: z.array(aviso),
  seq: z.int(),
  sin_leer: z.int(),
  hueco: z.boolean(),
});
const seq = z.optional(
  z.pipe(z.string().check(z.regex(/^\d{1,12}$/, "Tiene que ser un número.")), z.transform(Number)),
);
/** What came after `desde`; or the newest, of those before `antes`. */
export const avisosConsulta = z.object({
  desde: seq,
  antes: seq,
  limite: pagina.limite,
});
export const avisosLeidos = z.object({ hasta: z.int().check(z.gte(0)) });

/** One switch: this kind of evento, by this channel, on or off. */
export const preferencia = z.object({
  tipo: z.enum(TIPOS_PREFERENCIA, "No es un tipo de aviso."),
  canal: z.enum(CANALES_AVISO, "No es un canal."),
  activa: z.boolean("Decí si querés recibirlo."),
});
export const preferencias = z.object({ items: z.array(preferencia).check(z.maxLength(100)) });

/** The person's own mailbox: whether what we send reaches it. */
export const casilla = z.object({
  email: z.string(),
  /** It sent one back for good, or its owner marked one as unwanted: nothing more is sent there. */
  problema: z.nullable(z.object({ tipo: z.enum(TIPOS_SUPRESION), en: instante })),
});
export type Casilla = z.infer<typeof casilla>;

export const anuncioNuevo = z.object({
  titulo: renglon(LIMITES.tituloMin, LIMITES.tituloMax),
  texto: texto(LIMITES.descripcionMin, LIMITES.textoMax),
  rol: z.optional(z.enum(ROLES)),
  zona_id: z.optional(idEntero),
  /** On the public front page too; absent: when it is to everybody. */
  publico: z.optional(z.boolean()),
  /** Absent, or in the past: now. */
  publicar_en: z.optional(z.nullable(fechaHora)),
  /** Absent: a week after it was published. */
  vence_en: z.optional(z.nullable(fechaHora)),
});
/** Of one that has not gone out: all that it says, as `anuncioNuevo`, over the version that the person saw. */
export const anuncioCambio = z.extend(anuncioNuevo, { version: z.int() });
/** Of one that is out only its end changes: what arrived in inboxes and mailboxes cannot be taken back. */
export const anuncioVence = z.object({
  vence_en: z.pipe(z.string("Elegí hasta cuándo."), fechaHora),
  version: z.int(),
});
export const anuncio = z.object({
  id: z.int(),
  titulo: z.string(),
  texto: z.string(),
  rol: z.nullable(z.enum(ROLES)),
  zona_id: z.nullable(z.int()),
  publico: z.boolean(),
  publicar_en: instante,
  vence_en: instante,
  estado: z.enum(ESTADOS_ANUNCIO),
  evento_id: z.nullable(z.int()),
  /** Accounts that it is for; null until it was published. */
  destinatarios: z.nullable(z.int()),
  /** Of those, how many have it, read it, could not be reached. */
  entregados: z.int(),
  leidos: z.int(),
  fallidos: z.int(),
  creado_en: instante,
  terminado_en: z.nullable(instante),
  version: z.int(),
});
export type Anuncio = z.infer<typeof anuncio>;
export const anuncios = z.object({ items: z.array(anuncio) });

export const correo = z.object({
  id: z.int(),
  evento_id: z.nullable(z.int()),
  reclamo_id: z.nullable(z.int()),
  plantilla: z.string(),
  para: z.string(),
  asunto: z.string(),
  estado: z.enum(ESTADOS_CORREO),
  intentos: z.int(),
  error: z.nullable(z.string()),
  creado_en: instante,
  enviado_en: z.nullable(instante),
});
export type Correo = z.infer<typeof correo>;
/** One thing that became of a message. */
export const pasoCorreo = z.object({
  estado: z.enum(ESTADOS_CORREO),
  en: z.int(),
  error: z.nullable(z.string()),
});
/** As it is kept: `en` in epoch seconds. */
export type PasoCorreo = z.infer<typeof pasoCorreo>;
export const correoDetalle = z.extend(correo, {
  html: z.string(),
  texto: z.string(),
  /** From when it was written, oldest first. */
  historia: z.array(
    z.object({ estado: z.enum(ESTADOS_CORREO), en: instante, error: z.nullable(z.string()) }),
  ),
});
export type CorreoDetalle = z.infer<typeof correoDetalle>;
export const filtroCorreos = z.object({
  ...pagina,
  estado: z.optional(z.enum(ESTADOS_CORREO, "No es un estado de correo.")),
  reclamo_id: z.optional(idEnTexto),
  /** Part of the address that it goes to. */
  q: z.optional(
    z.string().check(z.trim(), z.maxLength(LIMITES.busquedaMax, "Es demasiado largo.")),
  ),
});
