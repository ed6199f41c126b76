import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { canales } from "../realtime/channels.ts";
import {
  avisosDe,
  correosDe,
  dbPorPasos,
  depsDePrueba,
  entregasDe,
  eventoDe,
  ultimoEvento,
} from "../testing/despacho.ts";
import { type Enchufe, enchufar } from "../testing/enchufe.ts";
import {
  armarCiudad,
  asignado as asignadoPor,
  empezarDeNuevo,
  esperarTodoUnaVez,
  oyentes,
  type Persona,
} from "../testing/escena.ts";
import { AHORA, type Ciudad, crearReclamoDe, db } from "../testing/fabrica.ts";
import type { Deps } from "./deps.ts";
import { dispatch } from "./dispatch.ts";
import { esperaTras, INTENTOS_MAX } from "./park.ts";
import { sweep } from "./sweep.ts";

let ciudad: Ciudad;
let supervisora: Persona;
let admin: Persona;
let obrero: Persona;
let vecino: Persona;
let vecina: Persona;

beforeAll(async () => {
  ({ ciudad, supervisora, admin, obrero } = await armarCiudad());
});

beforeEach(async () => {
  ({ vecino, vecina } = await empezarDeNuevo());
});

const asignado = () => asignadoPor({ supervisora, vecino, vecina }, ciudad);
const elenco = () => ({ supervisora, admin, obrero, vecino, vecina });

describe("killed half-way, the sweep finishes it", () => {
  /** Runs one dispatch in a process that dies at its n-th step, before or after that step did its work. */
  async function morirEn(
    n: number,
    momento: "antes" | "despues",
    evento: number,
    base: Deps,
  ): Promise<boolean> {
    let pasos = 0;
    let muerto = false;
    const paso = async <T>(hacer: () => Promise<T>): Promise<T> => {
      if (muerto) throw new Error("muerto");
      pasos += 1;
      if (pasos === n) {
        muerto = true;
        if (momento === "despues") await hacer();
        throw new Error("muerto");
      }
      return hacer();
    };
    const real = canales(env);
    await dispatch(
      {
        ...base,
        db: dbPorPasos(paso),
        canales: { deliver: (...a) => paso(() => real.deliver(...a)) },
        colaCorreo: { sendBatch: (m) => paso(() => base.colaCorreo.sendBatch(m)) },
      },
      evento,
    ).catch(() => undefined);
    return muerto;
  }

  test.each(["antes", "despues"] as const)(
    "at any step, %s its effect: each expected item once",
    { timeout: 60_000 },
    async (momento) => {
      let cortes = 0;
      for (let n = 1; ; n++) {
        ({ vecino, vecina } = await empezarDeNuevo());
        const { evento } = await asignado();
        const enchufes: Enchufe[] = [];
        for (const p of [supervisora, obrero, vecino])
          enchufes.push(await enchufar(env.USER_CHANNEL, p.id));
        const { deps, trabajos } = depsDePrueba(AHORA + 1);
        if (!(await morirEn(n, momento, evento, deps))) break;
        cortes += 1;
        // Long enough for what a live process may have put off.
        await sweep({ ...deps, ahora: AHORA + 3600 });
        await esperarTodoUnaVez(elenco(), evento);
        for (const e of enchufes) {
          await e.alDia();
          expect(e.de("reclamo_actualizado")).toHaveLength(1);
        }
        // The queue may hold a job twice, as it may deliver it twice: the consumer claims the row.
        const ids = (await correosDe(evento)).map((c) => c.id);
        expect([...new Set(trabajos.map((t) => t.correo_id))].sort()).toEqual(ids.sort());
      }
      // Read, write, five channels, one queue, write down.
      expect(cortes).toBe(9);
    },
  );

  test("the sweep leaves alone what a request has just written", async () => {
    const { evento } = await asignado();
    expect(await sweep(depsDePrueba(AHORA + 5).deps)).toMatchObject({ eventos: 0 });
    expect((await eventoDe(evento)).despachado_en).toBeNull();
    expect(await sweep(depsDePrueba(AHORA + 15).deps)).toEqual({
      eventos: 1,
      fallas: 0,
      correos: 0,
    });
    await esperarTodoUnaVez(elenco(), evento);
  });
});

