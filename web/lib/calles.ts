import type { Punto } from "../components/mapa/tipos.ts";

type Par = readonly [lng: number, lat: number];
export type Calle = { nombre: string; linea: readonly Par[] };
type Plano = {
  features: {
    properties: { tipo: string; nombre: string };
    geometry: { type: string; coordinates: unknown };
  }[];
};

const DE_CALLES = new Set(["avenida", "calle", "pasaje", "diagonal"]);
const METROS_POR_GRADO = 111_195;

/** The streets of the built-in plan (GeoJSON), without its river, squares and railway. */
export const callesDe = (plano: Plano): Calle[] =>
  plano.features
    .filter((f) => DE_CALLES.has(f.properties.tipo) && f.geometry.type === "LineString")
    .map((f) => ({ nombre: f.properties.nombre, linea: f.geometry.coordinates as Par[] }));

/** Without accents, capitals or "Av.", so that it is found however it is written. */
const llano = (s: string): string =>
  s
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\b(?:av|avda|avenida|calle|pasaje|pje)\b\.?/g, " ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

const tramos = (c: Calle): (readonly [Par, Par])[] =>
  c.linea.slice(1).map((fin, i) => [c.linea[i] as Par, fin] as const);

/** Where two stretches cross, or null. */
function cruce([a, b]: readonly [Par, Par], [c, d]: readonly [Par, Par]): Punto | null {
  const r = [b[0] - a[0], b[1] - a[1]] as const;
  const s = [d[0] - c[0], d[1] - c[1]] as const;
  const det = r[0] * s[1] - r[1] * s[0];
  if (det === 0) return null;
  const q = [c[0] - a[0], c[1] - a[1]] as const;
  const t = (q[0] * s[1] - q[1] * s[0]) / det;
  const u = (q[0] * r[1] - q[1] * r[0]) / det;
  if (t < 0 || t > 1 || u < 0 || u > 1) return null;
  return { lng: redondo(a[0] + t * r[0]), lat: redondo(a[1] + t * r[1]) };
}
const redondo = (grados: number): number => Math.round(grados * 1e6) / 1e6;

function esquinaDe(a: Calle, b: Calle): Punto | null {
  for (const x of tramos(a))
    for (const y of tramos(b)) {
      const p = cruce(x, y);
      if (p) return p;
    }
  return null;
}

export type Esquina = Punto & { calle: string; cruce: string };

/** The corner that the words name: the first two streets in them that cross. */
export function buscarEsquina(calles: readonly Calle[], texto: string): Esquina | null {
  const dicho = ` ${llano(texto)} `;
  const nombradas = calles
    .map((calle) => ({ calle, en: dicho.indexOf(` ${llano(calle.nombre)} `) }))
    .filter((x) => x.en >= 0)
    .sort((a, b) => a.en - b.en)
    .map((x) => x.calle);
  for (const [i, a] of nombradas.entries())
    for (const b of nombradas.slice(i + 1)) {
      const p = esquinaDe(a, b);
      if (p) return { ...p, calle: a.nombre, cruce: b.nombre };
    }
  return null;
}

/** Metres from the point to a stretch; on the scale of a city a degree is flat. */
function metrosA(p: Punto, [a, b]: readonly [Par, Par]): number {
  const ancho = Math.cos((p.lat * Math.PI) / 180);
  const [x, y] = [(b[0] - a[0]) * ancho, b[1] - a[1]];
  const [px, py] = [(p.lng - a[0]) * ancho, p.lat - a[1]];
  const largo = x * x + y * y;
  const t = largo === 0 ? 0 : Math.min(1, Math.max(0, (px * x + py * y) / largo));
  return Math.hypot(px - t * x, py - t * y) * METROS_POR_GRADO;
}
const metrosACalle = (p: Punto, c: Calle): number =>
  Math.min(...tramos(c).map((t) => metrosA(p, t)));
const metrosEntre = (a: Punto, b: Punto): number =>
  metrosA(a, [
    [b.lng, b.lat],
    [b.lng, b.lat],
  ]);

const CERCA_METROS = 80;
const EN_LA_ESQUINA_METROS = 18;

/** The street that the point is on, with its nearest crossing; `esquina` when it is right there. */
export function callesEn(
  calles: readonly Calle[],
  p: Punto,
): { calle: string; cruce: string; esquina: boolean } | null {
  const [cerca] = calles
    .map((calle) => ({ calle, metros: metrosACalle(p, calle) }))
    .filter((x) => x.metros <= CERCA_METROS)
    .sort((a, b) => a.metros - b.metros);
  if (!cerca) return null;
  const [otra] = calles
    .flatMap((c) => {
      const e = c === cerca.calle ? null : esquinaDe(cerca.calle, c);
      return e ? [{ nombre: c.nombre, metros: metrosEntre(p, e) }] : [];
    })
    .sort((a, b) => a.metros - b.metros);
  if (!otra) return null;
  return {
    calle: cerca.calle.nombre,
    cruce: otra.nombre,
    esquina: otra.metros <= EN_LA_ESQUINA_METROS,
  };
}

const PLANO = "/demo/calles.geojson";
let pedido: Promise<Calle[]> | null = null;
/** The built-in streets, asked for once; none when they cannot come. */
export function traerCalles(): Promise<Calle[]> {
  pedido ??= fetch(PLANO)
    .then(async (r) => (r.ok ? callesDe((await r.json()) as Plano) : []))
    .catch(() => {
      pedido = null;
      return [];
    });
  return pedido;
}
