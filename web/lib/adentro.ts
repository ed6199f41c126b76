import pointInPolygon from "point-in-polygon-hao";
import type { Poligono } from "../../contract/esquemas/catalogos.ts";
import type { Punto } from "../components/mapa/tipos.ts";

/** Whether the point lies in the polygon or on its edge, as the server will say. */
export function adentro({ lat, lng }: Punto, poligono: Poligono): boolean {
  const partes = poligono.type === "Polygon" ? [poligono.coordinates] : poligono.coordinates;
  return partes.some((anillos) => pointInPolygon([lng, lat], anillos) !== false);
}
