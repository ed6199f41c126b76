import type * as z from "zod/mini";
import type { Poligono, zonaNueva } from "../../../contract/esquemas/catalogos.ts";
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
