import { bboxDe, type CajaMapa } from "../../contract/mapa.ts";
import { escribir, type FiltrosMapa, type Posicion, redondo } from "./mapa.ts";

/** A map stands on whole pixels: it is a little beside where it was told to be. */
const CERCA_PIXELES = 2;
const GRADOS_POR_PIXEL_0 = 360 / 256;

export function mismaPosicion(a: Posicion, b: Posicion | null): boolean {
  if (b === null || a.zoom !== b.zoom) return false;
  const cerca = (CERCA_PIXELES * GRADOS_POR_PIXEL_0) / 2 ** a.zoom;
  return Math.abs(a.lat - b.lat) <= cerca && Math.abs(a.lng - b.lng) <= cerca;
}

export const posicionDe = (centro: { lat: number; lng: number }, zoom: number): Posicion => ({
  lat: redondo(centro.lat),
  lng: redondo(centro.lng),
  zoom: Math.round(zoom),
});

/** What the API is asked for this piece of the map. */
export const consultaDe = (f: FiltrosMapa, caja: CajaMapa, zoom: number): string =>
  `bbox=${bboxDe(caja, zoom)}&zoom=${zoom}&${escribir(f, {}).toString()}`.replace(/&$/, "");
