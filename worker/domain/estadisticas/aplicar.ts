import { type SQL, sql } from "drizzle-orm";
import type { Hecho } from "../../../contract/vocabulario.ts";
import { aMano, type Db, type Sentencia } from "../../db/client.ts";
import { MEDIDAS } from "../../db/medidas.ts";
import { type Aporte, type Hechos, lugarDe } from "./aporte.ts";
import { type Diferencias, filasDe } from "./diferencias.ts";

/** Rows a statement, so that its one JSON value stays well under D1's 2 MB. */
const FILAS_POR_SENTENCIA = 5_000;

type Filas = readonly (readonly unknown[])[];

function* enTrozos(filas: Filas): Generator<SQL> {
  for (let i = 0; i < filas.length; i += FILAS_POR_SENTENCIA)
    yield sql`json_each(${JSON.stringify(filas.slice(i, i + FILAS_POR_SENTENCIA))})`;
}

const lista = (partes: readonly string[]): SQL => sql.raw(partes.join(", "));

const CLAVE = ["categoria_id", "zona_id", "cuadrilla_id"] as const;
const COLUMNAS_ACUMULADAS = lista([...CLAVE, "dia", ...MEDIDAS]);
const CLAVE_DE_FILA = lista(CLAVE.map((c, i) => `value ->> ${i} AS ${c}`));
const SUMAS = lista(MEDIDAS.map((m, i) => `sum(d.fila ->> ${i + 4}) AS ${m}`));
const MAS_SUMAS = lista(MEDIDAS.map((m) => `${m} = cifras_acumuladas.${m} + s.${m}`));
const ANTERIORES = lista(MEDIDAS.map((m) => `coalesce(a.${m}, 0)`));
const MISMA_CLAVE = sql.raw(CLAVE.map((c) => `a.${c} = d.${c}`).join(" AND "));

/** Adds to every row from its day on. A day that has none yet begins as the one before it. */
function acumular(db: Db, filas: Filas): Sentencia[] {
  return [...enTrozos(filas)].flatMap((trozo) => {
    const d = sql`(SELECT ${CLAVE_DE_FILA}, value ->> 3 AS dia, value AS fila FROM ${trozo})`;
    return [
      aMano(
        db,
        sql`
        INSERT OR IGNORE INTO cifras_acumuladas (${COLUMNAS_ACUMULADAS})
        SELECT d.categoria_id, d.zona_id, d.cuadrilla_id, d.dia, ${ANTERIORES}
        FROM ${d} d LEFT JOIN cifras_acumuladas a ON ${MISMA_CLAVE}
          AND a.dia = (SELECT max(dia) FROM cifras_acumuladas a WHERE ${MISMA_CLAVE} AND a.dia < d.dia)`,
      ),
      aMano(
        db,
        sql`
        UPDATE cifras_acumuladas SET ${MAS_SUMAS}
        FROM (SELECT a.categoria_id, a.zona_id, a.cuadrilla_id, a.dia, ${SUMAS}
          FROM ${d} d JOIN cifras_acumuladas a ON ${MISMA_CLAVE} AND a.dia >= d.dia
          GROUP BY 1, 2, 3, 4) s
        WHERE cifras_acumuladas.categoria_id = s.categoria_id AND cifras_acumuladas.zona_id = s.zona_id
          AND cifras_acumuladas.cuadrilla_id = s.cuadrilla_id AND cifras_acumuladas.dia = s.dia`,
      ),
    ];
  });
}

const CLAVE_CELDA = ["periodo", "nivel", "categoria_id", "grupo", "x", "y"] as const;
const VALORES_CELDA = ["n", "suma_lat", "suma_lng", "suma_id"] as const;
const COLUMNAS_CELDA = lista([...CLAVE_CELDA, ...VALORES_CELDA]);
const CAMPOS_CELDA = lista([...CLAVE_CELDA, ...VALORES_CELDA].map((_, i) => `value ->> ${i}`));
const CAMPOS_CLAVE = lista(CLAVE_CELDA.map((_, i) => `value ->> ${i}`));
const MAS_CELDA = lista(VALORES_CELDA.map((v) => `${v} = mapa_celdas.${v} + excluded.${v}`));

/** Adds to the map's cells; one that is left empty goes. */
function marcarCeldas(db: Db, filas: readonly (readonly number[])[]): Sentencia[] {
  const bajan = filas.filter((f) => (f[CLAVE_CELDA.length] ?? 0) < 0);
  return [
    ...[...enTrozos(filas)].map((trozo) =>
      aMano(
        db,
        sql`
        INSERT INTO mapa_celdas (${COLUMNAS_CELDA}) SELECT ${CAMPOS_CELDA} FROM ${trozo} WHERE true
        ON CONFLICT DO UPDATE SET ${MAS_CELDA}`,
      ),
    ),
    ...[...enTrozos(bajan)].map((trozo) =>
      aMano(
        db,
        sql`
        DELETE FROM mapa_celdas WHERE n = 0
          AND (${lista(CLAVE_CELDA)}) IN (SELECT ${CAMPOS_CLAVE} FROM ${trozo})`,
      ),
    ),
  ];
}

/** The statements that write these changes. */
export const sentenciasDe = (db: Db, d: Diferencias): Sentencia[] => [
  ...acumular(db, filasDe(d.acumuladas)),
  ...marcarCeldas(db, filasDe(d.celdas)),
];

function* filasDeHechos(id: number, h: Hechos): Generator<[Hecho, number, number]> {
  if (h.respondido_en !== null) yield ["respondido", h.respondido_en, id];
  for (const en of h.reabierto_en) yield ["reabierto", en, id];
  for (const { en } of h.calificaciones) yield ["calificado", en, id];
}

/** The statements that note when what is counted happened, so that each such number has its list. */
export function anotarHechos(db: Db, hechos: ReadonlyMap<number, Hechos>): Sentencia[] {
  const ids = [...enTrozos([...hechos.keys()].map((id) => [id]))];
  const filas = [...enTrozos([...hechos].flatMap(([id, h]) => [...filasDeHechos(id, h)]))];
  return [
    ...ids.map((trozo) =>
      aMano(
        db,
        sql`DELETE FROM cifras_hechos WHERE reclamo_id IN (SELECT value ->> 0 FROM ${trozo})`,
      ),
    ),
    ...filas.map((trozo) =>
      aMano(
        db,
        sql`
        INSERT OR IGNORE INTO cifras_hechos (hecho, en, reclamo_id)
        SELECT value ->> 0, value ->> 1, value ->> 2 FROM ${trozo}`,
      ),
    ),
  ];
}

/** The statements that remember what each reclamo has added. */
export function recordar(db: Db, aportes: ReadonlyMap<number, Aporte>): Sentencia[] {
  const filas = [...aportes].map(([id, a]) => {
    const lugar = a.punto && lugarDe(a.punto);
    return [id, JSON.stringify(a), lugar?.x ?? null, lugar?.y ?? null, a.punto?.dia ?? null];
  });
  return [...enTrozos(filas)].map((trozo) =>
    aMano(
      db,
      sql`
      INSERT OR REPLACE INTO cifras_reclamos (id, aporte, x, y, dia)
      SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM ${trozo}`,
    ),
  );
}
