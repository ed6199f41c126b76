import { LIMITES } from "../../contract/limites.ts";
import { tl } from "../i18n/planilla.ts";

/** "Bacheo en Rivadavia 1240": a title out of the category and the first part of the address. */
export function tituloSugerido(categoria: string | undefined, direccion: string): string {
  const calle = direccion.split(",")[0]?.trim() ?? "";
  const titulo = categoria && calle ? tl.sugerido(categoria, calle) : (categoria ?? "");
  return [...titulo].slice(0, LIMITES.tituloMax).join("").trim();
}
