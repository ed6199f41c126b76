import type { Imagen } from "./png.ts";

export type Color = readonly [r: number, g: number, b: number];
export type Lienzo = Imagen;

export const ANCHO = 400;
export const ALTO = 300;

/** Smooth noise, −1 to 1, the same for the same seed: what makes a flat colour look like a surface. */
export function ruidoDe(semilla: number): (x: number, y: number) => number {
  const punto = (i: number, j: number): number => {
    let h = Math.imul(i, 374_761_393) ^ Math.imul(j, 668_265_263) ^ semilla;
    h = Math.imul(h ^ (h >>> 13), 1_274_126_177);
    return (((h ^ (h >>> 16)) >>> 0) / 4_294_967_295) * 2 - 1;
  };
  const suave = (t: number): number => t * t * (3 - 2 * t);
  return (x, y) => {
    const [i, j] = [Math.floor(x), Math.floor(y)];
    const [u, v] = [suave(x - i), suave(y - j)];
    const arriba = punto(i, j) * (1 - u) + punto(i + 1, j) * u;
    const abajo = punto(i, j + 1) * (1 - u) + punto(i + 1, j + 1) * u;
    return arriba * (1 - v) + abajo * v;
  };
}

export const aclarar = ([r, g, b]: Color, cuanto: number): Color => [
  r + cuanto,
  g + cuanto,
  b + cuanto,
];
export const mezclar = (a: Color, b: Color, parte: number): Color => [
  a[0] + (b[0] - a[0]) * parte,
  a[1] + (b[1] - a[1]) * parte,
  a[2] + (b[2] - a[2]) * parte,
];

export const lienzo = (): Lienzo => ({
  ancho: ANCHO,
  alto: ALTO,
  rgb: new Uint8Array(ANCHO * ALTO * 3),
});

/** Paints a region: each point's colour, and how much of it covers what was there (0 to 1). */
export function pintar(
  l: Lienzo,
  { x0 = 0, y0 = 0, x1 = ANCHO, y1 = ALTO }: { x0?: number; y0?: number; x1?: number; y1?: number },
  punto: (x: number, y: number) => readonly [color: Color, cubre: number] | null,
): void {
  for (let y = Math.max(0, Math.floor(y0)); y < Math.min(ALTO, y1); y++)
    for (let x = Math.max(0, Math.floor(x0)); x < Math.min(ANCHO, x1); x++) {
      const p = punto(x, y);
      if (!p) continue;
      const [color, cubre] = p;
      const i = (y * ANCHO + x) * 3;
      for (let c = 0; c < 3; c++) {
        const antes = l.rgb[i + c] ?? 0;
        l.rgb[i + c] = Math.min(255, Math.max(0, antes + ((color[c] ?? 0) - antes) * cubre));
      }
    }
}

export type Mancha = {
  x: number;
  y: number;
  rx: number;
  ry: number;
  color: Color;
  /** How ragged its edge is, 0 to 1. */
  mella?: number;
  /** How wide its edge fades, 0 to 1. */
  borde?: number;
  cubre?: number;
};

/** A roundish patch with a ragged edge. */
export function mancha(l: Lienzo, ruido: (x: number, y: number) => number, m: Mancha): void {
  const { x, y, rx, ry, color, mella = 0, borde = 0.12, cubre = 1 } = m;
  const margen = 1 + mella + borde;
  pintar(
    l,
    { x0: x - rx * margen, x1: x + rx * margen, y0: y - ry * margen, y1: y + ry * margen },
    (px, py) => {
      const distancia = Math.hypot((px - x) / rx, (py - y) / ry) + mella * ruido(px / 14, py / 14);
      if (distancia > 1 + borde) return null;
      const alfa = distancia < 1 ? 1 : 1 - (distancia - 1) / borde;
      return [aclarar(color, ruido(px / 5, py / 5) * 6), alfa * cubre];
    },
  );
}

/** A straight stroke from one point to another, thick as said at each end. */
export function trazo(
  l: Lienzo,
  [xa, ya, grosorA]: readonly [number, number, number],
  [xb, yb, grosorB]: readonly [number, number, number],
  color: Color,
): void {
  const margen = Math.max(grosorA, grosorB) + 2;
  const largo2 = (xb - xa) ** 2 + (yb - ya) ** 2 || 1;
  pintar(
    l,
    {
      x0: Math.min(xa, xb) - margen,
      x1: Math.max(xa, xb) + margen,
      y0: Math.min(ya, yb) - margen,
      y1: Math.max(ya, yb) + margen,
    },
    (x, y) => {
      const t = Math.min(1, Math.max(0, ((x - xa) * (xb - xa) + (y - ya) * (yb - ya)) / largo2));
      const distancia = Math.hypot(x - (xa + (xb - xa) * t), y - (ya + (yb - ya) * t));
      const grosor = (grosorA + (grosorB - grosorA) * t) / 2;
      if (distancia > grosor + 1) return null;
      const lado = (x - (xa + (xb - xa) * t)) / (grosor || 1);
      return [aclarar(color, lado * -14), Math.min(1, grosor + 1 - distancia)];
    },
  );
}
