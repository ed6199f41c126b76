import { asc, sql } from "drizzle-orm";
import type {
  Estadisticas,
  FilaEstadistica,
  Numero,
  PeriodoConsulta,
} from "../../../contract/esquemas/estadisticas.ts";
import { schema } from "../../db/client.ts";
import type { Medida } from "../../db/medidas.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { actorVigente, sentenciaActor } from "../reclamos/lectura.ts";
import { isoONulo } from "../tiempo.ts";
import { SIN_ZONA } from "./aporte.ts";
import { diaDe, fechaDe } from "./dias.ts";
import {
  type Acumuladas,
  acumuladasDe,
  type Clave,
  enPlazo,
  estrellasDe,
  respuestaHoras,
  type Suma,
  sentenciaAcumuladas,
  solucionDias,
  valor,
} from "./leer.ts";
import {
  abiertosDe,
  deHecho,
  type Filtro,
  rechazadosEn,
  recibidosEn,
  resueltosEn,
} from "./listas.ts";
import { anteriorA, mesesDe, type Periodo, periodoDe, tramosDe } from "./periodo.ts";

const { categorias: c, cifras_marca, cuadrillas: q, zonas: z } = schema;

const MEDIANA = 0.5;
const P90 = 0.9;
/** For those who know the street, one case is already something. */
const MINIMO = 1;
/** Edges, in days since the report, of the backlog's ages. */
const EDADES_DIAS = [0, 3, 7, 14, 30, 90] as const;

const CLAVES = {
  todo: sql`SELECT 0 AS categoria_id, 0 AS zona_id, 0 AS cuadrilla_id`,
  categorias: sql`SELECT id AS categoria_id, 0 AS zona_id, 0 AS cuadrilla_id FROM categorias`,
  zonas: sql`SELECT 0 AS categoria_id, id AS zona_id, 0 AS cuadrilla_id
    FROM (SELECT id FROM zonas UNION ALL SELECT ${sql.raw(String(SIN_ZONA))})`,
  cuadrillas: sql`SELECT 0 AS categoria_id, 0 AS zona_id, id AS cuadrilla_id FROM cuadrillas`,
};

const DIAS_DE_A_UNO = 31;
const DIAS_DE_A_SEMANA = 182;
/** The stretches that a curve of this length is drawn by: never more than 31. */
function serieDe(p: Periodo): { paso: Estadisticas["paso"]; tramos: Periodo[] } {
  const dias = p.hasta - p.desde + 1;
  if (dias <= DIAS_DE_A_UNO) return { paso: "dia", tramos: tramosDe(p, 1) };
  if (dias <= DIAS_DE_A_SEMANA) return { paso: "semana", tramos: tramosDe(p, 7) };
  return { paso: "mes", tramos: mesesDe(p) };
}

/** The figures as they are read for one key, now and in the period before. */
function lector(acumuladas: Acumuladas, clave: Clave, de: Filtro, periodo: Periodo, hoy: number) {
  const suma = acumuladas.entre(clave, periodo);
  const previa = acumuladas.entre(clave, anteriorA(periodo));
  const ahora = acumuladas.hasta(clave, hoy);
  const con = (leer: (s: Suma) => number | null, lista: Filtro | null): Numero => ({
    valor: leer(suma),
    anterior: leer(previa),
    lista: lista && { ...lista, ...de },
  });
  const cuenta = (m: Medida, lista: Filtro | null) => con((s) => valor(s, m), lista);
  const solucionados = resueltosEn(periodo);
  const respondidos = deHecho("respondido", periodo);
  return {
    con,
    cuenta,
    solucionados,
    respondidos,
    recibidos: () => cuenta("recibidos", recibidosEn(periodo)),
    resueltos: () => cuenta("resueltos", solucionados),
    ahora: (m: Medida, lista: Filtro): Numero => ({
      valor: valor(ahora, m),
      anterior: null,
      lista: { ...lista, ...de },
    }),
  };
}

function filaDe(...que: Parameters<typeof lector>): FilaEstadistica {
  const l = lector(...que);
  return {
    recibidos: l.recibidos(),
    resueltos: l.resueltos(),
    abiertos: l.ahora("abiertos", abiertosDe.todos),
    vencidos: l.ahora("vencidos", abiertosDe.vencidos),
    en_plazo: l.con((s) => enPlazo(s, MINIMO), l.solucionados),
    solucion_dias: l.con((s) => solucionDias(s, MEDIANA, MINIMO), l.solucionados),
    respuesta_horas: l.con((s) => respuestaHoras(s, MEDIANA, MINIMO), l.respondidos),
  };
}

/** Nothing in it, and nothing was before. */
const vacia = (f: FilaEstadistica): boolean =>
  [f.recibidos, f.resueltos, f.abiertos].every((n) => !n.valor && !n.anterior);

/**
 * How the city is doing, for who runs it: private categorías included, each number with the filter that lists it in the
 * bandeja. One trip, read from the roll-up alone.
 * @throws Fallo sin_sesion, sin_permiso, datos_invalidos for a period that cannot be
 */
