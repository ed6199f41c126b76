import { difference, intersection } from "polyclip-ts";
import type { Poligono, Zona } from "../../contract/esquemas/catalogos.ts";
import { cajaDe, metrosCuadrados, seTocan } from "../../contract/geometria.ts";

/** Loaded only where zonas are edited: the clipping library is larger than the page. */

export type Parte = Pick<Zona, "id" | "nombre" | "poligono">;
export type Problema = {
  tipo: "solape" | "hueco" | "afuera";
  /** The zonas it is about: two, none or one. */
  zonas: string[];
  poligono: Poligono;
  m2: number;
};

/** Less is the width of a line, not a place. */
const NADA_M2 = 100;

type Geometria = Parameters<typeof intersection>[0];
const comoGeometria = (p: Poligono): Geometria => p.coordinates as Geometria;

/** A result of the library, as one shape; null when there is no more of it than a line's width. */
function forma(partes: ReturnType<typeof intersection>): { poligono: Poligono; m2: number } | null {
  const grandes = partes.filter(
    (p) => metrosCuadrados({ type: "Polygon", coordinates: p }) >= NADA_M2,
  );
  if (grandes.length === 0) return null;
  const poligono: Poligono = { type: "MultiPolygon", coordinates: grandes };
  return { poligono, m2: metrosCuadrados(poligono) };
}

/** Where zonas lie on each other, what of the municipality no zona has, and what lies out of it. The largest first. */
export function analizar(zonas: readonly Parte[], limite: Poligono | null): Problema[] {
  const problemas: Problema[] = [];
  const cajas = zonas.map((z) => cajaDe(z.poligono));
  for (const [i, a] of zonas.entries())
    for (const [j, b] of zonas.entries()) {
      const [ca, cb] = [cajas[i], cajas[j]];
      if (j <= i || !ca || !cb || !seTocan(ca, cb)) continue;
      const comun = forma(intersection(comoGeometria(a.poligono), comoGeometria(b.poligono)));
      if (comun) problemas.push({ tipo: "solape", zonas: [a.nombre, b.nombre], ...comun });
    }
  if (limite) {
    const ciudad = comoGeometria(limite);
    const resto = difference(ciudad, ...zonas.map((z) => comoGeometria(z.poligono)));
    for (const parte of resto) {
      const hueco = forma([parte]);
      if (hueco) problemas.push({ tipo: "hueco", zonas: [], ...hueco });
    }
    for (const z of zonas) {
      const sobra = forma(difference(comoGeometria(z.poligono), ciudad));
      if (sobra) problemas.push({ tipo: "afuera", zonas: [z.nombre], ...sobra });
    }
  }
  return problemas.sort((a, b) => b.m2 - a.m2);
}
