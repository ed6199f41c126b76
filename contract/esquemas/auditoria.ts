import * as z from "zod/mini";
import { ACCIONES_AUDITADAS, OBJETOS_AUDITADOS } from "../auditoria.ts";
import { LIMITES } from "../limites.ts";
import { fechaHora, idEnTexto, instante, pagina } from "./comunes.ts";

/** Numbers, closed words and ids; anything else is in `textos`. */
const valor = z.union([z.number(), z.boolean(), z.string(), z.null(), z.array(z.number())]);

/** One act on record. */
export const anotacion = z.object({
  id: z.int(),
  en: instante,
  accion: z.enum(ACCIONES_AUDITADAS),
  /** Null: the clock, or nobody signed in. Its name is null once the person is no longer known. */
  quien: z.nullable(z.object({ id: z.int(), nombre: z.nullable(z.string()) })),
  objeto: z.nullable(z.enum(OBJETOS_AUDITADOS)),
  objeto_id: z.nullable(z.int()),
  /** What it is called now. */
  objeto_nombre: z.nullable(z.string()),
  /** Each column's value before and after. */
  cambios: z.record(z.string(), z.tuple([valor, valor])),
  /** The same of free text; null when there was none, or it was erased. */
  textos: z.nullable(
    z.record(z.string(), z.tuple([z.nullable(z.string()), z.nullable(z.string())])),
  ),
  /** The network it came from: IPv4 /24, IPv6 /48. */
  direccion: z.nullable(z.string()),
});
export type Anotacion = z.infer<typeof anotacion>;

export const filtroAuditoria = z.object({
  ...pagina,
  accion: z.optional(z.enum(ACCIONES_AUDITADAS, "No es una acción que se registre.")),
  /** Who acted, by account. */
  usuario_id: z.optional(idEnTexto),
  objeto: z.optional(z.enum(OBJETOS_AUDITADOS, "No es algo de lo que se lleve registro.")),
  objeto_id: z.optional(idEnTexto),
  /** Part of the name or address of who acted, or of whom it was done to. */
  q: z.optional(
    z.string().check(z.trim(), z.maxLength(LIMITES.busquedaMax, "Es demasiado largo.")),
  ),
  desde: z.optional(fechaHora),
  hasta: z.optional(fechaHora),
});
export type FiltroAuditoria = z.infer<typeof filtroAuditoria>;
