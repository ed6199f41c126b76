import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Usuario } from "../../../contract/acciones.ts";
import {
  type CifrasPublicas,
  type Estadisticas,
  type EstadisticasPublicas,
  type Numero,
  periodoConsulta,
} from "../../../contract/esquemas/estadisticas.ts";
import { filtroReclamos } from "../../../contract/esquemas/pedidos.ts";
import { DIAS_HASTA, HORAS_HASTA } from "../../db/medidas.ts";
import {
  AHORA,
  type Ciudad,
  crearMunicipio,
  crearUsuario,
  ctxDe,
  db,
} from "../../testing/fabrica.ts";
import { historiaAlAzar } from "../../testing/historia.ts";
import { listarReclamos } from "../reclamos/listar.ts";
import { planillaDe } from "./planilla.ts";
import { ponerAlDia } from "./ponerAlDia.ts";
import { verEstadisticas } from "./ver.ts";
import { MINIMO_PUBLICO, verEstadisticasPublicas } from "./verPublicas.ts";

/** The figures against a plain count of every row, over a history of whatever may happen. */

const CONSULTAS: Record<string, string>[] = [
  {},
  { dias: "30" },
  { desde: "2026-09-01", hasta: "2026-10-10" },
];

type Fila = {
  id: number;
  categoria_id: number;
  zona_id: number | null;
  cuadrilla_id: number | null;
  estado: string;
  creado_en: number;
  cerrado_en: number | null;
  vence_en: number;
  demorado_en: number | null;
  privada: number;
  respondido_en: number | null;
};
let ciudad: Ciudad;
let jefa: Usuario;
let filas: Fila[];
let reaperturas: { id: number; en: number }[];
let notas: { id: number; en: number; estrellas: number }[];

beforeAll(async () => {
  ciudad = await crearMunicipio();
  jefa = await crearUsuario("supervisor");
  await historiaAlAzar(ciudad, jefa, { cuantos: 32, dias: [150, 40], semilla: 11 });
  // Counted once in the middle, so that the second half has to take away what the first had added.
  await ponerAlDia(db, AHORA);
  await historiaAlAzar(ciudad, jefa, { cuantos: 32, dias: [40, 0], semilla: 12 });
  await ponerAlDia(db, AHORA);
  filas = await db.all<Fila>(sql`SELECT r.*, c.privada,
    (SELECT min(e.en) FROM eventos e WHERE e.reclamo_id = r.id AND (e.tipo IN ('asignado', 'iniciado', 'resuelto', 'rechazado')
      OR (e.tipo = 'comentado' AND NOT e.interno))) AS respondido_en
    FROM reclamos r JOIN categorias c ON c.id = r.categoria_id`);
  reaperturas = await db.all(
    sql`SELECT reclamo_id AS id, en FROM eventos WHERE tipo = 'reabierto'`,
  );
  notas = await db.all(sql`SELECT reclamo_id AS id, en, estrellas FROM calificaciones`);
}, 120_000);

const BUENOS_AIRES = new Intl.DateTimeFormat("en-CA", {
  timeZone: "America/Argentina/Buenos_Aires",
});
const fecha = (en: number) => BUENOS_AIRES.format(new Date(en * 1000));
type Periodo = { desde: string; hasta: string };
const en = (momento: number | null, { desde, hasta }: Periodo) =>
  momento !== null && fecha(momento) >= desde && fecha(momento) <= hasta;

/** Whether a percentile lies within the bucket that the true one (nearest rank) falls into, and its rounding. */
function cerca(dado: number | null, largos: number[], bordes: readonly number[], parte: number) {
  const orden = largos.toSorted((a, b) => a - b);
  const verdad = orden[Math.ceil(parte * orden.length) - 1] as number;
  const i = bordes.findIndex((borde) => verdad <= borde);
  expect(dado).toBeGreaterThanOrEqual((bordes[i - 1] ?? 0) - 0.05);
  expect(dado).toBeLessThanOrEqual((bordes[i] ?? Number.POSITIVE_INFINITY) + 0.05);
}
const HORA = 3600;
const dias = (r: Fila) => ((r.cerrado_en ?? 0) - r.creado_en) / (24 * HORA);
const redondo = (n: number) => Math.round(n * 10) / 10;