describe("somebody who cannot be reached", () => {
  const sinCanalDe = (usuarioId: number) => {
    const real = canales(env);
    return {
      deliver: (...a: Parameters<typeof real.deliver>) =>
        a[0] === usuarioId ? Promise.reject(new Error("objeto caído")) : real.deliver(...a),
    };
  };

  test("holds up nobody; the sweep waits a growing time, then reaches them", async () => {
    const { evento } = await asignado();
    const roto = depsDePrueba(AHORA + 1, { canales: sinCanalDe(vecino.id) }).deps;
    expect(await dispatch(roto, evento)).toMatchObject({
      estado: "pendiente",
      entregados: 4,
      correos: 3,
    });
    const porEstado = (await entregasDe(evento)).filter((e) => e.estado === "pendiente");
    expect(porEstado).toMatchObject([
      { usuario_id: vecino.id, intentos: 1, error: "objeto caído" },
    ]);
    expect(await eventoDe(evento)).toMatchObject({
      intentos: 1,
      proximo_en: AHORA + 1 + esperaTras(1, () => 1),
      despachado_en: null,
    });
    const { deps, trabajos } = depsDePrueba(AHORA + 20);
    expect(await sweep(deps)).toMatchObject({ eventos: 0 });
    expect(await sweep({ ...deps, ahora: AHORA + 70 })).toMatchObject({ eventos: 1, fallas: 0 });
    await esperarTodoUnaVez(elenco(), evento);
    // The mails were still pending at the time, so their jobs were queued again; never new rows.
    expect(trabajos.length).toBeLessThanOrEqual(3);
  });

  test("after eight attempts the delivery is fallido with its error and the evento parked, each told once", async () => {
    const { evento } = await asignado();
    const { deps, denuncias } = depsDePrueba(AHORA + 1, { canales: sinCanalDe(obrero.id) });
    await dispatch(deps, evento);
    let ahora = AHORA + 1;
    for (let i = 2; i <= INTENTOS_MAX; i++) {
      expect((await eventoDe(evento)).aparcado_en).toBeNull();
      ahora += 3600;
      expect(await sweep({ ...deps, ahora })).toMatchObject({ eventos: 1, fallas: 1 });
    }
    const fallidas = (await entregasDe(evento)).filter((e) => e.estado !== "entregado");
    expect(fallidas).toMatchObject([
      { usuario_id: obrero.id, estado: "fallido", intentos: INTENTOS_MAX, error: "objeto caído" },
    ]);
    expect(await eventoDe(evento)).toMatchObject({
      intentos: INTENTOS_MAX,
      error: "objeto caído",
      aparcado_en: ahora,
      despachado_en: ahora,
    });
    expect(await sweep({ ...deps, ahora: ahora + 9999 })).toMatchObject({ eventos: 0 });
    expect(denuncias).toEqual([
      `evento ${evento} failed: objeto caído`,
      `evento ${evento} parked, attempt ${INTENTOS_MAX}: objeto caído`,
    ]);
  });

  test("an evento that kills whoever tries it is parked as well", async () => {
    const { evento } = await asignado();
    const { deps, denuncias } = depsDePrueba(AHORA + 1);
    let ahora = AHORA;
    for (let i = 1; i <= INTENTOS_MAX; i++) {
      ahora += 3600;
      // The sweep took it, and its process is never heard of again.
      let viajes = 0;
      const db = dbPorPasos((hacer) => (++viajes > 3 ? new Promise(() => {}) : hacer()));
      void sweep({ ...deps, db, ahora });
      await expect.poll(async () => (await eventoDe(evento)).intentos).toBe(i);
    }
    expect(denuncias).toEqual([]);
    expect(await sweep({ ...deps, ahora: ahora + 3600 })).toMatchObject({ eventos: 1, fallas: 1 });
    expect(await eventoDe(evento)).toMatchObject({
      aparcado_en: ahora + 3600,
      error: "ningún intento llegó a terminar",
    });
    expect(denuncias).toHaveLength(1);
  });

  test("what fails again and again waits behind what was never tried", async () => {
    const { evento: viejo } = await asignado();
    await db.run(sql`UPDATE eventos SET intentos = 3 WHERE id = ${viejo}`);
    const { id } = await crearReclamoDe(vecino, ciudad);
    const nuevo = await ultimoEvento(id);
    const orden: number[] = [];
    const real = canales(env);
    const { deps } = depsDePrueba(AHORA + 60, {
      canales: {
        deliver: (...a) => {
          orden.push(a[1]);
          return real.deliver(...a);
        },
      },
    });
    await sweep(deps);
    expect([...new Set(orden)]).toEqual([nuevo, viejo]);
  });

  test("a channel that never answers counts as unreachable after ten seconds", async () => {
    const { evento } = await asignado();
    const real = canales(env);
    let demas = () => {};
    const llegaronLosDemas = new Promise<void>((r) => {
      demas = r;
    });
    let llegaron = 0;
    const { deps } = depsDePrueba(AHORA + 1, {
      canales: {
        async deliver(...a) {
          if (a[0] === vecino.id) return new Promise(() => {});
          const r = await real.deliver(...a);
          llegaron += 1;
          if (llegaron === 4) demas();
          return r;
        },
      },
    });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const despacho = dispatch(deps, evento);
    await llegaronLosDemas;
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect(await despacho).toMatchObject({ estado: "pendiente", entregados: 4 });
  });

  test("whoever was blocked while waiting gets nothing any more, and the evento closes", async () => {
    const { evento } = await asignado();
    await dispatch(depsDePrueba(AHORA + 1, { canales: sinCanalDe(vecina.id) }).deps, evento);
    await db.run(sql`UPDATE usuarios SET bloqueado_en = 1 WHERE id = ${vecina.id}`);
    expect(await dispatch(depsDePrueba(AHORA + 100).deps, evento)).toMatchObject({
      estado: "despachado",
    });
    expect((await entregasDe(evento)).find((e) => e.usuario_id === vecina.id)).toMatchObject({
      estado: "fallido",
      error: "ya no corresponde",
    });
    expect(await avisosDe(vecina.id, evento)).toEqual([]);
  });

  test("a mail queue that is down keeps the evento open; nobody gets their aviso twice", async () => {
    const { evento } = await asignado();
    const { deps } = depsDePrueba(AHORA + 1, {
      colaCorreo: { sendBatch: () => Promise.reject(new Error("cola caída")) },
    });
    expect(await dispatch(deps, evento)).toMatchObject({
      estado: "pendiente",
      entregados: 5,
      correos: 0,
    });
    expect(await eventoDe(evento)).toMatchObject({ error: "correo: cola caída" });
    const despues = depsDePrueba(AHORA + 100);
    expect(await dispatch(despues.deps, evento)).toMatchObject({
      estado: "despachado",
      entregados: 0,
      correos: 3,
    });
    await esperarTodoUnaVez(elenco(), evento);
  });

  test("a dispatch that breaks altogether is written down, put off and told", async () => {
    const { evento } = await asignado();
    let viajes = 0;
    const { deps, denuncias } = depsDePrueba(AHORA + 1, {
      db: dbPorPasos((hacer) => {
        viajes += 1;
        return viajes === 2 ? Promise.reject(new Error("D1 ocupada")) : hacer();
      }),
    });
    expect(await dispatch(deps, evento)).toMatchObject({ estado: "pendiente" });
    expect(denuncias).toHaveLength(1);
    expect(await eventoDe(evento)).toMatchObject({ intentos: 1, despachado_en: null });
    expect((await eventoDe(evento)).error).toMatch(/D1 ocupada|Failed query/);
  });
});

