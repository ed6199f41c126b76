import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { LIMITES } from "../../contract/limites.ts";
import type { Aviso, TramaReclamo } from "../../contract/tramas.ts";
import { Enchufe, enchufar } from "../testing/enchufe.ts";
import { canales } from "./channels.ts";
import { VERSION } from "./esquema.ts";
import type { UserChannel } from "./UserChannel.ts";

const canal = canales(env);
let siguiente = 1000;
const alguien = () => siguiente++;
const objeto = (usuarioId: number): DurableObjectStub<UserChannel> =>
  env.USER_CHANNEL.getByName(String(usuarioId));

const datos = (evento_id: number) => ({
  id: 7,
  numero: 7,
  estado: "asignado" as const,
  version: 2,
  evento: "asignado",
  evento_id,
});
const at = "2026-11-24T12:00:00Z";
const actualizado = (id: number): TramaReclamo => ({
  type: "reclamo_actualizado",
  at,
  data: datos(id),
});
const nuevo = (id: number): Aviso => ({
  type: "nuevo_reclamo",
  at,
  data: { ...datos(id), titulo: "Bache" },
});
async function entregarVarios(usuarioId: number, desde: number, hasta: number): Promise<void> {
  for (let i = desde; i <= hasta; i++) await canal.deliver(usuarioId, i, { aviso: actualizado(i) });
}

describe("deliver", () => {
  test("an aviso gets the next seq and reaches every open socket", async () => {
    const u = alguien();
    const [a, b] = [await enchufar(env.USER_CHANNEL, u), await enchufar(env.USER_CHANNEL, u)];
    expect(await canal.deliver(u, 10, { aviso: actualizado(10) })).toEqual({ seq: 1, nuevo: true });
    expect(await canal.deliver(u, 11, { aviso: actualizado(11) })).toEqual({ seq: 2, nuevo: true });
    for (const e of [a, b]) {
      await e.alDia();
      expect(e.seqs).toEqual([1, 2]);
      expect(e.de("reclamo_actualizado")[0]).toEqual({ ...actualizado(10), seq: 1 });
    }
  });

  test("the same evento twice, also at once, is one aviso and one frame", async () => {
    const u = alguien();
    const e = await enchufar(env.USER_CHANNEL, u);
    const entrega = { aviso: nuevo(10), silencio: actualizado(10) };
    const veces = await Promise.all([1, 2, 3, 4].map(() => canal.deliver(u, 10, entrega)));
    expect(veces.map((v) => v.seq)).toEqual([1, 1, 1, 1]);
    expect(veces.filter((v) => v.nuevo)).toHaveLength(1);
    await e.alDia();
    expect(e.de("nuevo_reclamo")).toHaveLength(1);
    expect(e.de("reclamo_actualizado")).toHaveLength(1);
  });

  test("a silent frame has no seq, is sent once and is not in the inbox", async () => {
    const u = alguien();
    const e = await enchufar(env.USER_CHANNEL, u);
    expect(await canal.deliver(u, 10, { silencio: actualizado(10) })).toEqual({
      seq: null,
      nuevo: true,
    });
    expect(await canal.deliver(u, 10, { silencio: actualizado(10) })).toEqual({
      seq: null,
      nuevo: false,
    });
    await e.alDia();
    expect(e.tramas.slice(1)).toEqual([actualizado(10)]);
    expect((await canal.since(u, null, 20)).items).toEqual([]);
  });

  test("an aviso that is a reclamo_actualizado is not followed by the silent one; other kinds are", async () => {
    const u = alguien();
    const e = await enchufar(env.USER_CHANNEL, u);
    await canal.deliver(u, 10, { aviso: actualizado(10), silencio: actualizado(10) });
    await canal.deliver(u, 11, { aviso: nuevo(11), silencio: actualizado(11) });
    await e.alDia();
    expect(e.tramas.slice(1).map((t) => [t.type, t.seq])).toEqual([
      ["reclamo_actualizado", 1],
      ["nuevo_reclamo", 2],
      ["reclamo_actualizado", undefined],
    ]);
  });
});

