import type * as z from "zod/mini";
import type { Poligono, zonaNueva } from "../../../contract/esquemas/catalogos.ts";
import {
  cajaDe,
  type FallaPoligono,
  fallaDe,
  seTocan,
  VERTICES_MAX,
} from "../../../contract/geometria.ts";
import { falloDeCampo } from "../fallo.ts";

export type Pedido = z.infer<typeof zonaNueva>;

/** RFC 7946 §3.1.6: a ring ends where it began. @throws Fallo datos_invalidos */
export function exigirCerrado(poligono: Poligono, campo = "poligono"): void {
  const partes = poligono.type === "Polygon" ? [poligono.coordinates] : poligono.coordinates;
  const abierto = partes.flat().some((anillo) => {
    const [a, b] = [anillo[0], anillo.at(-1)];
    return a?.[0] !== b?.[0] || a?.[1] !== b?.[1];
  });
  if (abierto)
    throw falloDeCampo(campo, "El polígono no está cerrado: tiene que terminar donde empieza.");
}

const PALABRAS: Record<FallaPoligono, string> = {
  abierto: "El polígono no está cerrado: tiene que terminar donde empieza.",
  pocos_puntos: "El polígono tiene menos de tres esquinas.",
  demasiados_puntos: `El polígono tiene más de ${VERTICES_MAX} esquinas: simplificalo.`,
  se_cruza: "El borde del polígono se cruza consigo mismo.",
};

/**
 * The shape of a zona: closed rings that do not cross themselves, no more corners than it needs, and not somewhere else.
 * @param limite the municipality's boundary, when it has one
 * @throws Fallo datos_invalidos
 */
export function exigirForma(poligono: Poligono, limite: Poligono | null): void {
  const falla = fallaDe(poligono);
  if (falla) throw falloDeCampo("poligono", PALABRAS[falla]);
  if (limite && !seTocan(cajaDe(poligono), cajaDe(limite)))
    throw falloDeCampo("poligono", "Esa zona queda fuera del municipio.");
}
