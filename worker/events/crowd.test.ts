import { createExecutionContext, createMessageBatch, getQueueResult } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { anunciar } from "../domain/anuncios/anunciar.ts";
import { terminarAnuncio } from "../domain/anuncios/terminar.ts";
import { avisosDe, correosDe, depsDePrueba, entregasDe, eventoDe } from "../testing/despacho.ts";
import { enchufar } from "../testing/enchufe.ts";
import { armarCiudad, type Persona } from "../testing/escena.ts";
import { AHORA, type Ciudad, crearReclamoDe, crearUsuario, ctxDe, db } from "../testing/fabrica.ts";
import { consumirMultitud, enterrarMultitud, entregarParte } from "./crowd.ts";
import { dispatch } from "./dispatch.ts";
import { barrerPartes } from "./partes.ts";

const GENTE = 130;
let ciudad: Ciudad;
let admin: Persona;
let obrero: Persona;

/** Many vecinos, by plain SQL. */
async function muchos(n: number): Promise<void> {
  await db.run(sql`
    INSERT INTO personas (nombre, email, creado_en)
    SELECT 'V' || value, 'm' || value || '@prueba.example', 1
    FROM json_each(${JSON.stringify(Array.from({ length: n }, (_, i) => i))})`);
  await db.run(sql`
    INSERT INTO usuarios (persona_id, name, email, rol, creado_en, actualizado_en)
    SELECT id, nombre, email, 'vecino', 1, 1 FROM personas WHERE email LIKE 'm%@prueba.example'`);
}

beforeAll(async () => {
  ({ ciudad, admin, obrero } = await armarCiudad());
  await muchos(GENTE);
});

const anuncio = { titulo: "Corte de agua", texto: "Mañana de 8 a 12 en todo el barrio." };
const mensaje = (id: string, body: unknown, attempts = 1) => ({
  id,
  timestamp: new Date(AHORA * 1000),
  attempts,
  body,
});
async function consumir(mensajes: ReturnType<typeof mensaje>[]) {
  const batch = createMessageBatch("baldosa-multitud", mensajes);
  const ctx = createExecutionContext();
  await consumirMultitud(batch, env, ctx);
  return getQueueResult(batch, ctx);
}

describe("a crowd", () => {
  test("goes by queue, a hundred people a message, and the evento is closed", async () => {
    const { evento_id, destinatarios } = await anunciar(ctxDe(admin), anuncio);
    const id = evento_id as number;
    expect(destinatarios).toBe(GENTE + 2);
    const { deps, partes, trabajos } = depsDePrueba(AHORA + 1);
    expect(await dispatch(deps, id)).toEqual({
      estado: "despachado",
      entregados: 0,
      correos: 0,
      encolados: GENTE + 2,
    });
    expect(partes.map((p) => [p.evento_id, p.usuario_ids.length])).toEqual([
      [id, 100],
      [id, 32],
    ]);
    const todos = new Set(partes.flatMap((p) => p.usuario_ids));
    expect(todos.size).toBe(GENTE + 2);
    expect(todos.has(admin.id)).toBe(false);
    expect(trabajos).toEqual([]);
    expect((await eventoDe(id)).despachado_en).not.toBeNull();
    for (const p of partes) await entregarParte(deps, p);
    const entregas = await entregasDe(id);
    expect(entregas).toHaveLength(GENTE + 2);
    expect(entregas.every((e) => e.estado === "entregado" && e.seq === 1)).toBe(true);
  });

  test("of followers too; who has no account is mailed at once", async () => {
    const vecino = await crearUsuario("vecino");
    const { id: reclamo } = await crearReclamoDe(vecino, ciudad);
    await db.run(sql`DELETE FROM seguidores`);
    await db.run(sql`INSERT INTO seguidores (reclamo_id, persona_id, desde)
      SELECT ${reclamo}, persona_id, 1 FROM usuarios WHERE rol = 'vecino' AND id <> ${vecino.id}`);
    const [nilda] = await db.all<{ id: number }>(
      sql`INSERT INTO personas (nombre, email, creado_en) VALUES ('Nilda', 'nilda@prueba.example', 1) RETURNING id`,
    );
    await db.run(sql`INSERT INTO seguidores VALUES (${reclamo}, ${nilda?.id}, 1)`);
    const [evento] = await db.all<{ id: number }>(sql`
      INSERT INTO eventos (reclamo_id, tipo, guardia, version, estado, usuario_id, datos, en)
      VALUES (${reclamo}, 'iniciado', 1, 9, 'en_proceso', ${obrero.id}, '{}', ${AHORA}) RETURNING id`);
    const id = evento?.id as number;
    const { deps, partes, trabajos } = depsDePrueba(AHORA + 1);
    expect(await dispatch(deps, id)).toMatchObject({ estado: "despachado", correos: 1 });
    expect((await correosDe(id)).map((c) => c.para)).toEqual(["nilda@prueba.example"]);
    for (const p of partes) await entregarParte(deps, p);
    expect(await correosDe(id)).toHaveLength(GENTE + 2);
    expect(new Set(trabajos.map((t) => t.correo_id)).size).toBe(GENTE + 2);
    const entregas = await entregasDe(id);
    // The creator and the followers, and staff with the silent frame alone, the one who did it included.
    expect(entregas.filter((e) => !e.silenciosa)).toHaveLength(GENTE + 1);
    expect(entregas.filter((e) => e.silenciosa)).toHaveLength(3);
  });
});

