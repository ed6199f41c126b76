import pointInPolygon from "point-in-polygon-hao";
import type { Poligono } from "../../contract/esquemas/catalogos.ts";

export type Punto = { lat: number; lng: number };

/** Whether the point lies in the polygon or on its edge. */
export function dentro({ lat, lng }: Punto, poligono: Poligono): boolean {
  const partes = poligono.type === "Polygon" ? [poligono.coordinates] : poligono.coordinates;
  return partes.some((anillos) => pointInPolygon([lng, lat], anillos) !== false);
}

/** The first of the zonas that holds the point. */
export const zonaDe = <Z extends { poligono: Poligono }>(punto: Punto, zonas: Z[]): Z | undefined =>
  zonas.find((z) => dentro(punto, z.poligono));

const RADIO_TIERRA_METROS = 6_371_008.8;
const rad = (grados: number): number => (grados * Math.PI) / 180;

/** Great-circle distance in metres (haversine). */
export function metrosEntre(a: Punto, b: Punto): number {
  const h =
    Math.sin(rad(b.lat - a.lat) / 2) ** 2 +
    Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(rad(b.lng - a.lng) / 2) ** 2;
  return 2 * RADIO_TIERRA_METROS * Math.asin(Math.sqrt(h));
}

/** The degrees that so many metres span at this latitude. */
export const gradosDe = (metros: number, lat: number): { lat: number; lng: number } => {
  const porMetro = 180 / (Math.PI * RADIO_TIERRA_METROS);
  return { lat: metros * porMetro, lng: (metros * porMetro) / Math.cos(rad(lat)) };
};
