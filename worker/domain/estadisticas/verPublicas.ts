import { asc, sql } from "drizzle-orm";
import type { Poligono } from "../../../contract/esquemas/catalogos.ts";
import type {
  Barrios,
  CifrasPublicas,
  EstadisticasPublicas,
  PeriodoConsulta,
} from "../../../contract/esquemas/estadisticas.ts";
import { schema } from "../../db/client.ts";
import type { Ctx } from "../contexto.ts";
import { isoONulo } from "../tiempo.ts";
import { SIN_ZONA } from "./aporte.ts";
import { diaDe, fechaDe } from "./dias.ts";
import {
  acumuladasDe,
  enPlazo,
  estrellasDe,
  menos,
  type Suma,
  sentenciaAcumuladas,
  solucionDias,
  valor,
} from "./leer.ts";
import { mesesDe, type Periodo, periodoDe } from "./periodo.ts";

const { categorias: c, cifras_marca, zonas: z } = schema;

/** Fewer say nothing about how long it takes, and something about whose they are. */
export const MINIMO_PUBLICO = 5;
const MEDIANA = 0.5;
const P90 = 0.9;

const EL_TOTAL = sql`SELECT 0 AS categoria_id, 0 AS zona_id, 0 AS cuadrilla_id
  UNION ALL SELECT id, 0, 0 FROM categorias WHERE privada`;
const CATEGORIAS = sql`SELECT id AS categoria_id, 0 AS zona_id, 0 AS cuadrilla_id FROM categorias WHERE NOT privada`;
const ZONAS = sql`SELECT p.id AS categoria_id, zz.id AS zona_id, 0 AS cuadrilla_id
  FROM (SELECT id FROM zonas UNION ALL SELECT ${sql.raw(String(SIN_ZONA))}) zz,
    (SELECT 0 AS id UNION ALL SELECT id FROM categorias WHERE privada) p`;

const cifrasDe = (s: Suma): CifrasPublicas => ({
  recibidos: valor(s, "recibidos"),
  abiertos: valor(s, "abiertos"),
  resueltos: valor(s, "resueltos"),
  rechazados: valor(s, "rechazados"),
  en_plazo: enPlazo(s, MINIMO_PUBLICO),
  mediana_dias: solucionDias(s, MEDIANA, MINIMO_PUBLICO),
  p90_dias: solucionDias(s, P90, MINIMO_PUBLICO),
  reabiertos: valor(s, "reabiertos"),
  calificaciones: valor(s, "calificaciones"),
  estrellas: estrellasDe(s, MINIMO_PUBLICO),
});

/** What the whole comes to in a period, for a batch that asks for nothing more of the figures. */
export const sentenciaTotalPublico = (db: Ctx["db"], { desde, hasta }: Periodo) =>
  sentenciaAcumuladas(db, EL_TOTAL, [desde - 1, hasta]);

export function totalPublico(
  leidas: Awaited<ReturnType<typeof sentenciaTotalPublico>>,
  periodo: Periodo,
): CifrasPublicas {
  const acumuladas = acumuladasDe(leidas);
  const privadas = leidas.filter((l) => l.categoria !== 0);
  return cifrasDe(
    menos(
      acumuladas.entre({}, periodo),
      privadas.map(({ categoria }) => acumuladas.entre({ categoria }, periodo)),
    ),
  );
}

/** A row that shows something. One without figures is worth its line only while it can still get some. */
const conAlgo = (f: CifrasPublicas, activa: boolean): boolean =>
  activa || f.recibidos + f.resueltos + f.rechazados + f.reabiertos + f.calificaciones > 0;

/** The figures, and the shapes of the barrios that they are told by. */
type Leidas = { estadisticas: EstadisticasPublicas; poligonos: Map<number, Poligono> };

/**
 * The city's figures for anyone, in one trip, read from the roll-up alone. Private categorías are in none of them, totals
 * included: else the total less its parts would tell of them.
 * @throws Fallo datos_invalidos for a period that cannot be
 */