describe("the consumer", () => {
  test("acknowledges what it delivered, retries alone what it could not, and drops nonsense", async () => {
    const id = (await anunciar(ctxDe(admin), anuncio)).evento_id as number;
    const [a, b] = [await crearUsuario("vecino"), await crearUsuario("vecino")];
    // An evento of a reclamo that is gone has no frame to send.
    const [roto] = await db.all<{ id: number }>(sql`
      INSERT INTO eventos (tipo, guardia, datos, en) VALUES ('iniciado', 1, '{"x"', ${AHORA}) RETURNING id`);
    const e = await enchufar(env.USER_CHANNEL, a.id);
    const resultado = await consumir([
      mensaje("bien", { evento_id: id, usuario_ids: [a.id, b.id] }),
      mensaje("roto", { evento_id: roto?.id, usuario_ids: [a.id] }, 2),
      mensaje("basura", { evento_id: "uno" }),
      mensaje("nadie", { evento_id: 999_999, usuario_ids: [a.id] }),
    ]);
    expect(resultado.explicitAcks.sort()).toEqual(["basura", "bien", "nadie"]);
    expect(resultado.retryMessages).toEqual([{ msgId: "roto" }]);
    expect(resultado.outcome).toBe("ok");
    await e.alDia();
    expect(e.de("anuncio").map((t) => t.data)).toEqual([{ id, ...anuncio }]);
  });

  test("the same message twice delivers once", async () => {
    const id = (await anunciar(ctxDe(admin), anuncio)).evento_id as number;
    const a = await crearUsuario("vecino");
    const m = { evento_id: id, usuario_ids: [a.id] };
    await consumir([mensaje("1", m)]);
    await consumir([mensaje("2", m)]);
    expect(await avisosDe(a.id, id)).toHaveLength(1);
    expect(await entregasDe(id)).toMatchObject([{ estado: "entregado", intentos: 1 }]);
  });

  test("what somebody reads becomes the state of their deliveries", async () => {
    const id = (await anunciar(ctxDe(admin), anuncio)).evento_id as number;
    const [a, b] = [await crearUsuario("vecino"), await crearUsuario("vecino")];
    await consumir([mensaje("1", { evento_id: id, usuario_ids: [a.id, b.id] })]);
    const { explicitAcks } = await consumir([mensaje("2", { usuario_id: a.id, leidos: [id] })]);
    expect(explicitAcks).toEqual(["2"]);
    expect((await entregasDe(id)).map((e) => e.estado)).toEqual(["leido", "entregado"]);
  });

  test("what never arrived is fallido at the end, what did stays", async () => {
    const id = (await anunciar(ctxDe(admin), anuncio)).evento_id as number;
    const [a, b] = [await crearUsuario("vecino"), await crearUsuario("vecino")];
    await consumir([mensaje("1", { evento_id: id, usuario_ids: [a.id] })]);
    await db.run(sql`INSERT INTO entregas (evento_id, usuario_id, silenciosa, estado, en, error)
      VALUES (${id}, ${b.id}, 0, 'pendiente', 1, 'objeto caído')`);
    const batch = createMessageBatch("baldosa-multitud-muertas", [
      mensaje("m", { evento_id: id, usuario_ids: [a.id, b.id] }),
      mensaje("basura", null),
    ]);
    const ctx = createExecutionContext();
    await enterrarMultitud(batch, env);
    expect((await getQueueResult(batch, ctx)).explicitAcks).toEqual(["m", "basura"]);
    expect((await entregasDe(id)).map((e) => [e.estado, e.error])).toEqual([
      ["entregado", null],
      ["fallido", "objeto caído"],
    ]);
  });
});

