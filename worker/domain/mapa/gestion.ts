import { type SQL, sql } from "drizzle-orm";
import type {
  AreaGestion,
  ConsultaAreaGestion,
  ConsultaMapaGestion,
  GrupoGestion,
  MapaGestion,
} from "../../../contract/esquemas/mapa-gestion.ts";
import { leerAMano, schema } from "../../db/client.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { GRUPOS } from "../estadisticas/aporte.ts";
import { actorVigente, sentenciaActor } from "../reclamos/lectura.ts";
import { vistaFila } from "../reclamos/vista.ts";
import { celdaDe, grillaPara, type Rango } from "./grilla.ts";

/** Open reclamos looked at one by one for one answer. */
const MIRADOS_MAX = 600;
/** Pins and numbers in one answer, which keeps it small. */
const GRUPOS_MAX = 240;
/** How many one may take at once. */
export const AREA_MAX = 50;
/** From here on each reclamo stands alone. */
const ZOOM_PUNTOS = 17;
const FINO = 1e5;
const E6 = 1e6;

type Filtro = ConsultaAreaGestion;
/** One that was looked at; without an id it is not what was asked for. */
type Mirado = Suelto | { id: null };
type Suelto = { id: number; titulo: string; estado: "nuevo"; lat: number; lng: number };
type Celda = { x: number; y: number; n: number; slat: number; slng: number };

const redondo = (g: number): number => Math.round(g * FINO) / FINO;

/** What only the rows know; the roll-up knows categories alone. */
const esFino = (q: Filtro): boolean =>
  [q.estado, q.zona_id, q.cuadrilla_id, q.prioridad, q.vencidos, q.sin_asignar].some(Boolean);

const pide = (q: Filtro): SQL[] =>
  [
    q.estado && sql`r.estado = ${q.estado}`,
    q.sin_asignar && sql`r.estado = 'nuevo'`,
    q.zona_id && sql`r.zona_id = ${q.zona_id}`,
    q.cuadrilla_id && sql`r.cuadrilla_id = ${q.cuadrilla_id}`,
    q.prioridad && sql`r.prioridad = ${q.prioridad}`,
    q.vencidos && sql`r.demorado_en IS NOT NULL`,
  ].filter((x) => typeof x === "object");

/**
 * The first open ones, up to MIRADOS_MAX and however rare what is asked for: by the one filter that a list's index leads
 * by, the first to fall due first; without one, by place.
 */
function mirados(q: Filtro): SQL {
  const { oeste, sur, este, norte } = q.bbox;
  const guia = q.cuadrilla_id
    ? sql`cuadrilla_id IS NOT NULL AND cuadrilla_id = ${q.cuadrilla_id}`
    : q.zona_id
      ? sql`zona_id = ${q.zona_id}`
      : q.vencidos
        ? sql`demorado_en IS NOT NULL`
        : null;
  if (guia)
    return sql`(SELECT id AS mid FROM reclamos WHERE cerrado_en IS NULL AND ${guia}
      ORDER BY vence_en, id LIMIT ${MIRADOS_MAX})`;
  const categorias = q.categoria_id
    ? sql`(SELECT ${q.categoria_id} AS c)`
    : sql`(SELECT id AS c FROM categorias)`;
  return sql`(SELECT s.id AS mid FROM ${categorias} k CROSS JOIN reclamos s INDEXED BY reclamos_similares
    WHERE s.categoria_id = k.c AND s.cerrado_en IS NULL AND s.lat IS NOT NULL AND s.lat BETWEEN ${sur} AND ${norte}
      AND s.lng BETWEEN ${oeste} AND ${este} LIMIT ${MIRADOS_MAX})`;
}

function dondeEstan(q: Filtro): SQL {
  const { oeste, sur, este, norte } = q.bbox;
  const partes = [
    sql`r.id = m.mid AND r.lat BETWEEN ${sur} AND ${norte} AND r.lng BETWEEN ${oeste} AND ${este}`,
    ...pide(q),
    ...(q.categoria_id ? [sql`r.categoria_id = ${q.categoria_id}`] : []),
  ];
  return sql.join(partes, sql` AND `);
}

