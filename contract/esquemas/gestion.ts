import * as z from "zod/mini";
import { problema } from "../errores.ts";
import { reclamoFila } from "./reclamos.ts";

/** The lists that staff look at every day. Each is a filter of the list of reclamos, and its count is of that same filter. */
export const VISTAS = {
  abiertos: { abiertos: "1" },
  vencidos: { vencidos: "1" },
  sin_asignar: { sin_asignar: "1" },
  reabiertos: { reabiertos: "1" },
  sin_ubicar: { sin_ubicar: "1" },
} as const;
export type Vista = keyof typeof VISTAS;

/** How many each list holds, never above `conteoMax`. */
export const conteos = z.object({
  abiertos: z.int(),
  vencidos: z.int(),
  sin_asignar: z.int(),
  reabiertos: z.int(),
  sin_ubicar: z.int(),
});
export type Conteos = z.infer<typeof conteos>;

const hecho = z.object({ id: z.int(), ok: z.literal(true), reclamo: reclamoFila });
const fallido = z.object({
  id: z.int(),
  ok: z.literal(false),
  problema: z.pick(problema, { codigo: true, title: true, detail: true, errores: true }),
});
/** What became of each, in the order they were asked for. */
export const resultadoLote = z.object({ items: z.array(z.union([hecho, fallido])) });
export type ResultadoLote = z.infer<typeof resultadoLote>;

/** A cuadrilla as the answer to "who should go?", with all that speaks for or against it. */
export const sugerencia = z.object({
  cuadrilla_id: z.int(),
  nombre: z.string(),
  /** Open reclamos it has, never above `conteoMax`. */
  abiertos: z.int(),
  capacidad: z.int(),
  /** It takes this categoría. */
  atiende: z.boolean(),
  categorias: z.array(z.string()),
  /** Where it works; null: the whole city. */
  zona: z.nullable(z.string()),
  en_zona: z.boolean(),
  /** Metres to its nearest open work or, without any, to its zona. Null when either place is unknown. */
  metros: z.nullable(z.int()),
  desde: z.nullable(z.enum(["trabajo", "zona"])),
  /** The one that the city would send. */
  sugerida: z.boolean(),
});
export type Sugerencia = z.infer<typeof sugerencia>;
