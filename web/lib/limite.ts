import type { Poligono } from "../../contract/esquemas/catalogos.ts";

/** A boundary out of what a person pasted or picked: GeoJSON (RFC 7946) of any of the usual wrappings. */

type Punto = [lng: number, lat: number];
type Anillo = Punto[];
/** Rings of each part: the first is the outside, the rest are holes. */
type Partes = Anillo[][];

/** Each point a ring may have (contract/esquemas/catalogos.ts), less one to close it. */
const PUNTOS_MAX = 1999;

export type Lectura =
  | { poligono: Poligono; puntos: number; simplificado: boolean }
  | { error: "json" | "sinPoligono" | "coordenadas" };

const esPunto = (x: unknown): x is Punto =>
  Array.isArray(x) &&
  typeof x[0] === "number" &&
  typeof x[1] === "number" &&
  Math.abs(x[0]) <= 180 &&
  Math.abs(x[1]) <= 90;

/** Every polygon of a geometry, a feature, or a collection of either. */
function* partesDe(x: unknown): Generator<unknown> {
  const g = x as {
    type?: string;
    coordinates?: unknown;
    geometry?: unknown;
    features?: unknown[];
    geometries?: unknown[];
  } | null;
  switch (g?.type) {
    case "FeatureCollection":
      for (const f of g.features ?? []) yield* partesDe(f);
      return;
    case "GeometryCollection":
      for (const f of g.geometries ?? []) yield* partesDe(f);
      return;
    case "Feature":
      yield* partesDe(g.geometry);
      return;
    case "Polygon":
      yield g.coordinates;
      return;
    case "MultiPolygon":
      if (Array.isArray(g.coordinates)) yield* g.coordinates;
  }
}

const DECIMALES = 1e6;
const redondear = (n: number): number => Math.round(n * DECIMALES) / DECIMALES;

/** How far the point is from the segment, squared, in degrees. */
function lejos([x, y]: Punto, [ax, ay]: Punto, [bx, by]: Punto): number {
  const [dx, dy] = [bx - ax, by - ay];
  const largo = dx * dx + dy * dy;
  const t = largo === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / largo));
  return (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2;
}

/** Ramer, Douglas and Peucker: the points that keep the line within `margen` degrees of itself. */
function aligerar(linea: Anillo, margen: number): Anillo {
  const queda = new Uint8Array(linea.length);
  queda[0] = queda[linea.length - 1] = 1;
  const pila: [number, number][] = [[0, linea.length - 1]];
  for (let tramo = pila.pop(); tramo; tramo = pila.pop()) {
    const [a, b] = tramo;
    let peor = -1;
    let cuanto = margen * margen;
    for (let i = a + 1; i < b; i++) {
      const d = lejos(linea[i] as Punto, linea[a] as Punto, linea[b] as Punto);
      if (d > cuanto) [peor, cuanto] = [i, d];
    }
    if (peor === -1) continue;
    queda[peor] = 1;
    pila.push([a, peor], [peor, b]);
  }
  return linea.filter((_, i) => queda[i] === 1);
}

const igual = (a: Punto | undefined, b: Punto | undefined): boolean =>
  a?.[0] === b?.[0] && a?.[1] === b?.[1];

/** Closed, without a point said twice in a row, and light enough to be kept. */
function limpiar(crudo: unknown): Anillo | null {
  if (!Array.isArray(crudo) || !crudo.every(esPunto)) return null;
  const anillo = crudo.map(([x, y]): Punto => [redondear(x), redondear(y)]);
  let limpio = anillo.filter((p, i) => i === 0 || !igual(p, anillo[i - 1]));
  const [primero] = limpio;
  if (primero && !igual(primero, limpio.at(-1))) limpio.push(primero);
  // A circle's ends are one point: it is lightened in two halves, or it would fall on itself.
  const medio = Math.floor(limpio.length / 2);
  for (let margen = 1e-5; limpio.length > PUNTOS_MAX; margen *= 2)
    limpio = [
      ...aligerar(limpio.slice(0, medio + 1), margen),
      ...aligerar(limpio.slice(medio), margen).slice(1),
    ];
  return limpio.length >= 4 ? limpio : null;
}