/** The roll-up's cells: exact to the minute, whatever their number. */
function celdas({ desde, hasta }: Rango, nivel: number, categoria: number): SQL {
  const xs = Array.from({ length: hasta.x - desde.x + 1 }, (_, i) => desde.x + i);
  return sql`SELECT c.x AS x, c.y AS y, c.n AS n, c.suma_lat AS slat, c.suma_lng AS slng
    FROM json_each(${JSON.stringify(xs)}) xs CROSS JOIN mapa_celdas c
    WHERE c.periodo = 0 AND c.nivel = ${nivel} AND c.categoria_id = ${categoria} AND c.grupo = ${GRUPOS.abiertos}
      AND c.x = xs.value AND c.y BETWEEN ${desde.y} AND ${hasta.y} AND c.n > 0`;
}

const solo = ({ id, titulo, estado, lat, lng }: Suelto): GrupoGestion => ({
  n: 1,
  lat: redondo(lat),
  lng: redondo(lng),
  id,
  titulo,
  estado,
});

function juntar(sueltos: readonly Suelto[], por: (s: Suelto) => string): GrupoGestion[] {
  const grupos = new Map<string, Suelto[]>();
  for (const s of sueltos) {
    const clave = por(s);
    const grupo = grupos.get(clave);
    if (grupo) grupo.push(s);
    else grupos.set(clave, [s]);
  }
  return [...grupos.values()].map((g) => {
    const [uno] = g;
    if (g.length === 1 && uno) return solo(uno);
    const medio = (de: "lat" | "lng") => redondo(g.reduce((suma, s) => suma + s[de], 0) / g.length);
    return { n: g.length, lat: medio("lat"), lng: medio("lng") };
  });
}

/**
 * The open work in a piece of the map, private and hidden ones included, for who runs the city: from the rows themselves
 * as long as they are few, else from the roll-up. One trip, at a bounded cost at any zoom.
 * @throws Fallo sin_sesion, sin_permiso
 */
export async function verMapaGestion(ctx: Ctx, q: ConsultaMapaGestion): Promise<MapaGestion> {
  const { db } = ctx;
  const usuario = exigirRol(ctx, "supervisor", "admin");
  const { nivel, rango } = grillaPara(q.bbox, q.zoom, GRUPOS_MAX);
  const [cuenta, vistos, deCeldas] = await db.batch([
    sentenciaActor(db, usuario),
    leerAMano<Mirado>(
      db,
      sql`SELECT r.id AS id, r.titulo AS titulo, r.estado AS estado, r.lat AS lat, r.lng AS lng
        FROM ${mirados(q)} m LEFT JOIN reclamos r ON ${dondeEstan(q)}`,
    ),
    leerAMano<Celda>(db, celdas(rango, nivel, q.categoria_id ?? 0)),
  ]);
  actorVigente(usuario, cuenta);
  const sueltos = vistos.filter((v) => v.id !== null);
  const completo = vistos.length < MIRADOS_MAX;
  if (!completo && !esFino(q)) {
    const grupos = deCeldas.map((c) => ({
      n: c.n,
      lat: redondo(c.slat / c.n / E6),
      lng: redondo(c.slng / c.n / E6),
    }));
    return { grupos, total: grupos.reduce((s, g) => s + g.n, 0), completo: true };
  }
  const enCelda = (s: Suelto) => Object.values(celdaDe(s.lat, s.lng, nivel)).join();
  const enPunto = (s: Suelto) => `${redondo(s.lat)},${redondo(s.lng)}`;
  const sueltas = q.zoom >= ZOOM_PUNTOS ? juntar(sueltos, enPunto) : [];
  const cerca = q.zoom >= ZOOM_PUNTOS && sueltas.length <= GRUPOS_MAX;
  const grupos = cerca ? sueltas : juntar(sueltos, enCelda);
  return { grupos, total: sueltos.length, completo };
}

/** The reclamos of an area, to do something with all of them. @throws Fallo sin_sesion, sin_permiso */
export async function elegirArea(ctx: Ctx, q: ConsultaAreaGestion): Promise<AreaGestion> {
  const { db } = ctx;
  const usuario = exigirRol(ctx, "supervisor", "admin");
  const [cuenta, filas] = await db.batch([
    sentenciaActor(db, usuario),
    db
      .select()
      .from(schema.reclamos)
      .where(
        sql`id IN (SELECT r.id FROM ${mirados(q)} m CROSS JOIN reclamos r WHERE ${dondeEstan(q)} LIMIT ${AREA_MAX + 1})`,
      ),
  ]);
  actorVigente(usuario, cuenta);
  return { items: filas.slice(0, AREA_MAX).map(vistaFila), hay_mas: filas.length > AREA_MAX };
}