describe("connecting", () => {
  test("hola tells the seq and the unread; without desde nothing is replayed", async () => {
    const u = alguien();
    await entregarVarios(u, 1, 3);
    await canal.markRead(u, 1);
    const e = await enchufar(env.USER_CHANNEL, u);
    await e.alDia();
    expect(e.tramas).toHaveLength(1);
    expect(e.tramas[0]).toMatchObject({ type: "hola", data: { seq: 3, sin_leer: 2 } });
    expect(e.tramas[0]?.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  test("replay after eviction gives everything after N, in order, once", async () => {
    const u = alguien();
    await entregarVarios(u, 1, 5);
    await canal.deliver(u, 6, { silencio: actualizado(6) });
    await evictDurableObject(objeto(u));
    const e = await enchufar(env.USER_CHANNEL, u, 2);
    await e.alDia();
    expect(e.tramas.map((t) => t.type)[0]).toBe("hola");
    expect(e.seqs).toEqual([3, 4, 5]);
    expect(e.de("hola")[0]?.data).toEqual({ seq: 5, sin_leer: 5 });
  });

  test("an idle object hibernates with its socket alive, and wakes with it", async () => {
    const u = alguien();
    const e = await enchufar(env.USER_CHANNEL, u);
    await evictDurableObject(objeto(u));
    // Answered by the runtime: the object stays asleep.
    await e.alDia();
    await canal.deliver(u, 1, { aviso: actualizado(1) });
    await e.alDia();
    expect(e.seqs).toEqual([1]);
    await evictDurableObject(objeto(u));
    e.decir({ type: "leido", hasta: 1 });
    await e.alDia();
    expect(e.cierre).toBeNull();
    expect((await canal.since(u, null, 20)).sin_leer).toBe(0);
  });

  test("a seq that this inbox never gave is a hueco", async () => {
    const e = await enchufar(env.USER_CHANNEL, alguien(), 40);
    expect(e.de("hola")[0]?.data).toEqual({ seq: 0, sin_leer: 0, hueco: true });
  });

  test("a desde that is no number replays nothing", async () => {
    const u = alguien();
    await entregarVarios(u, 1, 2);
    const r = await objeto(u).fetch("https://canal.invalid/?desde=-1;DROP", {
      headers: { Upgrade: "websocket" },
    });
    expect(r.status).toBe(101);
    r.webSocket?.accept();
    r.webSocket?.close();
  });

  test("one socket too many closes the oldest with a reason, and not the others", async () => {
    const u = alguien();
    const abiertos = [];
    for (let i = 0; i < 21; i++) abiertos.push(await enchufar(env.USER_CHANNEL, u));
    await abiertos[0]?.hasta((e) => e.cierre !== null, "close");
    expect(abiertos[0]?.cierre).toMatchObject({ code: 4008 });
    await canal.deliver(u, 1, { aviso: actualizado(1) });
    for (const e of abiertos.slice(1)) await e.alDia();
    expect(abiertos.slice(1).every((e) => e.cierre === null && e.seqs.length === 1)).toBe(true);
  });

  test("a client's close is answered with its own code", async () => {
    const e = await enchufar(env.USER_CHANNEL, alguien());
    e.ws.close(3001, "me voy");
    await e.hasta((s) => s.cierre !== null, "close");
    expect(e.cierre?.code).toBe(3001);
  });

  test("cerrar ends every socket with 4002", async () => {
    const u = alguien();
    const abiertos = [await enchufar(env.USER_CHANNEL, u), await enchufar(env.USER_CHANNEL, u)];
    expect(await canal.cerrar(u, "bloqueado")).toBe(2);
    for (const e of abiertos) {
      await e.hasta((s) => s.cierre !== null, "close");
      expect(e.cierre).toEqual({ code: 4002, reason: "bloqueado" });
    }
  });
});

describe("reading", () => {
  test("what one socket reads, the other hears, and the inbox shows", async () => {
    const u = alguien();
    const [a, b] = [await enchufar(env.USER_CHANNEL, u), await enchufar(env.USER_CHANNEL, u)];
    await entregarVarios(u, 1, 3);
    a.decir({ type: "leido", hasta: 2 });
    await b.hasta((e) => e.de("leido").length > 0, "leido");
    await a.alDia();
    expect(b.de("leido")[0]?.data).toEqual({ hasta: 2, sin_leer: 1 });
    expect(a.de("leido")).toEqual([]);
    expect((await canal.since(u, null, 20)).items.map((i) => i.leido)).toEqual([true, true, false]);
  });

  test("reading again changes nothing and says nothing", async () => {
    const u = alguien();
    await entregarVarios(u, 1, 2);
    const e = await enchufar(env.USER_CHANNEL, u);
    expect(await canal.markRead(u, 99)).toEqual({ hasta: 2, seq: 2, sin_leer: 0 });
    expect(await canal.markRead(u, 1)).toEqual({ hasta: 1, seq: 2, sin_leer: 0 });
    await e.alDia();
    expect(e.de("leido")).toHaveLength(1);
  });

  test("since pages forward from desde, and without it gives the newest", async () => {
    const u = alguien();
    await entregarVarios(u, 1, 6);
    const seqs = async (desde: number | null, n: number) =>
      (await canal.since(u, desde, n)).items.map((i) => i.seq);
    expect(await seqs(2, 3)).toEqual([3, 4, 5]);
    expect(await seqs(null, 2)).toEqual([5, 6]);
    const anteriores = await canal.since(u, null, 2, 5);
    expect(anteriores.items.map((i) => i.seq)).toEqual([3, 4]);
    expect((await canal.since(u, null, 2, 1)).items).toEqual([]);
    expect(await seqs(6, 20)).toEqual([]);
    expect((await canal.since(u, 6, 20)).hueco).toBe(false);
    expect((await canal.since(u, 7, 20)).hueco).toBe(true);
  });
});

describe("the session behind a socket", () => {
  const con = (sesion: number, vence = 4_000_000_000) => ({
    sesion: { id: sesion, venceEn: vence },
  });
  const abrir = async (u: number, conexion: Parameters<typeof canal.conectar>[2]) => {
    const r = await canal.conectar(new Request("https://x.invalid/"), u, conexion);
    const e = new Enchufe(r.webSocket as WebSocket);
    await e.hasta((s) => s.de("hola").length > 0, "hola");
    return e;
  };

  test("its end closes its own sockets and those nobody knows, also after sleep, and no other's", async () => {
    const u = alguien();
    const [una, otra, vieja] = [await abrir(u, con(7)), await abrir(u, con(8)), await abrir(u, {})];
    await evictDurableObject(objeto(u));
    expect(await canal.cerrarSesion(u, 7)).toBe(2);
    for (const e of [una, vieja]) {
      await e.hasta((s) => s.cierre !== null, "close");
      expect(e.cierre?.code).toBe(4002);
    }
    await canal.deliver(u, 1, { aviso: actualizado(1) });
    await otra.alDia();
    expect([otra.cierre, otra.seqs]).toEqual([null, [1]]);
  });

  test("once it has expired nothing more is said on it", async () => {
    const u = alguien();
    const [ida, viva] = [await abrir(u, con(7, 1_000)), await abrir(u, con(7))];
    await canal.deliver(u, 1, { aviso: actualizado(1) });
    await ida.hasta((s) => s.cierre !== null, "close");
    expect([ida.cierre?.code, ida.seqs]).toEqual([4002, []]);
    await viva.alDia();
    expect(viva.seqs).toEqual([1]);
  });
});

describe("objects from before a deploy, and from after one", () => {
  test("one without versions in its storage keeps its inbox, and is brought up to date", async () => {
    const u = alguien();
    await runInDurableObject(objeto(u), (_: UserChannel, state) => {
      const { sql, kv } = state.storage;
      sql.exec("DROP TABLE inbox; DROP TABLE boletos");
      kv.delete("esquema");
      // As the first version made it.
      sql.exec(`CREATE TABLE inbox (
        evento_id INTEGER PRIMARY KEY, seq INTEGER, trama TEXT, read_at INTEGER, at INTEGER NOT NULL);
        CREATE UNIQUE INDEX inbox_seq ON inbox (seq) WHERE trama IS NOT NULL`);
      sql.exec(
        "INSERT INTO inbox VALUES (1, 1, ?, NULL, 1)",
        JSON.stringify({ ...actualizado(1), seq: 1 }),
      );
    });
    await evictDurableObject(objeto(u));
    await canal.deliver(u, 2, { aviso: actualizado(2) });
    const e = await enchufar(env.USER_CHANNEL, u, 0);
    await e.alDia();
    expect(e.seqs).toEqual([1, 2]);
    const version = await runInDurableObject(objeto(u), (_: UserChannel, state) =>
      state.storage.kv.get("esquema"),
    );
    expect(version).toBe(VERSION);
  });

  test("after a rollback newer storage serves as before, and is left as new as it was", async () => {
    const u = alguien();
    await entregarVarios(u, 1, 1);
    await runInDurableObject(objeto(u), (_: UserChannel, state) => {
      state.storage.sql.exec("ALTER TABLE inbox ADD COLUMN algo TEXT");
      state.storage.kv.put("esquema", VERSION + 1);
    });
    await evictDurableObject(objeto(u));
    expect(await canal.deliver(u, 2, { aviso: actualizado(2) })).toEqual({ seq: 2, nuevo: true });
    await evictDurableObject(objeto(u));
    const version = await runInDurableObject(objeto(u), (_: UserChannel, state) =>
      state.storage.kv.get("esquema"),
    );
    expect(version).toBe(VERSION + 1);
  });

  test("a socket with less in its attachment than there is now goes on", async () => {
    const u = alguien();
    const e = await enchufar(env.USER_CHANNEL, u);
    await runInDurableObject(objeto(u), (_: UserChannel, state) => {
      for (const ws of state.getWebSockets()) ws.serializeAttachment(null);
    });
    await evictDurableObject(objeto(u));
    await canal.deliver(u, 1, { aviso: actualizado(1) });
    await e.alDia();
    expect([e.cierre, e.seqs]).toEqual([null, [1]]);
  });
});

describe("what a client sends", () => {
  test.each([
    "hola",
    "{",
    "null",
    "[]",
    '"leido"',
    '{"type":"leido"}',
    '{"type":"leido","hasta":-1}',
    '{"type":"leido","hasta":1.5}',
    '{"type":"leido","hasta":"1"}',
    '{"type":"borrar","hasta":1}',
    '{"type":"leido","hasta":1e400}',
  ])("%s is ignored", async (mensaje) => {
    const u = alguien();
    await entregarVarios(u, 1, 1);
    const e = await enchufar(env.USER_CHANNEL, u);
    e.decir(mensaje);
    await e.alDia();
    expect(e.cierre).toBeNull();
    expect((await canal.since(u, null, 20)).sin_leer).toBe(1);
  });

  test("binary is ignored", async () => {
    const e = await enchufar(env.USER_CHANNEL, alguien());
    e.ws.send(new Uint8Array([1, 2, 3]));
    await e.alDia();
    expect(e.cierre).toBeNull();
  });

  test("4 KiB is let through, one byte more closes with 1009, counted in bytes", async () => {
    const e = await enchufar(env.USER_CHANNEL, alguien());
    e.decir("a".repeat(LIMITES.tramaClienteBytesMax));
    await e.alDia();
    expect(e.cierre).toBeNull();
    e.decir("ñ".repeat(LIMITES.tramaClienteBytesMax / 2 + 1));
    await e.hasta((s) => s.cierre !== null, "close");
    expect(e.cierre?.code).toBe(1009);
  });
});

describe("trimming", () => {
  test("before the alarm has run, a replay holds all there is", async () => {
    const u = alguien();
    const muchos = LIMITES.bandejaAvisosMax * 2 + 5;
    await runInDurableObject(objeto(u), async (o: UserChannel) => {
      for (let i = 1; i <= muchos; i++) await o.deliver(i, { aviso: actualizado(i) });
    });
    const e = await enchufar(env.USER_CHANNEL, u, 0);
    await canal.deliver(u, muchos + 1, { aviso: actualizado(muchos + 1) });
    await e.alDia();
    expect(e.seqs).toEqual(Array.from({ length: muchos + 1 }, (_, i) => i + 1));
  });

  test("the alarm keeps the newest 500; who asks for older ones hears of the hueco", async () => {
    const u = alguien();
    await runInDurableObject(objeto(u), async (o: UserChannel) => {
      for (let i = 1; i <= LIMITES.bandejaAvisosMax + 3; i++)
        await o.deliver(i, { aviso: actualizado(i) });
    });
    expect(await runDurableObjectAlarm(objeto(u))).toBe(true);
    expect((await enchufar(env.USER_CHANNEL, u, 2)).de("hola")[0]?.data).toMatchObject({
      seq: 503,
      sin_leer: 500,
      hueco: true,
    });
    const bien = await enchufar(env.USER_CHANNEL, u, 3);
    await bien.alDia();
    expect(bien.de("hola")[0]?.data.hueco).toBeUndefined();
    expect(bien.seqs).toHaveLength(500);
    expect(bien.seqs[0]).toBe(4);
  });

  test("a trimmed aviso is still not delivered twice, until a week has passed", async () => {
    const u = alguien();
    await runInDurableObject(objeto(u), async (o: UserChannel, state) => {
      for (let i = 1; i <= LIMITES.bandejaAvisosMax + 2; i++)
        await o.deliver(i, { aviso: actualizado(i) });
      state.storage.sql.exec("UPDATE inbox SET at = at - 8 * 86400 WHERE evento_id = 1");
    });
    await runDurableObjectAlarm(objeto(u));
    expect(await canal.deliver(u, 2, { aviso: actualizado(2) })).toEqual({ seq: 2, nuevo: false });
    expect(await canal.deliver(u, 1, { aviso: actualizado(1) })).toEqual({ seq: 503, nuevo: true });
  });

  test("with nothing to forget the alarm is not set again", async () => {
    const u = alguien();
    await entregarVarios(u, 1, 1);
    expect(await runDurableObjectAlarm(objeto(u))).toBe(true);
    expect(await runDurableObjectAlarm(objeto(u))).toBe(false);
  });
});
