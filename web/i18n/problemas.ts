import type { Problema } from "../../contract/errores.ts";
import { problemas } from "./es/problemas.ts";
import { traducir } from "./idioma.ts";

const tp = traducir("problemas", problemas);
const NUMERO = /\d+/;

/** A validation message in the reader's language; as it came, when nobody wrote it in that language. */
export const mensajeEnIdioma = (m: string): string =>
  tp.mensajes[m] ??
  tp.conNumero[m.replace(NUMERO, "#")]?.replace("#", NUMERO.exec(m)?.[0] ?? "") ??
  m;

/** What the server said, in the reader's language: the sentence itself or, when nobody wrote it, one by its `codigo`; each field by its message. */
export const problemaEnIdioma = (p: Problema): Problema => ({
  ...p,
  detail: tp.mensajes[p.detail] ?? tp.detalles[p.codigo] ?? p.detail,
  ...(p.errores && {
    errores: p.errores.map((e) => ({ ...e, mensaje: mensajeEnIdioma(e.mensaje) })),
  }),
});
