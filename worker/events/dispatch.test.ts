import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Usuario } from "../../contract/acciones.ts";
import { abrirDb, consumoVacio, contar } from "../db/client.ts";
import { asignarReclamo } from "../domain/reclamos/asignar.ts";
import { comentarReclamo } from "../domain/reclamos/comentar.ts";
import { sumarseAReclamo } from "../domain/reclamos/seguir.ts";
import { canales } from "../realtime/channels.ts";
import {
  avisosDe,
  cerrarTodos,
  correosDe,
  dbPorPasos,
  depsDePrueba,
  entregasDe,
  eventoDe,
  ultimoEvento,
} from "../testing/despacho.ts";
import { type Enchufe, enchufar } from "../testing/enchufe.ts";
import {
  AHORA,
  type Ciudad,
  crearMunicipio,
  crearReclamoDe,
  crearUsuario,
  ctxDe,
  db,
} from "../testing/fabrica.ts";
import type { Deps } from "./deps.ts";
import { dispatch, esperaTras, INTENTOS_MAX } from "./dispatch.ts";
import { sweep } from "./sweep.ts";

type Persona = Usuario & { email: string };
let ciudad: Ciudad;
let supervisora: Persona;
let admin: Persona;
let obrero: Persona;
let vecino: Persona;
let vecina: Persona;

beforeAll(async () => {
  ciudad = await crearMunicipio();
  supervisora = await crearUsuario("supervisor");
  admin = await crearUsuario("admin");
  obrero = await crearUsuario("cuadrilla", { cuadrillaId: ciudad.cuadrillas.vialidad });
});

beforeEach(async () => {
  await cerrarTodos();
  await db.run(sql`UPDATE correos SET estado = 'enviado'`);
  vecino = await crearUsuario("vecino");
  vecina = await crearUsuario("vecino");
});

/** A reclamo of vecino's that vecina follows, just assigned by the supervisora. */
async function asignado(): Promise<{ reclamo: number; evento: number }> {
  const { id, codigo } = await crearReclamoDe(vecino, ciudad);
  await sumarseAReclamo(ctxDe(vecina), codigo);
  await cerrarTodos();
  await asignarReclamo(ctxDe(supervisora), id, {
    cuadrilla_id: ciudad.cuadrillas.vialidad,
    version: 1,
  });
  return { reclamo: id, evento: await ultimoEvento(id) };
}

const conAviso = () => [obrero.id, vecino.id, vecina.id].sort((a, b) => a - b);
const todos = () => [supervisora.id, admin.id, ...conAviso()].sort((a, b) => a - b);

/** Everything that asignado() leads to, in its place once. */
async function esperarTodoUnaVez(evento: number): Promise<void> {
  const entregas = await entregasDe(evento);
  expect(entregas.map((e) => e.usuario_id)).toEqual(todos());
  expect(entregas.every((e) => e.estado === "entregado")).toBe(true);
  for (const { usuario_id, silenciosa, seq } of entregas) {
    const avisos = await avisosDe(usuario_id, evento);
    expect(avisos.map((a) => a.seq)).toEqual(silenciosa ? [] : [seq]);
  }
  const correos = await correosDe(evento);
  expect(correos.map((c) => c.para).sort()).toEqual(
    [obrero, vecino, vecina].map((p) => p.email).sort(),
  );
  expect((await eventoDe(evento)).despachado_en).not.toBeNull();
}

