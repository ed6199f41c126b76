import type { Aviso } from "../../contract/tramas.ts";
import { tv } from "../i18n/avisos.ts";

/** An aviso in one line, as the toast says it. */
export function textoDeAviso(a: Aviso): string {
  if (a.type === "anuncio") return a.data.titulo;
  if (a.type === "nuevo_reclamo") return tv.avisos.nuevo(a.data.numero, a.data.titulo);
  if (a.type === "comentario") return tv.avisos.comentario(a.data.numero);
  return tv.avisos.actualizado(a.data.numero);
}
