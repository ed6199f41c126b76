import type { Poligono } from "./esquemas/catalogos.ts";

/** Longitude first, as in GeoJSON. */
export type Posicion = readonly [lng: number, lat: number];
type Anillo = readonly Posicion[];

/** Corners of a whole polygon, its closing ones included. */
export const VERTICES_MAX = 2000;
const ANILLO_MIN = 4;

/** Why a polygon is not one. https://www.rfc-editor.org/rfc/rfc7946#section-3.1.6 */
export type FallaPoligono = "abierto" | "pocos_puntos" | "demasiados_puntos" | "se_cruza";

export const anillosDe = (p: Poligono): Anillo[] =>
  (p.type === "Polygon" ? [p.coordinates] : p.coordinates).flat();

const igual = (a: Posicion | undefined, b: Posicion | undefined): boolean =>
  a?.[0] === b?.[0] && a?.[1] === b?.[1];

/** On which side of the line a–b the point stands: its sign. */
const lado = (a: Posicion, b: Posicion, p: Posicion): number =>
  Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]));

/** Whether two segments cross in their insides; touching ends are no crossing. */
const seCruzan = (a: Posicion, b: Posicion, c: Posicion, d: Posicion): boolean =>
  lado(a, b, c) * lado(a, b, d) < 0 && lado(c, d, a) * lado(c, d, b) < 0;

function anilloSeCruza(anillo: Anillo): boolean {
  for (let i = 1; i < anillo.length; i++)
    for (let j = i + 2; j < anillo.length; j++) {
      const [a, b, c, d] = [anillo[i - 1], anillo[i], anillo[j - 1], anillo[j]];
      if (a && b && c && d && seCruzan(a, b, c, d)) return true;
    }
  return false;
}

/** What is wrong with it, or null. The same on both sides. */
export function fallaDe(poligono: Poligono): FallaPoligono | null {
  const anillos = anillosDe(poligono);
  if (anillos.reduce((suma, a) => suma + a.length, 0) > VERTICES_MAX) return "demasiados_puntos";
  for (const anillo of anillos) {
    if (!igual(anillo[0], anillo.at(-1))) return "abierto";
    const distintos = new Set(anillo.map((p) => p.join()));
    if (anillo.length < ANILLO_MIN || distintos.size < ANILLO_MIN - 1) return "pocos_puntos";
    if (anilloSeCruza(anillo)) return "se_cruza";
  }
  return null;
}

/** West, south, east, north in degrees. */
export type CajaPoligono = readonly [w: number, s: number, e: number, n: number];

export function cajaDe(poligono: Poligono): CajaPoligono {
  const caja: [number, number, number, number] = [180, 90, -180, -90];
  for (const [lng, lat] of anillosDe(poligono).flat()) {
    caja[0] = Math.min(caja[0], lng);
    caja[1] = Math.min(caja[1], lat);
    caja[2] = Math.max(caja[2], lng);
    caja[3] = Math.max(caja[3], lat);
  }
  return caja;
}

export const seTocan = (a: CajaPoligono, b: CajaPoligono): boolean =>
  a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

const METROS_POR_GRADO = 111_195;
/** Square metres of a shape of a town's size, flat. Holes are taken away. */
export function metrosCuadrados(poligono: Poligono): number {
  const partes = poligono.type === "Polygon" ? [poligono.coordinates] : poligono.coordinates;
  const deAnillo = (anillo: Anillo): number => {
    const escala = Math.cos(((anillo[0]?.[1] ?? 0) * Math.PI) / 180) * METROS_POR_GRADO ** 2;
    let suma = 0;
    for (let i = 1; i < anillo.length; i++) {
      const [a, b] = [anillo[i - 1], anillo[i]];
      if (a && b) suma += (b[0] - a[0]) * (a[1] + b[1] - 2 * (anillo[0]?.[1] ?? 0));
    }
    return Math.abs(suma / 2) * escala;
  };
  return partes.reduce(
    (total, [fuera, ...huecos]) =>
      total + (fuera ? deAnillo(fuera) : 0) - huecos.reduce((s, h) => s + deAnillo(h), 0),
    0,
  );
}
