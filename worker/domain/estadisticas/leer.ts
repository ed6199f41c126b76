import { type SQL, sql } from "drizzle-orm";
import { type Db, leerAMano } from "../../db/client.ts";
import {
  CUBOS_DIAS,
  CUBOS_HORAS,
  DIAS_HASTA,
  HORAS_HASTA,
  MEDIDAS,
  type Medida,
} from "../../db/medidas.ts";
import { conUnDecimal, percentil } from "./percentiles.ts";
import type { Periodo } from "./periodo.ts";

const FILA = sql.raw(MEDIDAS.join(", "));

type Leida = { categoria: number; zona: number; cuadrilla: number } & Record<
  `d${number}`,
  string | null
>;

/**
 * The cumulative rows of these keys on these days: a row read for each key and day, and one for each key. Each day is a
 * column: out of a json_each they would count double.
 * @param claves SQL that yields categoria_id, zona_id, cuadrilla_id
 */
export function sentenciaAcumuladas(db: Db, claves: SQL, dias: Iterable<number>) {
  const columnas = [...new Set(dias)].map(
    (dia) => sql`, (SELECT json_array(${FILA}) FROM cifras_acumuladas a
      WHERE a.categoria_id = k.categoria_id AND a.zona_id = k.zona_id AND a.cuadrilla_id = k.cuadrilla_id
        AND a.dia <= ${sql.raw(String(dia))} ORDER BY a.dia DESC LIMIT 1) AS ${sql.raw(`d${dia}`)}`,
  );
  return leerAMano<Leida>(
    db,
    sql`SELECT k.categoria_id AS categoria, k.zona_id AS zona, k.cuadrilla_id AS cuadrilla${sql.join(columnas)} FROM (${claves}) k`,
  );
}

/** One value a measure, in the order of MEDIDAS. */
export type Suma = readonly number[];
const NADA: Suma = MEDIDAS.map(() => 0);
const LUGAR = new Map(MEDIDAS.map((m, i) => [m, i]));

const mas = (a: Suma, b: Suma, signo: 1 | -1): Suma => a.map((n, i) => n + signo * (b[i] ?? 0));

/** A key of `cifras_acumuladas`; 0 stands for all. */
export type Clave = { categoria?: number; zona?: number; cuadrilla?: number };
const enTexto = (c: Clave, dia: number): string =>
  `${c.categoria ?? 0},${c.zona ?? 0},${c.cuadrilla ?? 0},${dia}`;

/** What was read, ready to be asked. */
export function acumuladasDe(...lecturas: readonly Leida[][]) {
  const filas = new Map<string, Suma>();
  for (const { categoria, zona, cuadrilla, ...dias } of lecturas.flat())
    for (const [d, fila] of Object.entries(dias))
      filas.set(
        enTexto({ categoria, zona, cuadrilla }, Number(d.slice(1))),
        fila === null ? NADA : (JSON.parse(fila) as number[]),
      );
  const hasta = (clave: Clave, dia: number): Suma => {
    const fila = filas.get(enTexto(clave, dia));
    // Not having asked for it is our mistake: a zero would be a false figure.
    if (!fila) throw new Error(`cifras: nobody read ${enTexto(clave, dia)}`);
    return fila;
  };
  return {
    hasta,
    entre: (clave: Clave, { desde, hasta: fin }: Periodo): Suma =>
      mas(hasta(clave, fin), hasta(clave, desde - 1), -1),
  };
}
export type Acumuladas = ReturnType<typeof acumuladasDe>;

/** A whole less its parts. */
export const menos = (todo: Suma, partes: readonly Suma[]): Suma =>
  partes.reduce((s, p) => mas(s, p, -1), todo);

export const valor = (suma: Suma, medida: Medida): number => suma[LUGAR.get(medida) ?? -1] ?? 0;

const redondo = (n: number | null): number | null => (n === null ? null : conUnDecimal(n));
const cubos = (suma: Suma, medidas: readonly Medida[]) => medidas.map((m) => valor(suma, m));

/** Of the solved, the part within the promise, 0 to 100. @param minimo fewer say nothing */
export function enPlazo(suma: Suma, minimo: number): number | null {
  const resueltos = valor(suma, "resueltos");
  return resueltos < minimo ? null : conUnDecimal((100 * valor(suma, "cumplidos")) / resueltos);
}

/** Days from report to solution. */
export const solucionDias = (suma: Suma, parte: number, minimo: number): number | null =>
  valor(suma, "resueltos") < minimo
    ? null
    : redondo(percentil(cubos(suma, CUBOS_DIAS), DIAS_HASTA, parte));

/** Hours from report to the city's first answer. */
export const respuestaHoras = (suma: Suma, parte: number, minimo: number): number | null =>
  valor(suma, "respondidos") < minimo
    ? null
    : redondo(percentil(cubos(suma, CUBOS_HORAS), HORAS_HASTA, parte));

export function estrellasDe(suma: Suma, minimo: number): number | null {
  const notas = valor(suma, "calificaciones");
  return notas < minimo ? null : conUnDecimal(valor(suma, "estrellas") / notas);
}
