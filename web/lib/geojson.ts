import type { Poligono } from "../../contract/esquemas/catalogos.ts";
import { type FallaPoligono, fallaDe } from "../../contract/geometria.ts";

export type FallaRasgo =
  | FallaPoligono
  | "sin_geometria"
  | "no_es_poligono"
  | "coordenadas"
  | "no_son_grados";
export type Rasgo = {
  /** Its place in the file, from 1. */
  n: number;
  nombre: string;
  poligono: Poligono | null;
  falla: FallaRasgo | null;
};
export type FallaArchivo = "no_es_json" | "no_es_geojson" | "vacio" | "demasiados";
export type Leido = { rasgos: Rasgo[]; falla: FallaArchivo | null };

export const RASGOS_MAX = 60;
const NOMBRES = ["nombre", "name", "barrio", "zona", "title", "titulo"];
const NOMBRE_MAX = 60;
const FINO = 1e6;

type Objeto = Record<string, unknown>;
const esObjeto = (x: unknown): x is Objeto => typeof x === "object" && x !== null;

/** The name that the file gives it, under any of the usual words, else nothing. */
function nombreDe(rasgo: Objeto): string {
  const dichos = Object.entries(esObjeto(rasgo.properties) ? rasgo.properties : {});
  for (const n of NOMBRES) {
    const [, valor] = dichos.find(([k]) => k.toLowerCase() === n) ?? [];
    if (typeof valor === "string" && valor.trim()) return valor.trim().slice(0, NOMBRE_MAX);
  }
  return "";
}

/** Heights are left out, and what is finer than a hand. @throws FallaRasgo */
function posicion(x: unknown): [number, number] {
  if (!Array.isArray(x) || !Number.isFinite(x[0]) || !Number.isFinite(x[1])) throw "coordenadas";
  const [lng, lat] = x as [number, number];
  if (Math.abs(lng) > 180 || Math.abs(lat) > 90) throw "no_son_grados";
  return [Math.round(lng * FINO) / FINO, Math.round(lat * FINO) / FINO];
}
const lista = <T>(x: unknown, de: (y: unknown) => T): T[] => {
  if (!Array.isArray(x) || x.length === 0) throw "coordenadas";
  return x.map(de);
};
const anillo = (x: unknown) => lista(x, posicion);
const parte = (x: unknown) => lista(x, anillo);

function poligonoDe(g: unknown): Poligono {
  if (!esObjeto(g)) throw "sin_geometria";
  if (g.type === "Polygon") return { type: "Polygon", coordinates: parte(g.coordinates) };
  if (g.type === "MultiPolygon")
    return { type: "MultiPolygon", coordinates: lista(g.coordinates, parte) };
  throw "no_es_poligono";
}

function leerRasgo(x: unknown, n: number): Rasgo {
  const rasgo = esObjeto(x) ? x : {};
  const base = { n, nombre: nombreDe(rasgo) };
  try {
    const poligono = poligonoDe(rasgo.geometry);
    const falla = fallaDe(poligono);
    return { ...base, poligono: falla ? null : poligono, falla };
  } catch (falla) {
    return { ...base, poligono: null, falla: falla as FallaRasgo };
  }
}

/** Every feature of a GeoJSON text with what is wrong with it: a collection, one feature, or a bare shape. */
export function leerGeojson(texto: string): Leido {
  const nada = (falla: FallaArchivo): Leido => ({ rasgos: [], falla });
  if (texto.trim() === "") return nada("vacio");
  let x: unknown;
  try {
    x = JSON.parse(texto);
  } catch {
    return nada("no_es_json");
  }
  if (!esObjeto(x)) return nada("no_es_geojson");
  const rasgos =
    x.type === "FeatureCollection" && Array.isArray(x.features)
      ? x.features
      : x.type === "Feature"
        ? [x]
        : x.type === "Polygon" || x.type === "MultiPolygon"
          ? [{ geometry: x }]
          : null;
  if (!rasgos) return nada("no_es_geojson");
  if (rasgos.length === 0) return nada("vacio");
  if (rasgos.length > RASGOS_MAX) return nada("demasiados");
  return { rasgos: rasgos.map((r, i) => leerRasgo(r, i + 1)), falla: null };
}
