import * as z from "zod/mini";
import type { Accion } from "../acciones.ts";
import { LIMITES } from "../limites.ts";
import { instante, renglon, texto, vista } from "./comunes.ts";

/** The actions that ask for a text, each with the field that a template fills. */
export const CAMPO_DE_PLANTILLA = {
  comentar: "texto",
  resolver: "solucion",
  devolver: "motivo",
  rechazar: "texto",
  reabrir: "comentario",
  moderar: "motivo",
} as const satisfies Partial<Record<Accion, string>>;
export type AccionConPlantilla = keyof typeof CAMPO_DE_PLANTILLA;
export const ACCIONES_CON_PLANTILLA = Object.keys(CAMPO_DE_PLANTILLA) as [
  AccionConPlantilla,
  ...AccionConPlantilla[],
];

/** A text kept to answer with. `{numero}`, `{direccion}` and `{categoria}` are filled in when it is used. */
export const plantillaNueva = z.object({
  titulo: renglon(2, 80),
  texto: texto(LIMITES.motivoMin, LIMITES.textoMax),
  /** Where it is offered; null: in every form. */
  accion: z.nullable(z.enum(ACCIONES_CON_PLANTILLA, "No es una acción con texto.")),
  version: vista,
});
export const plantilla = z.object({
  id: z.int(),
  titulo: z.string(),
  texto: z.string(),
  accion: z.nullable(z.enum(ACCIONES_CON_PLANTILLA)),
  version: z.int(),
  actualizado_en: instante,
});
export type Plantilla = z.infer<typeof plantilla>;