/** @returns one polygon of everything in the text, or what is wrong with it */
export function leerLimite(texto: string): Lectura {
  let json: unknown;
  try {
    json = JSON.parse(texto);
  } catch {
    return { error: "json" };
  }
  const crudas = [...partesDe(json)];
  if (crudas.length === 0) return { error: "sinPoligono" };
  const partes: Partes = [];
  let habia = 0;
  for (const cruda of crudas) {
    if (!Array.isArray(cruda) || cruda.length === 0) return { error: "coordenadas" };
    const anillos = cruda.map(limpiar);
    if (anillos.some((a) => a === null)) return { error: "coordenadas" };
    habia = Math.max(habia, ...cruda.map((a: unknown) => (a as unknown[]).length));
    partes.push(anillos as Anillo[]);
  }
  const puntos = partes.flat().reduce((n, a) => n + a.length, 0);
  const [sola] = partes;
  const poligono: Poligono =
    partes.length === 1 && sola
      ? { type: "Polygon", coordinates: sola }
      : { type: "MultiPolygon", coordinates: partes };
  return { poligono, puntos, simplificado: habia > PUNTOS_MAX + 1 };
}

export type Caja = { oeste: number; sur: number; este: number; norte: number };

const partesSueltas = (p: Poligono): Partes =>
  (p.type === "Polygon" ? [p.coordinates] : p.coordinates) as Partes;

export function cajaDe(p: Poligono): Caja {
  const puntos = partesSueltas(p).flat(2);
  const xs = puntos.map((q) => q[0]);
  const ys = puntos.map((q) => q[1]);
  return {
    oeste: Math.min(...xs),
    sur: Math.min(...ys),
    este: Math.max(...xs),
    norte: Math.max(...ys),
  };
}

/** The middle of the largest part, by its area: inside it unless it is bent like a horseshoe. */
export function centroDe(p: Poligono): { lat: number; lng: number } {
  let mejor = { area: 0, lat: 0, lng: 0 };
  for (const [anillo = []] of partesSueltas(p)) {
    let [area, lng, lat] = [0, 0, 0];
    for (let i = 0; i < anillo.length - 1; i++) {
      const [x, y] = anillo[i] as Punto;
      const [u, v] = anillo[i + 1] as Punto;
      const cruz = x * v - u * y;
      area += cruz;
      lng += (x + u) * cruz;
      lat += (y + v) * cruz;
    }
    if (Math.abs(area) > mejor.area)
      mejor = { area: Math.abs(area), lat: lat / (3 * area), lng: lng / (3 * area) };
  }
  return { lat: redondear(mejor.lat), lng: redondear(mejor.lng) };
}

const VUELTA = 64;
const KM_POR_GRADO = 111.195;

/** A circle of so many kilometres around a point: a boundary to begin with. */
export function circulo({ lat, lng }: { lat: number; lng: number }, km: number): Poligono {
  const ancho = km / (KM_POR_GRADO * Math.cos((lat * Math.PI) / 180));
  const anillo = Array.from({ length: VUELTA }, (_, i): Punto => {
    const a = (i / VUELTA) * 2 * Math.PI;
    return [
      redondear(lng + ancho * Math.cos(a)),
      redondear(lat + (km / KM_POR_GRADO) * Math.sin(a)),
    ];
  });
  return { type: "Polygon", coordinates: [[...anillo, anillo[0] as Punto]] };
}

/**
 * The boundary as an SVG path, north up, and the box that holds it. A degree of longitude is narrower than one of latitude:
 * drawn as wide as it is at that latitude.
 */
export function dibujo(p: Poligono, lado: number) {
  const caja = cajaDe(p);
  const achatar = Math.cos((((caja.norte + caja.sur) / 2) * Math.PI) / 180);
  const escala =
    lado / Math.max((caja.este - caja.oeste) * achatar, caja.norte - caja.sur, Number.EPSILON);
  const x = (lng: number) => Math.round((lng - caja.oeste) * achatar * escala * 10) / 10;
  const y = (lat: number) => Math.round((caja.norte - lat) * escala * 10) / 10;
  const d = partesSueltas(p)
    .flat()
    .map((anillo) => `M${anillo.map(([lng, lat]) => `${x(lng)} ${y(lat)}`).join("L")}Z`)
    .join("");
  const km = (caja.norte - caja.sur) * KM_POR_GRADO;
  const kmAncho = (caja.este - caja.oeste) * KM_POR_GRADO * achatar;
  return { d, ancho: x(caja.este), alto: y(caja.sur), x, y, km, kmAncho };
}