describe("mails that no queue has", () => {
  test("a queue of mail that is down does not keep the sweep from the rest, and is told", async () => {
    const { evento } = await asignado();
    await correoSuelto({ encolado: null });
    const { deps } = depsDePrueba(AHORA + 100, {
      colaCorreo: { sendBatch: () => Promise.reject(new Error("cola caída")) },
    });
    await expect(sweep(deps)).rejects.toThrow("cola caída");
    const entregas = await entregasDe(evento);
    expect(entregas.map((e) => e.usuario_id)).toEqual(oyentes(elenco()));
    expect(entregas.every((e) => e.estado === "entregado")).toBe(true);
  });

  const correoSuelto = async (mas: { encolado: number | null; estado?: string }) => {
    const [fila] = await db.all<{ id: number }>(sql`
      INSERT INTO correos (persona_id, plantilla, para, estado, creado_en, encolado_en)
      VALUES (${vecino.personaId}, 'asignado', 'x@prueba.example', ${mas.estado ?? "pendiente"}, ${AHORA}, ${mas.encolado}) RETURNING id`);
    return fila?.id as number;
  };

  test("the sweep queues what was never queued or was lost long ago, once, and nothing else", async () => {
    const nunca = await correoSuelto({ encolado: null });
    const perdido = await correoSuelto({ encolado: AHORA, estado: "reintentando" });
    await correoSuelto({ encolado: AHORA + 900 });
    await correoSuelto({ encolado: null, estado: "fallido" });
    const { deps, trabajos } = depsDePrueba(AHORA + 1000);
    expect((await sweep(deps)).correos).toBe(2);
    expect(trabajos.map((t) => t.correo_id).sort()).toEqual([nunca, perdido].sort());
    expect((await sweep({ ...deps, ahora: AHORA + 1060 })).correos).toBe(0);
  });
});