function comparar(dada: CifrasPublicas, de: Fila[], p: Periodo): void {
  const recibidos = de.filter((r) => en(r.creado_en, p));
  const resueltos = de.filter((r) => r.estado === "resuelto" && en(r.cerrado_en, p));
  const ids = new Set(de.map((r) => r.id));
  const suyas = notas.filter((n) => ids.has(n.id) && en(n.en, p));
  expect(dada).toMatchObject({
    recibidos: recibidos.length,
    abiertos: recibidos.filter((r) => r.cerrado_en === null).length,
    resueltos: resueltos.length,
    rechazados: de.filter((r) => r.estado === "rechazado" && en(r.cerrado_en, p)).length,
    reabiertos: reaperturas.filter((e) => ids.has(e.id) && en(e.en, p)).length,
    calificaciones: suyas.length,
    estrellas:
      suyas.length < MINIMO_PUBLICO
        ? null
        : redondo(suyas.reduce((s, n) => s + n.estrellas, 0) / suyas.length),
    en_plazo:
      resueltos.length < MINIMO_PUBLICO
        ? null
        : redondo(
            (100 * resueltos.filter((r) => (r.cerrado_en ?? 0) <= r.vence_en).length) /
              resueltos.length,
          ),
  });
  if (resueltos.length < MINIMO_PUBLICO) {
    expect([dada.mediana_dias, dada.p90_dias]).toEqual([null, null]);
    return;
  }
  cerca(dada.mediana_dias, resueltos.map(dias), DIAS_HASTA, 0.5);
  cerca(dada.p90_dias, resueltos.map(dias), DIAS_HASTA, 0.9);
}

const publicas = (q: Record<string, string>): Promise<EstadisticasPublicas> =>
  verEstadisticasPublicas(ctxDe({ tipo: "anonimo" }), periodoConsulta.parse(q));
const deGestion = (q: Record<string, string>): Promise<Estadisticas> =>
  verEstadisticas(ctxDe(jefa), periodoConsulta.parse(q));

it("the history has of everything, or these tests would show nothing", () => {
  for (const estado of ["nuevo", "asignado", "en_proceso", "resuelto", "rechazado"])
    expect(filas.filter((r) => r.estado === estado).length, estado).toBeGreaterThan(0);
  expect(filas.filter((r) => r.privada).length).toBeGreaterThan(5);
  expect(filas.filter((r) => r.zona_id === null).length).toBeGreaterThan(5);
  expect(
    filas.filter((r) => r.demorado_en !== null && r.cerrado_en === null).length,
  ).toBeGreaterThan(3);
  expect(reaperturas.length).toBeGreaterThan(5);
  expect(notas.length).toBeGreaterThan(5);
});

describe.each(CONSULTAS)("the public figures of %j", (q) => {
  it("are what a count of every row says, without private categorías", async () => {
    const e = await publicas(q);
    const deTodos = filas.filter((r) => !r.privada);
    comparar(e.total, deTodos, e);
    for (const c of e.por_categoria)
      comparar(
        c,
        deTodos.filter((r) => r.categoria_id === c.id),
        e,
      );
    for (const z of e.por_zona)
      comparar(
        z,
        deTodos.filter((r) => r.zona_id === z.id),
        e,
      );
    expect(e.por_categoria.map((c) => c.id)).not.toContain(ciudad.categorias.privada);
    for (const m of e.por_mes) {
      expect(m.recibidos).toBe(deTodos.filter((r) => en(r.creado_en, m)).length);
      expect(m.resueltos).toBe(
        deTodos.filter((r) => r.estado === "resuelto" && en(r.cerrado_en, m)).length,
      );
    }
  });

  it("add up: categorías, barrios and months are each the whole", async () => {
    const e = await publicas(q);
    for (const partes of [e.por_categoria, e.por_zona, e.por_mes]) {
      expect(partes.reduce((s, x) => s + x.recibidos, 0)).toBe(e.total.recibidos);
      expect(partes.reduce((s, x) => s + x.resueltos, 0)).toBe(e.total.resueltos);
    }
  });
});