describe("an announcement cut short", () => {
  const partesDe = (id: number) =>
    db.all<{ parte: number; hecho_en: number | null }>(
      sql`SELECT parte, hecho_en FROM multitud_partes WHERE evento_id = ${id} ORDER BY parte`,
    );

  test("goes on from where it was: a lost part is queued again, a done one is not", async () => {
    const id = (await anunciar(ctxDe(admin), anuncio)).evento_id as number;
    const { deps, partes } = depsDePrueba(AHORA + 1);
    await dispatch(deps, id);
    await entregarParte(deps, partes[0] as (typeof partes)[number]);
    expect((await partesDe(id)).map((p) => p.hecho_en !== null)).toEqual([true, false]);
    const otra = depsDePrueba(AHORA + 900);
    expect(await barrerPartes(otra.deps)).toBe(0);
    const despues = depsDePrueba(AHORA + 3600);
    await barrerPartes(despues.deps);
    const suyas = despues.partes.filter((p) => p.evento_id === id);
    expect(suyas).toEqual([partes[1]]);
    for (const p of suyas) await entregarParte(despues.deps, p);
    expect((await entregasDe(id)).every((e) => e.estado === "entregado")).toBe(true);
    expect((await partesDe(id)).every((p) => p.hecho_en !== null)).toBe(true);
  });

  test("killed between two messages to the queue, the next dispatch divides it the same way", async () => {
    const id = (await anunciar(ctxDe(admin), anuncio)).evento_id as number;
    const rota = depsDePrueba(AHORA + 1, {
      colaMultitud: { sendBatch: () => Promise.reject(new Error("cola caída")) },
    });
    expect(await dispatch(rota.deps, id)).toMatchObject({ estado: "pendiente" });
    // Somebody joins meanwhile: it is not for them, and moves nobody from one part to another.
    const nuevo = await crearUsuario();
    const { deps, partes } = depsDePrueba(AHORA + 120);
    await dispatch(deps, id);
    for (const p of partes) await entregarParte(deps, p);
    const ids = partes.flatMap((p) => p.usuario_ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(nuevo.id);
    expect(await entregasDe(id)).toHaveLength(ids.length);
  });

  test("once ended, what was not delivered is not", async () => {
    const { id: anuncioId, evento_id } = await anunciar(ctxDe(admin), anuncio);
    const id = evento_id as number;
    const { deps, partes } = depsDePrueba(AHORA + 1);
    await dispatch(deps, id);
    await entregarParte(deps, partes[0] as (typeof partes)[number]);
    await terminarAnuncio(ctxDe(admin), anuncioId);
    await entregarParte(deps, partes[1] as (typeof partes)[number]);
    expect(await entregasDe(id)).toHaveLength(100);
  });
});
