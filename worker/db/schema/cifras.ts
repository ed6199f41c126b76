import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { HECHOS } from "../../../contract/vocabulario.ts";
import { MEDIDAS, type Medida } from "../medidas.ts";
import { instante } from "./columnas.ts";

/**
 * How far the figures have counted: one row, id 1. Every round moves `turno` by one, and a round that finds another `turno`
 * than it read fails as a whole, so that nothing is counted twice.
 */
export const cifras_marca = sqliteTable("cifras_marca", {
  id: integer().primaryKey(),
  turno: integer().notNull(),
  /** Every evento up to this one is counted. */
  evento_id: integer().notNull(),
  /** Counting from the beginning: every reclamo up to this one is counted. Null once all are. */
  reclamo_id: integer(),
  /** The day (see `diaDe`) from which the map's periods count back. */
  dia: integer().notNull(),
  en: instante("en").notNull(),
});

/**
 * What each reclamo has already added to the figures, so that a change takes exactly that away again. `aporte` is JSON
 * (domain/estadisticas/aporte.ts); x, y and dia are its place and date on the public map, null where it does not show.
 */
export const cifras_reclamos = sqliteTable(
  "cifras_reclamos",
  {
    id: integer().primaryKey(),
    aporte: text().notNull(),
    x: integer(),
    y: integer(),
    dia: integer(),
  },
  (t) => [
    index("cifras_reclamos_lugar").on(t.x, t.y).where(sql.raw("x IS NOT NULL")),
    index("cifras_reclamos_dia").on(t.dia).where(sql.raw("dia IS NOT NULL")),
  ],
);

/**
 * When what the figures count of a reclamo besides its own row happened: its first answer, each reopening, each rating. What
 * such a number's list walks, the latest first.
 */
export const cifras_hechos = sqliteTable(
  "cifras_hechos",
  {
    hecho: text({ enum: HECHOS }).notNull(),
    en: instante("en").notNull(),
    reclamo_id: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.hecho, t.en, t.reclamo_id] }),
    index("cifras_hechos_reclamo").on(t.reclamo_id, t.hecho, t.en),
  ],
);

const conteo = () => integer().notNull().default(0);
const COLUMNAS = Object.fromEntries(MEDIDAS.map((m) => [m, conteo()])) as Record<
  Medida,
  ReturnType<typeof conteo>
>;

/**
 * Every measure from the first day up to and including `dia`, so that any span of days is one row less another. 0 stands
 * for all; zona -1 for none. A day on which nothing changed has no row: the latest one before holds.
 */
export const cifras_acumuladas = sqliteTable(
  "cifras_acumuladas",
  {
    categoria_id: integer().notNull(),
    zona_id: integer().notNull(),
    cuadrilla_id: integer().notNull(),
    dia: integer().notNull(),
    ...COLUMNAS,
  },
  (t) => [primaryKey({ columns: [t.categoria_id, t.zona_id, t.cuadrilla_id, t.dia] })],
);

/**
 * The public map's grid: how many reclamos stand in each cell, and the sums of their places and ids. Of a cell with one
 * reclamo the sum of ids is its id. Categoría 0 stands for all, private ones included.
 */
export const mapa_celdas = sqliteTable(
  "mapa_celdas",
  {
    /** Days back that it counts; 0 for ever. */
    periodo: integer().notNull(),
    nivel: integer().notNull(),
    categoria_id: integer().notNull(),
    /** 0 todos, 1 abiertos, 2 resueltos. */
    grupo: integer().notNull(),
    x: integer().notNull(),
    y: integer().notNull(),
    n: integer().notNull(),
    /** Millionths of a degree. */
    suma_lat: integer().notNull(),
    suma_lng: integer().notNull(),
    suma_id: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.periodo, t.nivel, t.categoria_id, t.grupo, t.x, t.y] })],
);
