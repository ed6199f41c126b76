import { LIMITES } from "../../contract/limites.ts";
import { tr } from "../i18n/reportar.ts";

/** "Bacheo en Rivadavia 1240": a title out of the category and the first part of the address. */
export function tituloSugerido(categoria: string | undefined, direccion: string): string {
  const calle = direccion.split(",")[0]?.trim() ?? "";
  const titulo = categoria && calle ? tr.sugerido(categoria, calle) : (categoria ?? "");
  return [...titulo].slice(0, LIMITES.tituloMax).join("").trim();
}

const CORREO = /[^\s@]+@[^\s@]+\.[a-z]{2,}/i;
const TELEFONO_O_DNI = /(?:\d[\s.-]?){7,}/;

/** The text seems to hold a telephone, an e-mail or a document number, which everybody would read. */
export const pareceDatoPersonal = (texto: string): boolean =>
  CORREO.test(texto) || TELEFONO_O_DNI.test(texto);
