import type { Poligono } from "../../contract/esquemas/catalogos.ts";
import type { Posicion } from "../../contract/geometria.ts";

/** A polygon while it is drawn: its rings without the corner that closes them. */
export type Forma = readonly (readonly (readonly Posicion[])[])[];
/** Which corner: of which part, ring, and place in it. */
export type Ruta = readonly [parte: number, anillo: number, i: number];

const PUNTOS_MIN = 3;
const FINO = 1e6;
export const fina = ([lng, lat]: Posicion): Posicion => [
  Math.round(lng * FINO) / FINO,
  Math.round(lat * FINO) / FINO,
];

export const formaDe = (p: Poligono): Forma =>
  (p.type === "Polygon" ? [p.coordinates] : p.coordinates).map((parte) =>
    parte.map((anillo) => anillo.slice(0, -1)),
  );

/** Null while a ring has fewer than three corners. */
export function poligonoDe(forma: Forma): Poligono | null {
  const cerrar = (a: readonly Posicion[]): [number, number][] =>
    [...a, ...a.slice(0, 1)].map(([x, y]) => [x, y]);
  const partes = forma.map((parte) => parte.map(cerrar));
  const [primera] = partes;
  if (!primera || forma.flat().some((a) => a.length < PUNTOS_MIN)) return null;
  return partes.length === 1
    ? { type: "Polygon", coordinates: primera }
    : { type: "MultiPolygon", coordinates: partes };
}

const conAnillo = (
  forma: Forma,
  [p, a]: Ruta,
  hacer: (anillo: readonly Posicion[]) => readonly Posicion[],
): Forma =>
  forma.map((parte, i) =>
    i === p ? parte.map((anillo, j) => (j === a ? hacer(anillo) : anillo)) : parte,
  );

export const moverPunto = (forma: Forma, ruta: Ruta, a: Posicion): Forma =>
  conAnillo(forma, ruta, (anillo) => anillo.map((x, i) => (i === ruta[2] ? fina(a) : x)));

/** A new corner after this one; without a place, half way to the next. */
export const insertarPunto = (forma: Forma, ruta: Ruta, donde?: Posicion): Forma =>
  conAnillo(forma, ruta, (anillo) => {
    const [aca, otra] = [anillo[ruta[2]], anillo[(ruta[2] + 1) % anillo.length]];
    if (!aca || !otra) return anillo;
    const medio: Posicion = [(aca[0] + otra[0]) / 2, (aca[1] + otra[1]) / 2];
    return anillo.toSpliced(ruta[2] + 1, 0, fina(donde ?? medio));
  });

/** Without this corner. A ring that would be left with two goes whole, unless it is all there is. */
export function quitarPunto(forma: Forma, ruta: Ruta): Forma {
  const [p, a, i] = ruta;
  const anillo = forma[p]?.[a];
  if (!anillo) return forma;
  if (anillo.length > PUNTOS_MIN) return conAnillo(forma, ruta, (x) => x.toSpliced(i, 1));
  if (a > 0) return forma.map((parte, k) => (k === p ? parte.toSpliced(a, 1) : parte));
  return forma.length > 1 ? forma.toSpliced(p, 1) : forma;
}

/** The next corner of a shape that is being drawn. */
export const agregarPunto = (forma: Forma, donde: Posicion): Forma =>
  forma.length === 0
    ? [[[fina(donde)]]]
    : conAnillo(forma, [0, 0, 0], (anillo) => [...anillo, fina(donde)]);

export const cuantosPuntos = (forma: Forma): number =>
  forma.flat().reduce((suma, a) => suma + a.length, 0);

export const rutasDe = (forma: Forma): [Ruta, Posicion][] =>
  forma.flatMap((parte, p) =>
    parte.flatMap((anillo, a) => anillo.map((x, i): [Ruta, Posicion] => [[p, a, i], x])),
  );
