/** Metres east and north of the corner of Av. Colón and Av. San Martín, along the streets. */
export type Metros = { x: number; y: number };
/** GeoJSON order: longitude first (RFC 7946, §3.1.1). */
export type Posicion = [lng: number, lat: number];

/** An invented city, somewhere along the Paraná. */
export const CENTRO = { lat: -33.742, lng: -59.618 };

/** The streets were laid square to the river, not to the north. */
const GIRO = (7 * Math.PI) / 180;
const METROS_POR_GRADO = 111_195;

const redondo = (grados: number): number => Math.round(grados * 1e6) / 1e6;

/** Six decimals: some ten centimetres. */
export function posicion({ x, y }: Metros): Posicion {
  const este = x * Math.cos(GIRO) - y * Math.sin(GIRO);
  const norte = x * Math.sin(GIRO) + y * Math.cos(GIRO);
  return [
    redondo(CENTRO.lng + este / (METROS_POR_GRADO * Math.cos((CENTRO.lat * Math.PI) / 180))),
    redondo(CENTRO.lat + norte / METROS_POR_GRADO),
  ];
}

/** Where the land ends, in metres east, at this height: the river's edge. */
export const orilla = (y: number): number =>
  1560 + 90 * Math.sin(y / 420) + 55 * Math.sin(y / 170 + 1);

/** The edge of the municipality on land, in metres. */
export const BORDE = { oeste: -1500, sur: -1320, norte: 1320 };

/** Points along the river's edge, from south to north, both ends included. */
export function ribera(desde: number, hasta: number, cadaMetros = 80): Metros[] {
  const pasos = Math.max(1, Math.round((hasta - desde) / cadaMetros));
  return Array.from({ length: pasos + 1 }, (_, i) => {
    const y = desde + ((hasta - desde) * i) / pasos;
    return { x: orilla(y), y };
  });
}

/** A closed ring, as GeoJSON wants it: first and last alike, counter-clockwise outside. */
export const anillo = (puntos: Metros[]): Posicion[] => {
  const posiciones = puntos.map(posicion);
  return [...posiciones, posiciones[0] as Posicion];
};
