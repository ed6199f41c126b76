/** Upper edges, in days, of the histogram of days from the report to the solution; its last bucket has none. */
export const DIAS_HASTA = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 17, 20, 25, 30, 40, 50, 60, 75, 90, 120, 150, 180, 270,
  365,
] as const;

/** The same in hours, of the time to the city's first answer. */
export const HORAS_HASTA = [1, 2, 4, 8, 12, 24, 36, 48, 72, 96, 120, 168, 240, 336] as const;

const CONTEOS = [
  /** On the day of the report. */
  "recibidos",
  /** Those that are solved or rejected now, on the day they were. */
  "resueltos",
  "rechazados",
  /** Of the solved, those within their promise. */
  "cumplidos",
  /** Each reopening, on its day. */
  "reabiertos",
  /** Each rating, on its day. */
  "calificaciones",
  "estrellas",
  /** The city's first answer, on its day. */
  "respondidos",
  /** Those that are so now, on the day of the report. */
  "abiertos",
  "vencidos",
  "sin_asignar",
  "sin_ubicar",
  "abiertos_otra_vez",
] as const;

export type Conteo = (typeof CONTEOS)[number];
export type Medida = Conteo | `d${number}` | `h${number}`;

const cubos = <L extends "d" | "h">(letra: L, bordes: readonly number[]) =>
  Array.from({ length: bordes.length + 1 }, (_, i) => `${letra}${i}` as const);

/** A bucket each of how long the solution and the first answer took. */
export const CUBOS_DIAS: readonly Medida[] = cubos("d", DIAS_HASTA);
export const CUBOS_HORAS: readonly Medida[] = cubos("h", HORAS_HASTA);

/** What is counted, in the order of the columns of `cifras_acumuladas`. */
export const MEDIDAS: readonly Medida[] = [...CONTEOS, ...CUBOS_DIAS, ...CUBOS_HORAS];