export const verEstadisticasPublicas = async (
  ctx: Pick<Ctx, "db" | "ahora">,
  consulta: PeriodoConsulta,
): Promise<EstadisticasPublicas> => (await leer(ctx, consulta)).estadisticas;

/** The figures of each barrio on its shape: GeoJSON, RFC 7946. @throws Fallo as above */
export async function verBarrios(
  ctx: Pick<Ctx, "db" | "ahora">,
  consulta: PeriodoConsulta,
): Promise<Barrios> {
  const { estadisticas: e, poligonos } = await leer(ctx, consulta);
  return {
    type: "FeatureCollection",
    features: e.por_zona.flatMap(({ id, ...propiedades }) => {
      const geometry = id === null ? undefined : poligonos.get(id);
      if (id === null || !geometry) return [];
      const properties = { desde: e.desde, hasta: e.hasta, ...propiedades };
      return [{ type: "Feature" as const, id, geometry, properties }];
    }),
  };
}

async function leer(
  { db, ahora }: Pick<Ctx, "db" | "ahora">,
  consulta: PeriodoConsulta,
): Promise<Leidas> {
  const periodo = periodoDe(consulta, diaDe(ahora));
  const meses = mesesDe(periodo);
  const puntas = [periodo.desde - 1, periodo.hasta];
  const [categorias, zonas, [marca], todo, deCategorias, deZonas] = await db.batch([
    db.select().from(c).orderBy(asc(c.orden), asc(c.id)),
    db.select().from(z).orderBy(asc(z.nombre)),
    db.select({ en: cifras_marca.en }).from(cifras_marca),
    sentenciaAcumuladas(db, EL_TOTAL, [...puntas, ...meses.map((m) => m.hasta)]),
    sentenciaAcumuladas(db, CATEGORIAS, puntas),
    sentenciaAcumuladas(db, ZONAS, puntas),
  ]);
  const acumuladas = acumuladasDe(todo, deCategorias, deZonas);
  const privadas = categorias.filter((x) => x.privada);
  const publicas = (zona: number, p: Periodo): Suma =>
    menos(
      acumuladas.entre({ zona }, p),
      privadas.map(({ id }) => acumuladas.entre({ categoria: id, zona }, p)),
    );
  const sinZona = { id: null, nombre: "Sin ubicar en un barrio", activa: false };
  const estadisticas: EstadisticasPublicas = {
    desde: fechaDe(periodo.desde),
    hasta: fechaDe(periodo.hasta),
    contado_en: isoONulo(marca?.en ?? null),
    total: cifrasDe(publicas(0, periodo)),
    por_categoria: categorias
      .filter((x) => !x.privada)
      .map(({ id, nombre, icono, color, activa }) => ({
        activa,
        fila: {
          id,
          nombre,
          icono,
          color,
          ...cifrasDe(acumuladas.entre({ categoria: id }, periodo)),
        },
      }))
      .filter(({ activa, fila }) => conAlgo(fila, activa))
      .map(({ fila }) => fila),
    por_zona: [...zonas, sinZona]
      .map(({ id, nombre, activa }) => ({
        activa,
        fila: { id, nombre, ...cifrasDe(publicas(id ?? SIN_ZONA, periodo)) },
      }))
      .filter(({ activa, fila }) => conAlgo(fila, activa))
      .map(({ fila }) => fila),
    por_mes: meses.map((m) => {
      const s = publicas(0, m);
      return {
        mes: fechaDe(m.desde).slice(0, 7),
        desde: fechaDe(m.desde),
        hasta: fechaDe(m.hasta),
        recibidos: valor(s, "recibidos"),
        resueltos: valor(s, "resueltos"),
        en_plazo: enPlazo(s, MINIMO_PUBLICO),
        mediana_dias: solucionDias(s, MEDIANA, MINIMO_PUBLICO),
      };
    }),
  };
  return { estadisticas, poligonos: new Map(zonas.map((x) => [x.id, x.poligono])) };
}
