type Punto = { lat: number; lng: number };
/** West, south, east, north, in degrees. */
export type CajaMapa = readonly [w: number, s: number, e: number, n: number];

/** What a page shows before a screen has said how large it is, in pixels. */
const LADO_PIXELES = 768;
const GRADOS_POR_PIXEL_0 = 360 / 256;
/** Boxes grow to a lattice of so many pixels, so that neighbours who look at one place ask one question. */
const RED_PIXELES = 64;

/** A square around a point at this zoom of the web's common projection. */
export function cajaAlrededor({ lat, lng }: Punto, zoom: number): CajaMapa {
  const dx = ((GRADOS_POR_PIXEL_0 / 2 ** zoom) * LADO_PIXELES) / 2;
  const dy = dx * Math.cos((lat * Math.PI) / 180);
  return [lng - dx, lat - dy, lng + dx, lat + dy];
}

/** The box as a query names it: out to the lattice, inside the world. */
export function bboxDe([w, s, e, n]: CajaMapa, zoom: number): string {
  const red = (GRADOS_POR_PIXEL_0 / 2 ** zoom) * RED_PIXELES;
  const abajo = (x: number, tope: number) => Math.max(Math.floor(x / red) * red, -tope);
  const arriba = (x: number, tope: number) => Math.min(Math.ceil(x / red) * red, tope);
  return [abajo(w, 180), abajo(s, 90), arriba(e, 180), arriba(n, 90)]
    .map((x) => x.toFixed(5))
    .join(",");
}
