import type { Caja } from "./tipos.ts";

type Rasgo = {
  properties: { nombre: string; tipo: string };
  geometry: { coordinates: unknown };
};
export type Calle = { nombre: string; caja: Caja };

/** The built-in streets, and all else that has a name there. */
export const CALLES = "/demo/calles.geojson";
const SIN_NOMBRE_DE_CALLE = ["limite", "rio", "via"];

/** Every position of a geometry, however deep it lies. */
function* posiciones(x: unknown): Generator<[number, number]> {
  if (!Array.isArray(x)) return;
  if (typeof x[0] === "number") yield [x[0], x[1] as number];
  else for (const parte of x) yield* posiciones(parte);
}

/** The streets by name, each with the box around it. In: GeoJSON features. */
export function callesDe(rasgos: readonly Rasgo[]): Calle[] {
  const calles = new Map<string, Caja>();
  for (const { properties: p, geometry } of rasgos) {
    if (!p.nombre || SIN_NOMBRE_DE_CALLE.includes(p.tipo)) continue;
    let caja = calles.get(p.nombre) ?? [180, 90, -180, -90];
    for (const [lng, lat] of posiciones(geometry.coordinates))
      caja = [
        Math.min(caja[0], lng),
        Math.min(caja[1], lat),
        Math.max(caja[2], lng),
        Math.max(caja[3], lat),
      ];
    calles.set(p.nombre, caja);
  }
  return [...calles].map(([nombre, caja]) => ({ nombre, caja }));
}

const llano = (s: string): string =>
  s
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/\b(avenida|av|calle|pasaje|pje)\b\.?/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** The street that a person means: by its whole name, else by how it begins, else by a word of it. */
export function buscarCalle(calles: readonly Calle[], escrito: string): Calle | null {
  // A house number, or the corner, does not name the street.
  const q = llano(escrito.split(/\s+y\s+|,/)[0] ?? "").replace(/ \d+$/, "");
  if (q.length < 2) return null;
  const nombres = calles.map((c) => [llano(c.nombre), c] as const);
  const con = (sirve: (n: string) => boolean) => nombres.find(([n]) => sirve(n))?.[1];
  return con((n) => n === q) ?? con((n) => n.startsWith(q)) ?? con((n) => n.includes(q)) ?? null;
}
