import type { Poligono } from "../../../contract/esquemas/catalogos.ts";
import type { Sugerencia } from "../../../contract/esquemas/gestion.ts";
import { dentro, metrosEntre, type Punto } from "../geo.ts";

/** A cuadrilla that could be sent, and what is known of it. */
export type Candidata = {
  id: number;
  nombre: string;
  capacidad: number;
  abiertos: number;
  categorias: { id: number; nombre: string }[];
  zona: { id: number; nombre: string; poligono: Poligono } | null;
  /** Where its open work is. */
  trabajos: Punto[];
};

/** What is to be done, and where. */
export type Tarea = { categoria_id: number; zona_id: number | null; punto: Punto | null };

/** What each thing is worth, of a hundred; speciality outweighs all the rest together. */
const PESO = { atiende: 101, holgura: 50, zona: 30, cercania: 20 };
/** A crew of the whole city is nearly as good as one of the zona itself. */
const TODA_LA_CIUDAD = 0.8;
/** From here on, far is far. */
const LEJOS_METROS = 4000;

/** Metres to a polygon: none inside; else to the nearest point of its edge, on a plane tangent there. */
export function metrosHasta(punto: Punto, poligono: Poligono): number {
  if (dentro(punto, poligono)) return 0;
  const partes = poligono.type === "Polygon" ? [poligono.coordinates] : poligono.coordinates;
  const estirar = Math.cos((punto.lat * Math.PI) / 180);
  let minimo = Number.POSITIVE_INFINITY;
  for (const anillo of partes.flat())
    for (let i = 1; i < anillo.length; i += 1) {
      const [a, b] = [anillo[i - 1] as [number, number], anillo[i] as [number, number]];
      const [dx, dy] = [(b[0] - a[0]) * estirar, b[1] - a[1]];
      const largo = dx * dx + dy * dy;
      const sobre = (punto.lng - a[0]) * estirar * dx + (punto.lat - a[1]) * dy;
      const t = largo === 0 ? 0 : Math.min(1, Math.max(0, sobre / largo));
      const pie = { lng: a[0] + t * (b[0] - a[0]), lat: a[1] + t * (b[1] - a[1]) };
      minimo = Math.min(minimo, metrosEntre(punto, pie));
    }
  return minimo;
}

/** How far it is: from its nearest open work or, when it has none with a place, from its zona. */
function distancia(c: Candidata, punto: Punto | null): Pick<Sugerencia, "metros" | "desde"> {
  if (!punto) return { metros: null, desde: null };
  if (c.trabajos.length > 0) {
    const metros = Math.min(...c.trabajos.map((t) => metrosEntre(punto, t)));
    return { metros: Math.round(metros), desde: "trabajo" };
  }
  if (!c.zona) return { metros: null, desde: null };
  return { metros: Math.round(metrosHasta(punto, c.zona.poligono)), desde: "zona" };
}

function puntaje(s: Omit<Sugerencia, "sugerida">): number {
  const holgura = Math.max(0, 1 - s.abiertos / Math.max(1, s.capacidad));
  const zona = s.en_zona ? 1 : s.zona === null ? TODA_LA_CIUDAD : 0;
  const cercania = s.metros === null ? 0.5 : Math.max(0, 1 - s.metros / LEJOS_METROS);
  return (
    (s.atiende ? PESO.atiende : 0) +
    holgura * PESO.holgura +
    zona * PESO.zona +
    cercania * PESO.cercania
  );
}

/**
 * Who should go, best first: who takes the categoría, then who has room, then who works there or is near. The first one is
 * suggested when it takes the categoría; otherwise nobody is.
 */
export function sugerir(tarea: Tarea, candidatas: readonly Candidata[]): Sugerencia[] {
  return candidatas
    .map((c) => {
      const s = {
        cuadrilla_id: c.id,
        nombre: c.nombre,
        abiertos: c.abiertos,
        capacidad: c.capacidad,
        atiende: c.categorias.some((x) => x.id === tarea.categoria_id),
        categorias: c.categorias.map((x) => x.nombre),
        zona: c.zona?.nombre ?? null,
        en_zona: c.zona !== null && c.zona.id === tarea.zona_id,
        ...distancia(c, tarea.punto),
      };
      return { s, puntos: puntaje(s) };
    })
    .sort((a, b) => b.puntos - a.puntos || a.s.nombre.localeCompare(b.s.nombre, "es"))
    .map(({ s }, i) => ({ ...s, sugerida: i === 0 && s.atiende }));
}