/** Every number in the answer that counts reclamos. */
function* numerosDe(e: Estadisticas): Generator<[string, Numero]> {
  for (const [n, v] of Object.entries(e.volumen)) yield [n, v];
  for (const [n, v] of Object.entries(e.ahora)) yield [n, v];
  for (const a of e.antiguedad) yield [`antiguedad ${a.desde_dias}`, a.abiertos];
  for (const [i, s] of e.serie.entries()) {
    // A list a day is many: every fourth will do, and the last, which is today.
    if (i % 4 && i !== e.serie.length - 1) continue;
    yield [`recibidos ${s.desde}`, s.recibidos];
    yield [`resueltos ${s.desde}`, s.resueltos];
  }
  for (const f of [...e.por_categoria, ...e.por_zona, ...e.por_cuadrilla])
    for (const n of ["recibidos", "resueltos", "abiertos", "vencidos"] as const)
      yield [`${n} ${f.nombre}`, f[n]];
}

describe.each(CONSULTAS)("the staff's figures of %j", (q) => {
  it("are the length of the lists that they name", async () => {
    const e = await deGestion(q);
    const vistas = new Set<string>();
    for (const [nombre, numero] of numerosDe(e)) {
      if (!numero.lista) continue;
      vistas.add(nombre);
      const filtro = filtroReclamos.parse({ ...numero.lista, limite: "100" });
      const { items, cursor } = await listarReclamos(ctxDe(jefa), filtro);
      expect(cursor, nombre).toBeNull();
      expect([nombre, numero.valor]).toEqual([nombre, items.length]);
    }
    expect(vistas.size).toBeGreaterThan(25);
  }, 60_000);

  it("tell how long it took, private ones included, and how it was before", async () => {
    const e = await deGestion(q);
    const resueltos = (p: Periodo) =>
      filas.filter((r) => r.estado === "resuelto" && en(r.cerrado_en, p));
    const respondidos = (p: Periodo) => filas.filter((r) => en(r.respondido_en, p));
    const t = e.tiempos;
    for (const [cual, p] of [
      ["valor", e],
      ["anterior", e.anterior],
    ] as const) {
      expect(e.volumen.recibidos[cual]).toBe(filas.filter((r) => en(r.creado_en, p)).length);
      expect(e.volumen.reabiertos[cual]).toBe(reaperturas.filter((x) => en(x.en, p)).length);
      if (resueltos(p).length)
        cerca(t.solucion_mediana_dias[cual], resueltos(p).map(dias), DIAS_HASTA, 0.5);
      else expect(t.solucion_mediana_dias[cual]).toBeNull();
      const horas = respondidos(p).map((r) => ((r.respondido_en ?? 0) - r.creado_en) / HORA);
      if (horas.length) {
        cerca(t.respuesta_mediana_horas[cual], horas, HORAS_HASTA, 0.5);
        cerca(t.respuesta_p90_horas[cual], horas, HORAS_HASTA, 0.9);
      }
    }
    for (const c of e.por_cuadrilla) {
      const suyas = resueltos(e).filter((r) => r.cuadrilla_id === c.id);
      expect(c.resueltos.valor).toBe(suyas.length);
      if (suyas.length) cerca(c.solucion_dias.valor, suyas.map(dias), DIAS_HASTA, 0.5);
    }
  });

  it("age the backlog: its parts are all that is open", async () => {
    const e = await deGestion(q);
    const suma = e.antiguedad.reduce((s, a) => s + (a.abiertos.valor ?? 0), 0);
    expect(suma).toBe(e.ahora.abiertos.valor);
    expect(suma).toBe(filas.filter((r) => r.cerrado_en === null).length);
  });
});

describe("who may ask", () => {
  it("a vecino and a cuadrilla may not see the staff's", async () => {
    for (const rol of ["vecino", "cuadrilla"] as const) {
      const actor = await crearUsuario(rol);
      await expect(verEstadisticas(ctxDe(actor), {})).rejects.toMatchObject({
        codigo: "sin_permiso",
      });
    }
    await expect(verEstadisticas(ctxDe({ tipo: "anonimo" }), {})).rejects.toMatchObject({
      codigo: "sin_sesion",
    });
  });
});

it("the spreadsheet says the same as the answer", async () => {
  const e = await publicas({});
  const [cabeza, total, ...resto] = planillaDe(e).slice(1).trimEnd().split("\r\n");
  expect(cabeza?.split(";").slice(0, 5)).toEqual(["por", "nombre", "desde", "hasta", "recibidos"]);
  expect(total?.split(";").slice(2, 5)).toEqual([e.desde, e.hasta, String(e.total.recibidos)]);
  expect(resto).toHaveLength(e.por_categoria.length + e.por_zona.length + e.por_mes.length);
});
