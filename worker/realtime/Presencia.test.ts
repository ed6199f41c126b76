import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { LIMITES } from "../../contract/limites.ts";
import { Enchufe } from "../testing/enchufe.ts";
import { canales } from "./channels.ts";

let siguiente = 50_000;
const alguien = () => siguiente++;
const reclamo = alguien;
const presencia = (id: number) => env.PRESENCIA.getByName(String(id));

async function sentar(usuarioId: number, gestion = true): Promise<Enchufe> {
  const r = await canales(env).conectar(new Request("https://x.invalid/"), usuarioId, { gestion });
  const e = new Enchufe(r.webSocket as WebSocket);
  await e.hasta((s) => s.de("hola").length > 0, "hola");
  return e;
}
const ultimo = (e: Enchufe) => e.de("viendo").at(-1)?.data;
const oye = (e: Enchufe, id: number, quienes: number[]) =>
  e.hasta(
    (s) => JSON.stringify(ultimo(s)) === JSON.stringify({ id, quienes }),
    `viendo ${id} ${quienes}`,
  );

describe("who is looking at a reclamo", () => {
  test("the second one and the first hear of each other, and of leaving", async () => {
    const [ana, beto, id] = [alguien(), alguien(), reclamo()];
    const [a, b] = [await sentar(ana), await sentar(beto)];
    a.decir({ type: "viendo", id });
    await oye(a, id, []);
    b.decir({ type: "viendo", id });
    await oye(b, id, [ana]);
    await oye(a, id, [beto]);
    b.decir({ type: "viendo", id: null });
    await oye(a, id, []);
    b.decir({ type: "viendo", id });
    await oye(a, id, [beto]);
    b.ws.close(1000);
    await oye(a, id, []);
  });

  test("going to another reclamo leaves the first, unless another tab shows it", async () => {
    const [ana, beto, uno, dos] = [alguien(), alguien(), reclamo(), reclamo()];
    const a = await sentar(ana);
    const [b1, b2] = [await sentar(beto), await sentar(beto)];
    a.decir({ type: "viendo", id: uno });
    for (const b of [b1, b2]) {
      b.decir({ type: "viendo", id: uno });
      await oye(b, uno, [ana]);
    }
    b1.decir({ type: "viendo", id: dos });
    await oye(b1, dos, []);
    await a.alDia();
    expect(ultimo(a)).toEqual({ id: uno, quienes: [beto] });
    b2.decir({ type: "viendo", id: dos });
    await oye(a, uno, []);
  });

  test("one socket speaks for several tabs of a browser", async () => {
    const [ana, beto, uno, dos] = [alguien(), alguien(), reclamo(), reclamo()];
    const [a, b] = [await sentar(ana), await sentar(beto)];
    a.decir({ type: "viendo", id: uno });
    await oye(a, uno, []);
    b.decir({ type: "viendo", ids: [uno, dos] });
    await oye(a, uno, [beto]);
    b.decir({ type: "viendo", ids: [dos] });
    await oye(a, uno, []);
    a.decir({ type: "viendo", ids: [dos] });
    await oye(b, dos, [ana]);
    await oye(a, dos, [beto]);
    b.decir({ type: "viendo", ids: [] });
    await oye(a, dos, []);
  });

  test("nobody who is not of the staff says it or hears it", async () => {
    const [ana, vecina, id] = [alguien(), alguien(), reclamo()];
    const [a, v] = [await sentar(ana), await sentar(vecina, false)];
    a.decir({ type: "viendo", id });
    await oye(a, id, []);
    v.decir({ type: "viendo", id });
    await v.alDia();
    await a.alDia();
    expect(v.de("viendo")).toEqual([]);
    expect(ultimo(a)).toEqual({ id, quienes: [] });
  });

  test("it lasts while both objects sleep, and the sockets stay", async () => {
    const [ana, beto, id] = [alguien(), alguien(), reclamo()];
    const a = await sentar(ana);
    a.decir({ type: "viendo", id });
    await oye(a, id, []);
    await evictDurableObject(presencia(id));
    await evictDurableObject(env.USER_CHANNEL.getByName(String(ana)));
    const b = await sentar(beto);
    b.decir({ type: "viendo", id });
    await oye(b, id, [ana]);
    await oye(a, id, [beto]);
  });

  test("who said nothing for a while no longer counts, and nothing is kept", async () => {
    const [ana, beto, id] = [alguien(), alguien(), reclamo()];
    const a = await sentar(ana);
    a.decir({ type: "viendo", id });
    await oye(a, id, []);
    await presencia(id).entrar(beto);
    await oye(a, id, [beto]);
    const vencer = (usuario: number) =>
      runInDurableObject(presencia(id), (_, estado) => {
        estado.storage.kv.put(`u:${usuario}`, Date.now() - LIMITES.presenciaSegundos);
      });
    await vencer(beto);
    expect(await runDurableObjectAlarm(presencia(id))).toBe(true);
    await oye(a, id, []);
    await vencer(ana);
    await runDurableObjectAlarm(presencia(id));
    const quedan = await runInDurableObject(
      presencia(id),
      async (_, estado) => [...estado.storage.kv.list()].length,
    );
    expect(quedan).toBe(0);
  });
});