describe("dispatch", () => {
  test("writes deliveries and mails, fills inboxes, sends frames, queues jobs, closes the evento", async () => {
    const { reclamo, evento } = await asignado();
    const gente = [supervisora, admin, obrero, vecino, vecina];
    const enchufes = await Promise.all(gente.map((p) => enchufar(env.USER_CHANNEL, p.id)));
    const { deps, trabajos, partes } = depsDePrueba(AHORA + 1);
    expect(await dispatch(deps, evento)).toEqual({
      estado: "despachado",
      entregados: 5,
      correos: 3,
      encolados: 0,
    });
    await esperarTodoUnaVez(evento);
    const ids = (await correosDe(evento)).map((c) => c.id);
    expect(trabajos.map((t) => t.correo_id).sort()).toEqual(ids.sort());
    expect(partes).toEqual([]);
    for (const [i, e] of enchufes.entries()) {
      await e.alDia();
      const data = {
        id: reclamo,
        numero: reclamo,
        estado: "asignado",
        version: 2,
        evento: "asignado",
        evento_id: evento,
      };
      const [trama] = e.de("reclamo_actualizado");
      expect(e.de("reclamo_actualizado")).toHaveLength(1);
      expect(trama?.data).toEqual(data);
      // Who acted, and staff whom the table does not name, only get the silent one.
      expect(trama?.seq === undefined).toBe(i < 2);
    }
  });

  test("the new reclamo arrives as nuevo_reclamo with its title, and the creator's mail as a receipt", async () => {
    const { id } = await crearReclamoDe(vecino, ciudad, { titulo: "Poste caído" });
    const evento = await ultimoEvento(id);
    const [jefa, suyo] = [
      await enchufar(env.USER_CHANNEL, admin.id),
      await enchufar(env.USER_CHANNEL, vecino.id),
    ];
    const { deps } = depsDePrueba(AHORA + 1);
    await dispatch(deps, evento);
    await jefa.alDia();
    await suyo.alDia();
    expect(jefa.de("nuevo_reclamo").map((t) => t.data)).toMatchObject([
      { id, numero: id, titulo: "Poste caído", estado: "nuevo", version: 1 },
    ]);
    expect(jefa.de("reclamo_actualizado").map((t) => t.seq)).toEqual([undefined]);
    expect(suyo.tramas.map((t) => t.type)).toEqual(["hola", "reclamo_actualizado"]);
    expect(await correosDe(evento)).toMatchObject([
      { para: vecino.email, plantilla: "creado", estado: "pendiente" },
    ]);
  });

  test("an evento that did not move the reclamo carries the pair that holds now", async () => {
    const { reclamo } = await asignado();
    await comentarReclamo(ctxDe(vecino), reclamo, { texto: "Sigue igual.", interno: false });
    const e = await enchufar(env.USER_CHANNEL, obrero.id);
    await dispatch(depsDePrueba(AHORA + 1).deps, await ultimoEvento(reclamo));
    await e.alDia();
    expect(e.de("comentario")[0]?.data).toMatchObject({
      estado: "asignado",
      version: 2,
      evento: "comentado",
    });
  });

  test("twice, one after the other or at once, is once", async () => {
    const { evento } = await asignado();
    const e = await enchufar(env.USER_CHANNEL, vecino.id);
    const { deps, trabajos } = depsDePrueba(AHORA + 1);
    await Promise.all([dispatch(deps, evento), dispatch(deps, evento)]);
    expect((await dispatch(deps, evento)).estado).toBe("nada_que_hacer");
    await esperarTodoUnaVez(evento);
    await e.alDia();
    expect(e.de("reclamo_actualizado")).toHaveLength(1);
    expect(new Set(trabajos.map((t) => t.correo_id)).size).toBe(3);
  });

  test("an evento that does not exist is nothing to do", async () => {
    expect((await dispatch(depsDePrueba(AHORA).deps, 999_999)).estado).toBe("nada_que_hacer");
  });

  test("writes at most four rows a delivery", async () => {
    const { evento } = await asignado();
    const consumo = consumoVacio();
    const { deps } = depsDePrueba(AHORA + 1, { db: abrirDb(contar(env.DB, consumo)) });
    const { entregados, correos } = await dispatch(deps, evento);
    console.log(
      `dispatch: ${consumo.escritas} rows written for ${entregados} + ${correos} deliveries, ${consumo.leidas} read, ${consumo.viajes} trips`,
    );
    expect(consumo.escritas).toBeLessThanOrEqual(4 * (entregados + correos));
    expect(consumo.viajes).toBe(3);
  });

  test("told late, it still goes to the cuadrilla it was given to", async () => {
    const { reclamo, evento } = await asignado();
    const otro = await crearUsuario("cuadrilla", { cuadrillaId: ciudad.cuadrillas.luz });
    await asignarReclamo(ctxDe(supervisora), reclamo, {
      cuadrilla_id: ciudad.cuadrillas.luz,
      version: 2,
      motivo: "Es de luminarias.",
    });
    const segundo = await ultimoEvento(reclamo);
    const { deps } = depsDePrueba(AHORA + 1);
    await dispatch(deps, evento);
    await dispatch(deps, segundo);
    expect(await avisosDe(obrero.id, evento)).toHaveLength(1);
    expect(await avisosDe(otro.id, evento)).toHaveLength(0);
    expect(await avisosDe(otro.id, segundo)).toHaveLength(1);
    // The cuadrilla that lost it hears of that, in the inbox alone.
    expect(await avisosDe(obrero.id, segundo)).toHaveLength(1);
    expect((await correosDe(segundo)).map((c) => c.para)).not.toContain(obrero.email);
    await db.run(sql`UPDATE usuarios SET bloqueado_en = 1 WHERE id = ${otro.id}`);
  });

  test("switches and blocking hold, and a reporter without an account gets mail alone", async () => {
    const { reclamo, evento } = await asignado();
    await db.run(
      sql`INSERT INTO preferencias VALUES (${vecino.id}, 'asignado', 'correo', 0), (${obrero.id}, 'asignado', 'aviso', 0)`,
    );
    await db.run(sql`UPDATE usuarios SET bloqueado_en = 1 WHERE id = ${vecina.id}`);
    const [sinCuenta] = await db.all<{ id: number }>(
      sql`INSERT INTO personas (nombre, email, creado_en) VALUES ('Nilda', 'nilda@prueba.example', 1) RETURNING id`,
    );
    await db.run(sql`INSERT INTO seguidores VALUES (${reclamo}, ${sinCuenta?.id}, 1)`);
    await dispatch(depsDePrueba(AHORA + 1).deps, evento);
    expect((await entregasDe(evento)).map((e) => [e.usuario_id, e.silenciosa])).toEqual(
      [
        [supervisora.id, 1],
        [admin.id, 1],
        [obrero.id, 1],
        [vecino.id, 0],
      ].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0)),
    );
    expect((await correosDe(evento)).map((c) => c.para).sort()).toEqual(
      [obrero.email, "nilda@prueba.example"].sort(),
    );
    await db.run(sql`DELETE FROM preferencias`);
  });
});

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
    async (momento) => {
      let cortes = 0;
      for (let n = 1; ; n++) {
        vecino = await crearUsuario("vecino");
        vecina = await crearUsuario("vecino");
        await db.run(sql`UPDATE correos SET estado = 'enviado'`);
        const { evento } = await asignado();
        const enchufes: Enchufe[] = [];
        for (const p of [supervisora, obrero, vecino])
          enchufes.push(await enchufar(env.USER_CHANNEL, p.id));
        const { deps, trabajos } = depsDePrueba(AHORA + 1);
        if (!(await morirEn(n, momento, evento, deps))) break;
        cortes += 1;
        // Long enough for what a live process may have put off.
        await sweep({ ...deps, ahora: AHORA + 3600 });
        await esperarTodoUnaVez(evento);
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
    await esperarTodoUnaVez(evento);
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
      proximo_en: AHORA + 1 + esperaTras(0),
      despachado_en: null,
    });
    const { deps, trabajos } = depsDePrueba(AHORA + 20);
    expect(await sweep(deps)).toMatchObject({ eventos: 0 });
    expect(await sweep({ ...deps, ahora: AHORA + 40 })).toMatchObject({ eventos: 1, fallas: 0 });
    await esperarTodoUnaVez(evento);
    // The mails were still pending at the time, so their jobs were queued again; never new rows.
    expect(trabajos.length).toBeLessThanOrEqual(3);
  });

  test("after eight attempts the delivery is fallido with its error and the evento closed", async () => {
    const { evento } = await asignado();
    let ahora = AHORA + 1;
    for (let i = 1; i <= INTENTOS_MAX; i++) {
      expect((await eventoDe(evento)).despachado_en).toBeNull();
      const { deps } = depsDePrueba(ahora, { canales: sinCanalDe(obrero.id) });
      await dispatch(deps, evento);
      ahora += 3600;
    }
    const fallidas = (await entregasDe(evento)).filter((e) => e.estado !== "entregado");
    expect(fallidas).toMatchObject([
      { usuario_id: obrero.id, estado: "fallido", intentos: INTENTOS_MAX, error: "objeto caído" },
    ]);
    expect(await eventoDe(evento)).toMatchObject({ intentos: INTENTOS_MAX, error: "objeto caído" });
    expect((await eventoDe(evento)).despachado_en).not.toBeNull();
    expect(await sweep(depsDePrueba(ahora + 9999).deps)).toMatchObject({ eventos: 0 });
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
    await esperarTodoUnaVez(evento);
  });

  test("a dispatch that breaks altogether is written down and put off, and thrown", async () => {
    const { evento } = await asignado();
    let viajes = 0;
    const { deps } = depsDePrueba(AHORA + 1, {
      db: dbPorPasos((hacer) => {
        viajes += 1;
        return viajes === 2 ? Promise.reject(new Error("D1 ocupada")) : hacer();
      }),
    });
    await expect(dispatch(deps, evento)).rejects.toThrow();
    expect(await eventoDe(evento)).toMatchObject({ intentos: 1, despachado_en: null });
    expect((await eventoDe(evento)).error).toMatch(/D1 ocupada|Failed query/);
  });
});

describe("mails that no queue has", () => {
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
