import { LIMITES } from "../../../contract/limites.ts";
import type { Borrador } from "../../state/borrador.ts";

/** The screens of a report, in order; each is an address, so that the browser's Back works. */
export const PASOS = ["foto", "lugar", "que", "parecidos", "contar", "revisar", "listo"] as const;
export type Paso = (typeof PASOS)[number];

/** Those that look like it are asked about only when there are any: they count as part of what it is. */
const NUMERO: Record<Paso, number> = {
  foto: 1,
  lugar: 2,
  que: 3,
  parecidos: 3,
  contar: 4,
  revisar: 5,
  listo: 5,
};
export const numeroDe = (p: Paso): number => NUMERO[p];
export const CUANTOS = NUMERO.listo;

export const rutaDe = (p: Paso): string => (p === "foto" ? "/reportar" : `/reportar?paso=${p}`);
export const pasoDe = (q: string | undefined): Paso => PASOS.find((p) => p === q) ?? "foto";

const ANTES: Record<Paso, Paso | null> = {
  foto: null,
  lugar: "foto",
  que: "lugar",
  parecidos: "que",
  contar: "que",
  revisar: "contar",
  listo: null,
};
export const anteriorDe = (p: Paso): Paso | null => ANTES[p];

const largo = (s: string): number => [...s.trim()].length;

/** The first step that still lacks something; revisar when nothing does. */
export function faltaEn(b: Borrador): Paso {
  if (largo(b.direccion) < LIMITES.direccionMin) return "lugar";
  if (b.categoria_id === null) return "que";
  if (largo(b.descripcion) < LIMITES.descripcionMin) return "contar";
  return "revisar";
}

/** Whether the draft is ready to be shown that step. */
export const alcanza = (b: Borrador, p: Paso): boolean =>
  p === "listo" || PASOS.indexOf(p) <= PASOS.indexOf(faltaEn(b));
