import assert from "node:assert/strict";
import { test } from "node:test";
import { type Accion, TRANSICIONES } from "../../contract/acciones.ts";
import { CODIGO } from "../../contract/esquemas/comunes.ts";
import { CUERPOS, reclamoNuevo } from "../../contract/esquemas/pedidos.ts";
import { EVENTO_DE } from "../../contract/eventos.ts";
import { type Estado, estaAbierto } from "../../contract/vocabulario.ts";
import { zonaDe } from "../../worker/domain/geo.ts";
import { contarHistoria } from "./historia.ts";
import { PERSONAS } from "./personas.ts";
import { promesa, type Vida } from "./vida.ts";
import { ZONAS } from "./zonas.ts";

const DIA = 86_400;
/** A Tuesday at 00:20 in Buenos Aires, and other hours of that week. */
const HORAS = [0, 7, 13, 23, 24 * 4 + 9, 24 * 5 + 3].map((h) => 1_795_490_400 + h * 3600);
const AHORA = HORAS[2] as number;
const vidas = contarHistoria({ ahora: AHORA });
const abiertos = (de: Vida[]): Vida[] => de.filter((v) => v.cerrado_en === null);

test("the same moment tells the same history", () => {
  assert.deepEqual(contarHistoria({ ahora: AHORA }), vidas);
});

test("another moment tells another one", () => {
  assert.notDeepEqual(contarHistoria({ ahora: AHORA + DIA }), vidas);
});

for (const ahora of HORAS)
  test(`at ${new Date(ahora * 1000).toISOString()} the city's desk has its 42 open ones`, () => {
    const todas = contarHistoria({ ahora });
    const vivas = abiertos(todas);
    assert.ok(todas.length >= 300);
    assert.equal(vivas.length, 42);
    assert.equal(vivas.filter((v) => v.cuadrilla_id === null).length, 18);
    assert.equal(vivas.filter((v) => v.vence_en < ahora).length, 7);
    assert.equal(vivas.filter((v) => v.demorado_en !== null).length, 7);
    assert.equal(vivas.filter((v) => v.ciclo > 1).length, 3);
    assert.equal(vivas.filter((v) => v.lat === null).length, 2);
  });

const ACCION_DE = new Map(Object.entries(EVENTO_DE).map(([a, e]) => [e, a as Accion]));

test("each reclamo's estado, ciclo and version follow from its eventos by the transition table", () => {
  for (const v of vidas) {
    let [estado, ciclo, version]: [Estado | null, number, number] = [null, 1, 0];
    for (const e of v.eventos) {
      if (e.tipo === "creado") [estado, version] = ["nuevo", 1];
      else if (e.tipo === "demorado") assert.ok(estado && estaAbierto(estado));
      else {
        const { desde, hacia, mueve } = reglaDe(e.tipo);
        assert.ok(estado && desde.includes(estado), `#${v.id}: ${e.tipo} desde ${estado}`);
        estado = hacia ?? estado;
        if (e.tipo === "reabierto") ciclo += 1;
        if (mueve) version += 1;
        assert.equal(e.version, mueve ? version : null);
      }
      assert.equal(e.estado, estado);
      assert.equal(e.ciclo, ciclo);
    }
    assert.deepEqual([v.estado, v.ciclo, v.version], [estado, ciclo, version]);
  }
});

function reglaDe(tipo: string): { desde: readonly Estado[]; hacia: Estado | null; mueve: boolean } {
  const accion = ACCION_DE.get(tipo as (typeof EVENTO_DE)[Accion]);
  assert.ok(accion, tipo);
  const { reglas, hacia, mueveVersion } = TRANSICIONES[accion];
  return { desde: reglas.flatMap((r) => r.desde), hacia, mueve: mueveVersion };
}

test("who acts is who may: the crew that has it, staff, or a vecino", () => {
  const cuentas = new Map(PERSONAS.flatMap((p) => (p.cuenta ? [[p.cuenta.id, p.cuenta]] : [])));
  for (const v of vidas) {
    let cuadrilla: number | null = null;
    for (const e of v.eventos) {
      const quien = e.usuario_id === null ? null : cuentas.get(e.usuario_id);
      if (e.tipo === "demorado") assert.equal(quien, null);
      if (["asignado", "rechazado", "priorizado", "reclasificado"].includes(e.tipo))
        assert.ok(quien?.rol === "supervisor" || quien?.rol === "admin", e.tipo);
      if (["iniciado", "resuelto", "devuelto"].includes(e.tipo))
        assert.deepEqual([quien?.rol, quien?.cuadrilla_id], ["cuadrilla", cuadrilla]);
      if (["sumado", "confirmado"].includes(e.tipo)) assert.equal(quien?.rol, "vecino");
      if (e.interno) assert.notEqual(quien?.rol, "vecino");
      cuadrilla = e.cuadrilla_id;
    }
    assert.equal(v.cuadrilla_id, cuadrilla);
  }
});