export async function verEstadisticas(ctx: Ctx, consulta: PeriodoConsulta): Promise<Estadisticas> {
  const usuario = exigirRol(ctx, "supervisor", "admin");
  const { db } = ctx;
  const hoy = diaDe(ctx.ahora);
  const periodo = periodoDe(consulta, hoy);
  const anterior = anteriorA(periodo);
  const { paso, tramos } = serieDe(periodo);
  const puntas = [anterior.desde - 1, anterior.hasta, periodo.hasta, hoy];
  const edades = EDADES_DIAS.map((d, i) => ({
    desde_dias: d,
    hasta_dias: EDADES_DIAS[i + 1] ?? null,
  }));
  const [
    cuenta,
    categorias,
    zonas,
    cuadrillas,
    [marca],
    todo,
    deCategorias,
    deZonas,
    deCuadrillas,
  ] = await db.batch([
    sentenciaActor(db, usuario),
    db.select().from(c).orderBy(asc(c.orden), asc(c.id)),
    db.select({ id: z.id, nombre: z.nombre, activa: z.activa }).from(z).orderBy(asc(z.nombre)),
    db.select({ id: q.id, nombre: q.nombre, activa: q.activa }).from(q).orderBy(asc(q.nombre)),
    db.select({ en: cifras_marca.en }).from(cifras_marca),
    sentenciaAcumuladas(db, CLAVES.todo, [
      ...puntas,
      ...tramos.map((t) => t.hasta),
      ...EDADES_DIAS.map((d) => hoy - d),
    ]),
    sentenciaAcumuladas(db, CLAVES.categorias, puntas),
    sentenciaAcumuladas(db, CLAVES.zonas, puntas),
    sentenciaAcumuladas(db, CLAVES.cuadrillas, puntas),
  ]);
  actorVigente(usuario, cuenta);
  const acumuladas = acumuladasDe(todo, deCategorias, deZonas, deCuadrillas);
  const total = lector(acumuladas, {}, {}, periodo, hoy);
  const calificados = deHecho("calificado", periodo);
  const abiertosHasta = (dia: number) => valor(acumuladas.hasta({}, dia), "abiertos");
  const filas = <T extends { activa: boolean }>(de: T[], fila: (x: T) => FilaEstadistica) =>
    de
      .map((x) => ({ x, fila: fila(x) }))
      .filter(({ x, fila: f }) => x.activa || !vacia(f))
      .map(({ x: { activa: _, ...x }, fila: f }) => ({ ...x, ...f }));
  return {
    desde: fechaDe(periodo.desde),
    hasta: fechaDe(periodo.hasta),
    anterior: { desde: fechaDe(anterior.desde), hasta: fechaDe(anterior.hasta) },
    contado_en: isoONulo(marca?.en ?? null),
    volumen: {
      recibidos: total.recibidos(),
      resueltos: total.resueltos(),
      rechazados: total.cuenta("rechazados", rechazadosEn(periodo)),
      reabiertos: total.cuenta("reabiertos", deHecho("reabierto", periodo)),
    },
    tiempos: {
      respuesta_mediana_horas: total.con(
        (s) => respuestaHoras(s, MEDIANA, MINIMO),
        total.respondidos,
      ),
      respuesta_p90_horas: total.con((s) => respuestaHoras(s, P90, MINIMO), total.respondidos),
      solucion_mediana_dias: total.con((s) => solucionDias(s, MEDIANA, MINIMO), total.solucionados),
      solucion_p90_dias: total.con((s) => solucionDias(s, P90, MINIMO), total.solucionados),
      en_plazo: total.con((s) => enPlazo(s, MINIMO), total.solucionados),
      estrellas: total.con((s) => estrellasDe(s, MINIMO), calificados),
      calificaciones: total.cuenta("calificaciones", calificados),
    },
    ahora: {
      abiertos: total.ahora("abiertos", abiertosDe.todos),
      vencidos: total.ahora("vencidos", abiertosDe.vencidos),
      sin_asignar: total.ahora("sin_asignar", abiertosDe.sin_asignar),
      sin_ubicar: total.ahora("sin_ubicar", abiertosDe.sin_ubicar),
      reabiertos: total.ahora("abiertos_otra_vez", abiertosDe.reabiertos),
    },
    antiguedad: edades.map(({ desde_dias, hasta_dias }) => ({
      desde_dias,
      hasta_dias,
      abiertos: {
        valor:
          abiertosHasta(hoy - desde_dias) -
          (hasta_dias === null ? 0 : abiertosHasta(hoy - hasta_dias)),
        anterior: null,
        lista: abiertosDe.edad(hoy - desde_dias, hasta_dias === null ? null : hoy - hasta_dias),
      },
    })),
    paso,
    serie: tramos.map((tramo) => {
      const s = acumuladas.entre({}, tramo);
      return {
        desde: fechaDe(tramo.desde),
        hasta: fechaDe(tramo.hasta),
        recibidos: { valor: valor(s, "recibidos"), anterior: null, lista: recibidosEn(tramo) },
        resueltos: { valor: valor(s, "resueltos"), anterior: null, lista: resueltosEn(tramo) },
      };
    }),
    por_categoria: filas(
      categorias.map(({ id, nombre, icono, color, activa }) => ({
        id,
        nombre,
        icono,
        color,
        activa,
      })),
      ({ id }) => filaDe(acumuladas, { categoria: id }, { categoria_id: String(id) }, periodo, hoy),
    ),
    por_zona: filas<{ id: number | null; nombre: string; activa: boolean }>(
      [...zonas, { id: null, nombre: "Sin zona", activa: false }],
      ({ id }) =>
        filaDe(
          acumuladas,
          { zona: id ?? SIN_ZONA },
          id === null ? { sin_zona: "1" } : { zona_id: String(id) },
          periodo,
          hoy,
        ),
    ),
    por_cuadrilla: filas(cuadrillas, ({ id }) =>
      filaDe(acumuladas, { cuadrilla: id }, { cuadrilla_id: String(id) }, periodo, hoy),
    ),
  };
}
