import { type SQL, sql } from "drizzle-orm";
import type { ConsultaMapa } from "../../../contract/esquemas/mapa.ts";
import type { Estado } from "../../../contract/vocabulario.ts";
import { GRUPOS } from "../estadisticas/aporte.ts";
import { diaDe } from "../estadisticas/dias.ts";
import { type Caja, cantidad, grillaPara, ladoDe, type Nivel, type Rango } from "./grilla.ts";

/** Cells of a view, at most: what a large screen holds at the grid of its own zoom. */
const CELDAS_MAX = 288;
/** From here on each reclamo stands alone. */
export const ZOOM_PUNTOS = 18;

const SEGUNDOS_POR_DIA = 86_400;
const DESFASE_SEGUNDOS = 10_800;
const inicioDe = (dia: number): number => dia * SEGUNDOS_POR_DIA + DESFASE_SEGUNDOS;

/** What a view looks at, made out once for all its statements. */
export type Mira = {
  nivel: Nivel;
  rango: Rango;
  /** What counts as in view: whole cells, until each reclamo stands alone. */
  caja: Caja;
  cerca: boolean;
  grupo: (typeof GRUPOS)[keyof typeof GRUPOS];
  periodo: number;
  categoria: number | undefined;
  /** Days, both included, where dates were asked for. */
  fechas: { desde: number; hasta: number } | null;
};

const GRUPO_DE = {
  abiertos: GRUPOS.abiertos,
  resueltos: GRUPOS.resueltos,
  todos: GRUPOS.todos,
} as const;
const SIEMPRE = { desde: 0, hasta: 1_000_000 };

/** @param ahora epoch seconds */
export function mirar(q: ConsultaMapa, ahora: number): Mira & { desdeDia: number | null } {
  const { nivel, rango } = grillaPara(q.bbox, q.zoom, CELDAS_MAX);
  const lado = ladoDe(nivel);
  const cerca = q.zoom >= ZOOM_PUNTOS && nivel === 17 && cantidad(rango) <= CELDAS_MAX;
  const entera: Caja = {
    oeste: rango.desde.x * lado - 180,
    sur: rango.desde.y * lado - 90,
    este: (rango.hasta.x + 1) * lado - 180,
    norte: (rango.hasta.y + 1) * lado - 90,
  };
  const conFechas = q.desde !== undefined || q.hasta !== undefined;
  return {
    nivel,
    rango,
    caja: cerca ? q.bbox : entera,
    cerca,
    grupo: GRUPO_DE[q.estado],
    periodo: q.dias ?? 0,
    categoria: q.categoria,
    fechas: conFechas ? { desde: q.desde ?? SIEMPRE.desde, hasta: q.hasta ?? SIEMPRE.hasta } : null,
    desdeDia: q.dias === undefined ? null : diaDe(ahora) - q.dias + 1,
  };
}

/**
 * The roll-up's rows to add up, as (c, signo). Its row for all categories holds the private ones too, so those are taken
 * away; at reading, so that a category made private is gone from the map at once.
 */
export const publicas = (categoria: number | undefined): SQL =>
  categoria === undefined
    ? sql`(SELECT 0 AS c, 1 AS signo UNION ALL SELECT id, -1 FROM categorias WHERE privada)`
    : sql`(SELECT id AS c, 1 AS signo FROM categorias WHERE id = ${categoria} AND NOT privada)`;

/** Each column of a range as a row, so that the roll-up is read cell by cell and not whole columns of the country. */
export const columnas = ({ desde, hasta }: Rango): SQL => {
  const xs = Array.from({ length: hasta.x - desde.x + 1 }, (_, i) => desde.x + i);
  return sql`(SELECT value AS x FROM json_each(${JSON.stringify(xs)}))`;
};

/**
 * What makes a row of `reclamos` (as r) one that anyone may see and that the view asks for, from the row itself: the roll-up
 * may be a minute behind, and what was hidden since must not show.
 */
export function visible(m: Mira & { desdeDia: number | null }): SQL {
  const { caja, fechas } = m;
  const fecha = sql`coalesce(r.cerrado_en, r.creado_en)`;
  const partes = [
    sql`NOT r.oculto AND r.categoria_id NOT IN (SELECT id FROM categorias WHERE privada)`,
    sql`r.lat BETWEEN ${caja.sur} AND ${caja.norte} AND r.lng BETWEEN ${caja.oeste} AND ${caja.este}`,
    m.grupo === GRUPOS.abiertos
      ? sql`r.cerrado_en IS NULL`
      : m.grupo === GRUPOS.resueltos
        ? sql`r.estado = 'resuelto'`
        : sql`r.estado <> 'rechazado'`,
    m.categoria !== undefined ? sql`r.categoria_id = ${m.categoria}` : undefined,
    fechas
      ? sql`${fecha} >= ${inicioDe(fechas.desde)} AND ${fecha} < ${inicioDe(fechas.hasta + 1)}`
      : m.desdeDia !== null
        ? sql`${fecha} >= ${inicioDe(m.desdeDia)}`
        : undefined,
  ].filter((p) => p !== undefined);
  return sql.join(partes, sql` AND `);
}

/** Degrees to a metre or so. */
const FINO = 1e5;
export const redondo = (grados: number): number => Math.round(grados * FINO) / FINO;

/** The columns that a pin needs. */
export const COLUMNAS_PIN = sql.raw(
  "r.id AS rid, r.codigo AS codigo, r.estado AS estado, r.categoria_id AS categoria_id, r.lat AS lat, r.lng AS lng",
);
export type FilaPin = {
  rid: number | null;
  codigo: string;
  estado: Estado;
  categoria_id: number;
  lat: number;
  lng: number;
};
