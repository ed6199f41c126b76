import { sql } from "drizzle-orm";
import type { GrupoMapa } from "../../../contract/esquemas/mapa.ts";
import { type Db, leerAMano } from "../../db/client.ts";
import { celdaDe } from "./grilla.ts";
import {
  COLUMNAS_PIN,
  columnas,
  type FilaPin,
  type Mira,
  publicas,
  redondo,
  visible,
} from "./internal.ts";

/** Reclamos looked at one by one for a view, close by and of a span of dates. */
const CERCA_MAX = 150;
const FECHAS_MAX = 400;
const E6 = 1e6;

export type Pines = { grupos: GrupoMapa[]; total: number; completo: boolean };
type Vista = Mira & { desdeDia: number | null };

type FilaCelda = FilaPin & { x: number; y: number; n: number; slat: number; slng: number };
type FilaSuelta = FilaPin & { x: number; y: number; id: number };

const nadie = <T>(db: Db) => leerAMano<T>(db, sql`SELECT 1 WHERE 0`);

/** The roll-up's cells in view, each lone reclamo with what its pin needs. */
const celdas = (db: Db, m: Vista) =>
  leerAMano<FilaCelda>(
    db,
    sql`WITH celdas AS (
      SELECT c.x AS x, c.y AS y, sum(k.signo * c.n) AS n, sum(k.signo * c.suma_lat) AS slat,
        sum(k.signo * c.suma_lng) AS slng, sum(k.signo * c.suma_id) AS sid
      FROM ${publicas(m.categoria)} k CROSS JOIN ${columnas(m.rango)} xs CROSS JOIN mapa_celdas c
      WHERE c.periodo = ${m.periodo} AND c.nivel = ${m.nivel} AND c.categoria_id = k.c AND c.grupo = ${m.grupo}
        AND c.x = xs.x AND c.y BETWEEN ${m.rango.desde.y} AND ${m.rango.hasta.y}
      GROUP BY c.x, c.y HAVING n > 0)
    SELECT v.x AS x, v.y AS y, v.n AS n, v.slat AS slat, v.slng AS slng, ${COLUMNAS_PIN}
    FROM celdas v LEFT JOIN reclamos r ON v.n = 1 AND r.id = v.sid AND ${visible(m)}`,
  );

/** Every reclamo that stands in the view's cells, in the order of the cells; those that it does not ask for come empty. */
const deCerca = (db: Db, m: Vista) =>
  leerAMano<FilaSuelta>(
    db,
    sql`SELECT p.x AS x, p.y AS y, p.id AS id, ${COLUMNAS_PIN}
    FROM (SELECT q.x, q.y, q.id FROM ${columnas(m.rango)} xs CROSS JOIN cifras_reclamos q
      WHERE q.x IS NOT NULL AND q.x = xs.x AND q.y BETWEEN ${m.rango.desde.y} AND ${m.rango.hasta.y}
      LIMIT ${CERCA_MAX}) p
    LEFT JOIN reclamos r ON r.id = p.id AND ${visible(m)}`,
  );

/** The latest of a span of dates; those that the view does not ask for come empty. */
const deFechas = (db: Db, m: Vista) =>
  leerAMano<FilaSuelta>(
    db,
    sql`SELECT 0 AS x, 0 AS y, p.id AS id, ${COLUMNAS_PIN}
    FROM (SELECT id FROM cifras_reclamos WHERE dia IS NOT NULL
      AND dia BETWEEN ${m.fechas?.desde ?? 0} AND ${m.fechas?.hasta ?? 0} ORDER BY dia DESC LIMIT ${FECHAS_MAX}) p
    LEFT JOIN reclamos r ON r.id = p.id AND ${visible(m)}`,
  );

/** The statements that read a view's pins, for one batch, and what is made of their rows. */
export function sentenciasPines(db: Db, m: Vista) {
  return [
    m.fechas ? nadie<FilaCelda>(db) : celdas(db, m),
    m.fechas ? deFechas(db, m) : m.cerca ? deCerca(db, m) : nadie<FilaSuelta>(db),
  ] as const;
}

const pin = (f: FilaPin): GrupoMapa => ({
  n: 1,
  lat: redondo(f.lat),
  lng: redondo(f.lng),
  codigo: f.codigo,
  estado: f.estado,
  categoria_id: f.categoria_id,
});

const clave = (c: { x: number; y: number }) => `${c.x},${c.y}`;

function agrupar<T>(todos: readonly T[], por: (t: T) => string): Map<string, T[]> {
  const grupos = new Map<string, T[]>();
  for (const uno of todos) {
    const k = por(uno);
    const grupo = grupos.get(k);
    if (grupo) grupo.push(uno);
    else grupos.set(k, [uno]);
  }
  return grupos;
}

/** Many as one, in the middle of them; one as itself. */
function juntar(filas: readonly FilaPin[]): GrupoMapa {
  const [primera] = filas;
  if (filas.length === 1 && primera) return pin(primera);
  const medio = (de: "lat" | "lng") =>
    redondo(filas.reduce((suma, f) => suma + f[de], 0) / filas.length);
  return { n: filas.length, lat: medio("lat"), lng: medio("lng") };
}

/** Those in the very same spot are one: on no zoom could they be told apart. */
const separar = (filas: readonly FilaPin[]): GrupoMapa[] =>
  [...agrupar(filas, (f) => `${redondo(f.lat)},${redondo(f.lng)}`).values()].map(juntar);

const hay = <T extends FilaPin>(f: T): boolean => f.rid !== null;

function pinesDe(m: Vista, enCeldas: FilaCelda[], sueltas: FilaSuelta[]): GrupoMapa[] {
  if (m.fechas) {
    const vistas = sueltas.filter(hay);
    if (m.cerca) return separar(vistas);
    return [...agrupar(vistas, (f) => clave(celdaDe(f.lat, f.lng, m.nivel))).values()].map(juntar);
  }
  const miradas = agrupar(sueltas, clave);
  // The cell where the looking stopped is not whole.
  const ultima = sueltas.length === CERCA_MAX ? sueltas.at(-1) : undefined;
  if (ultima) miradas.delete(clave(ultima));
  return enCeldas.flatMap((c): GrupoMapa[] => {
    if (c.n === 1) return hay(c) ? [pin(c)] : [];
    const suyas = miradas.get(clave(c));
    if (suyas) return separar(suyas.filter(hay));
    return [{ n: c.n, lat: redondo(c.slat / c.n / E6), lng: redondo(c.slng / c.n / E6) }];
  });
}

export function armarPines(m: Vista, [enCeldas, sueltas]: [FilaCelda[], FilaSuelta[]]): Pines {
  const grupos = pinesDe(m, enCeldas, sueltas);
  return {
    grupos,
    total: grupos.reduce((suma, g) => suma + g.n, 0),
    completo: !m.fechas || sueltas.length < FECHAS_MAX,
  };
}