test("times run forward, from at most ninety days ago to now", () => {
  for (const v of vidas) {
    assert.ok(v.creado_en >= AHORA - 90 * DIA && v.creado_en <= AHORA);
    const tiempos = v.eventos.map((e) => e.en);
    assert.deepEqual(
      tiempos,
      tiempos.toSorted((a, b) => a - b),
    );
    assert.ok(tiempos.every((t) => Number.isInteger(t) && t <= AHORA));
    const ids = v.eventos.map((e) => e.id);
    assert.deepEqual(
      ids,
      ids.toSorted((a, b) => a - b),
    );
    assert.equal(v.vence_en, promesa(v.ciclo_desde, v.categoria_id, v.prioridad));
  }
});

test("numbers follow the order of arrival and codes are ours, each its own", () => {
  assert.ok(vidas.every((v, i) => i === 0 || v.creado_en >= (vidas[i - 1]?.creado_en ?? 0)));
  assert.ok(vidas.every((v, i) => v.id === (vidas[0]?.id ?? 0) + i));
  assert.ok(vidas.every((v) => CODIGO.test(v.codigo)));
  assert.equal(new Set(vidas.map((v) => v.codigo)).size, vidas.length);
});

test("what people write passes the forms", () => {
  const bien = (r: { success: boolean; error?: unknown }, que: string) =>
    assert.ok(r.success, `${que}: ${JSON.stringify(r.error)}`);
  for (const v of vidas) {
    bien(reclamoNuevo.safeParse({ ...v, fotos: [] }), v.titulo);
    assert.ok(!/[{}]/.test(v.titulo + v.descripcion + v.direccion), v.titulo);
    for (const e of v.eventos) {
      const [texto, version] = [e.texto ?? undefined, e.version ?? 1];
      if (e.tipo === "resuelto")
        bien(CUERPOS.resolver.safeParse({ solucion: texto, version }), "solución");
      if (e.tipo === "devuelto")
        bien(CUERPOS.devolver.safeParse({ motivo: texto, version }), "motivo");
      if (e.tipo === "reabierto")
        bien(CUERPOS.reabrir.safeParse({ comentario: texto, version }), "comentario");
      if (e.tipo === "comentado")
        bien(CUERPOS.comentar.safeParse({ texto, interno: e.interno }), "texto");
      if (e.tipo === "rechazado")
        bien(
          CUERPOS.rechazar.safeParse({ ...e.datos, texto, version, organismo: "Vialidad" }),
          `rechazo ${e.datos.motivo}`,
        );
    }
  }
});

test("each one stands in the zona that its point falls in", () => {
  for (const { lat, lng, zona_id } of vidas)
    assert.equal(
      zona_id,
      lat === null || lng === null ? null : zonaDe({ lat, lng }, [...ZONAS])?.id,
    );
});

test("a duplicate names an original of the same kind, whose people it joins", () => {
  const duplicados = vidas.filter((v) => v.motivo_rechazo === "duplicado");
  assert.ok(duplicados.length > 0);
  for (const v of duplicados) {
    assert.ok(v.original && v.original.creado_en < v.creado_en);
    assert.equal(v.original.categoria_id, v.categoria_id);
    assert.ok(v.original.seguidores.some((s) => s.persona_id === v.creador_id));
    const rechazo = v.eventos.find((e) => e.tipo === "rechazado");
    assert.equal(rechazo?.datos.original_id, v.original.id);
  }
});

test("at least twenty carry photos, some of before and some of after", () => {
  const fotos = vidas.map((v) => v.eventos.flatMap((e) => e.fotos)).filter((f) => f.length);
  assert.ok(fotos.length >= 20);
  assert.ok(fotos.filter((f) => f.some((x) => x.momento === "despues")).length >= 8);
});

test("followers are other people, once each; a ciclo is rated once at most", () => {
  for (const v of vidas) {
    const ids = v.seguidores.map((s) => s.persona_id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(!ids.includes(v.creador_id));
    const ciclos = v.calificaciones.map((c) => c.ciclo);
    assert.equal(new Set(ciclos).size, ciclos.length);
  }
});
