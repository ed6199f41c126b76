import * as z from "zod/mini";
import { poligono } from "./catalogos.ts";
import { idEntero, instante } from "./comunes.ts";

const DIA_MS = 86_400_000;

/** A day as 2026-11-24, as a number: days since 1970-01-01. */
const dia = z.pipe(
  z.string().check(
    z.regex(/^\d{4}-\d{2}-\d{2}$/, "Escribí la fecha como 2026-11-24."),
    z.refine((s) => !Number.isNaN(Date.parse(`${s}T00:00:00Z`)), "Esa fecha no existe."),
  ),
  z.transform((s) => Date.parse(`${s}T00:00:00Z`) / DIA_MS),
);

/** Periods that count back from today. */
export const DIAS_ATRAS = [30, 90, 365] as const;
export type DiasAtras = (typeof DIAS_ATRAS)[number];

/** The period asked for: so many days up to today, or from one day to another, both included. Without a word, 90 days. */
export const periodoConsulta = z.object({
  dias: z.optional(
    z.pipe(
      z.enum(["30", "90", "365"], "Elegí 30, 90 o 365 días."),
      z.transform((s) => Number(s) as DiasAtras),
    ),
  ),
  desde: z.optional(dia),
  hasta: z.optional(dia),
});
export type PeriodoConsulta = z.infer<typeof periodoConsulta>;

const fecha = z.string();
const conteo = z.int();
/** Null where there were too few to say. */
const medida = z.nullable(z.number());

/** What a period came to. Percentages 0 to 100; days and stars with one decimal. */
export const cifrasPublicas = z.object({
  /** Reported in the period. */
  recibidos: conteo,
  /** Of those, how many are still open today. */
  abiertos: conteo,
  /** Solved, and rejected, in the period, and so until today. */
  resueltos: conteo,
  rechazados: conteo,
  /** Of the solved, the part within the promised date. */
  en_plazo: medida,
  /** Days from the report to the solution. */
  mediana_dias: medida,
  p90_dias: medida,
  /** Reopenings in the period. */
  reabiertos: conteo,
  /** Ratings in the period, and their mean, 1 to 5. */
  calificaciones: conteo,
  estrellas: medida,
});
export type CifrasPublicas = z.infer<typeof cifrasPublicas>;

export const estadisticasPublicas = z.object({
  /** First and last day of the period, in Buenos Aires. */
  desde: fecha,
  hasta: fecha,
  /** When the figures were last moved by something; null before the first count. */
  contado_en: z.nullable(instante),
  total: cifrasPublicas,
  por_categoria: z.array(
    z.extend(cifrasPublicas, {
      id: idEntero,
      nombre: z.string(),
      icono: z.string(),
      color: z.string(),
    }),
  ),
  /** `id` null: those without a place on the map. */
  por_zona: z.array(z.extend(cifrasPublicas, { id: z.nullable(idEntero), nombre: z.string() })),
  por_mes: z.array(
    z.object({
      /** As 2026-11; the first and the last month may be in part outside the period. */
      mes: z.string(),
      desde: fecha,
      hasta: fecha,
      recibidos: conteo,
      resueltos: conteo,
      en_plazo: medida,
      mediana_dias: medida,
    }),
  ),
});
export type EstadisticasPublicas = z.infer<typeof estadisticasPublicas>;

/** The figures of each barrio on its shape: GeoJSON, RFC 7946. */
export const barrios = z.object({
  type: z.literal("FeatureCollection"),
  features: z.array(
    z.object({
      type: z.literal("Feature"),
      id: idEntero,
      geometry: poligono,
      properties: z.extend(cifrasPublicas, { nombre: z.string(), desde: fecha, hasta: fecha }),
    }),
  ),
});
export type Barrios = z.infer<typeof barrios>;

/**
 * A number for staff: what it is, what it was in the period before (null where there is none), and the filter that lists
 * exactly those reclamos in the bandeja (null where the number counts no reclamos).
 */
export const numero = z.object({
  valor: medida,
  anterior: medida,
  lista: z.nullable(z.record(z.string(), z.string())),
});
export type Numero = z.infer<typeof numero>;

const fila = z.object({
  recibidos: numero,
  resueltos: numero,
  /** Now. */
  abiertos: numero,
  vencidos: numero,
  en_plazo: numero,
  solucion_dias: numero,
  respuesta_horas: numero,
});
export type FilaEstadistica = z.infer<typeof fila>;

export const estadisticas = z.object({
  desde: fecha,
  hasta: fecha,
  /** As many days, right before. */
  anterior: z.object({ desde: fecha, hasta: fecha }),
  contado_en: z.nullable(instante),
  volumen: z.object({
    recibidos: numero,
    resueltos: numero,
    rechazados: numero,
    /** Reopenings: a reclamo may be reopened more than once. */
    reabiertos: numero,
  }),
  tiempos: z.object({
    /** Hours from the report to the city's first answer, of those first answered in the period. */
    respuesta_mediana_horas: numero,
    respuesta_p90_horas: numero,
    /** Days from the report to the solution, of those solved in the period. */
    solucion_mediana_dias: numero,
    solucion_p90_dias: numero,
    en_plazo: numero,
    /** The mean of the ratings, and how many. */
    estrellas: numero,
    calificaciones: numero,
  }),
  /** The open ones, now. */
  ahora: z.object({
    abiertos: numero,
    vencidos: numero,
    sin_asignar: numero,
    sin_ubicar: numero,
    reabiertos: numero,
  }),
  /** The open ones by the days since their report; `hasta_dias` null for the oldest. */
  antiguedad: z.array(
    z.object({ desde_dias: z.int(), hasta_dias: z.nullable(z.int()), abiertos: numero }),
  ),
  /** Days, weeks or months, as the period's length wants. */
  paso: z.enum(["dia", "semana", "mes"]),
  serie: z.array(z.object({ desde: fecha, hasta: fecha, recibidos: numero, resueltos: numero })),
  por_categoria: z.array(
    z.extend(fila, { id: idEntero, nombre: z.string(), icono: z.string(), color: z.string() }),
  ),
  por_zona: z.array(z.extend(fila, { id: z.nullable(idEntero), nombre: z.string() })),
  por_cuadrilla: z.array(z.extend(fila, { id: idEntero, nombre: z.string() })),
});
export type Estadisticas = z.infer<typeof estadisticas>;
