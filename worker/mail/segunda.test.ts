import { env } from "cloudflare:workers";
import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Usuario } from "../../contract/acciones.ts";
import type { PasoCorreo } from "../../contract/esquemas/avisos.ts";
import { schema } from "../db/client.ts";
import { reenviarCorreo } from "../domain/correos/reenviar.ts";
import { entornoDe } from "../env.ts";
import { sweep } from "../events/sweep.ts";
import { crearCorreo } from "../testing/buzon.ts";
import { dbPorPasos, depsDePrueba } from "../testing/despacho.ts";
import { AHORA, type Ciudad, crearMunicipio, crearUsuario, ctxDe, db } from "../testing/fabrica.ts";
import { dbMortal } from "../testing/fallas.ts";
import { atenderCorreo, type DepsCorreo } from "./job.ts";
import { enterrar } from "./tomar.ts";
import type { Resultado } from "./transporte.ts";

const { correos } = schema;
const HORA = 3600;
const SIN_RESPUESTA: Resultado = { tipo: "incierto", motivo: "se cortó" };
const NO_AHORA: Resultado = { tipo: "reintentar", motivo: "429: despacio" };
const SALIO: Resultado = { tipo: "enviado", proveedorId: "p", messageId: "<m>" };

let ciudad: Ciudad;
let admin: Usuario;
let envios: number;
let respuestas: Resultado[];

beforeAll(async () => {
  ciudad = await crearMunicipio();
  admin = await crearUsuario("admin");
});
beforeEach(async () => {
  [envios, respuestas] = [0, []];
  await db.run(sql`DELETE FROM correos`);
});

/** The consumer at that moment, of a provider that answers what the test says, and then that it took it. */
const en = (ahora: number): DepsCorreo => ({
  db,
  entorno: entornoDe(env),
  ahora: () => ahora,
  transporte: {
    async enviar() {
      envios += 1;
      return respuestas.shift() ?? SALIO;
    },
  },
});

/** A mail handed to the queue at AHORA, of an evento that has been told. */
async function correo(): Promise<number> {
  const { id, evento } = await crearCorreo(ciudad, { encolado_en: AHORA });
  await db.run(sql`UPDATE eventos SET despachado_en = en WHERE id = ${evento}`);
  return id;
}

/** One whose first send nobody answered, and whose place in the queue was lost with the process that held it. */
async function incierto(): Promise<number> {
  const id = await correo();
  respuestas = [SIN_RESPUESTA];
  expect(await atenderCorreo(en(AHORA), id, 1)).toMatchObject({ hacer: "retry" });
  return id;
}

const fila = async (id: number) => {
  const [f] = await db.select().from(correos).where(eq(correos.id, id));
  if (!f) throw new Error("no row");
  return f;
};
const pasos = async (id: number) =>
  ((await fila(id)).historia as PasoCorreo[]).map((p) => p.estado);

/** What one sweep at that moment hands to the queue. */
async function barridos(ahora: number): Promise<number[]> {
  const { deps, trabajos } = depsDePrueba(ahora);
  await sweep(deps);
  return trabajos.map((t) => t.correo_id);
}

test("the second send that its queue lost is asked for again by the sweep, once its queue had its time", async () => {
  const id = await incierto();
  expect(await barridos(AHORA + 300)).toEqual([]);
  expect(await barridos(AHORA + 800)).toEqual([]);
  expect(await barridos(AHORA + HORA)).toEqual([id]);
  expect(await barridos(AHORA + HORA + 60)).toEqual([]);
  expect(await atenderCorreo(en(AHORA + HORA + 61), id, 1)).toEqual({ hacer: "ack" });
  expect(await fila(id)).toMatchObject({ estado: "enviado", intentos: 2, reclamado_hasta: null });
  expect(envios).toBe(2);
  expect(await barridos(AHORA + 2 * HORA)).toEqual([]);
});

test("two sweeps at once ask for it once", async () => {
  const id = await incierto();
  const { deps, trabajos } = depsDePrueba(AHORA + HORA);
  await Promise.all([sweep(deps), sweep(deps)]);
  expect(trabajos).toEqual([{ correo_id: id }]);
});

test("the queue's own message and the sweep's, each twice and all at once, send it one time more", async () => {
  const id = await incierto();
  await barridos(AHORA + HORA);
  const seguir = await Promise.all(
    [1, 1, 2, 2].map((intento) => atenderCorreo(en(AHORA + HORA + 1), id, intento)),
  );
  expect(seguir.filter((s) => s.hacer === "ack").length).toBeGreaterThan(0);
  await atenderCorreo(en(AHORA + HORA + 400), id, 3);
  expect(envios).toBe(2);
  expect((await fila(id)).estado).toBe("enviado");
});

test("a sweep that dies at any of its steps leaves it to a later one", async () => {
  let cortes = 0;
  for (let n = 1; ; n++) {
    const id = await incierto();
    const { deps, trabajos } = depsDePrueba(AHORA + HORA);
    let [hechos, muerto] = [0, false];
    const paso = async <T>(hacer: () => Promise<T>): Promise<T> => {
      hechos += 1;
      if (hechos < n) return hacer();
      muerto = true;
      // Half of them after their effect, the others before.
      if (n % 2 === 0 && hechos === n) await hacer();
      throw new Error("muerto");
    };
    const colaCorreo = {
      sendBatch: (m: { body: { correo_id: number } }[]) => paso(() => deps.colaCorreo.sendBatch(m)),
    };
    await sweep({ ...deps, db: dbPorPasos(paso), colaCorreo }).catch(() => undefined);
    if (!muerto) break;
    cortes += 1;
    const despues = await barridos(AHORA + 2 * HORA);
    expect([...trabajos.map((t) => t.correo_id), ...despues]).toContain(id);
    for (const cuando of [1, 2]) await atenderCorreo(en(AHORA + 2 * HORA + cuando), id, cuando);
    expect((await fila(id)).estado).toBe("enviado");
    expect(envios).toBe(2);
    [envios, respuestas] = [0, []];
    await db.run(sql`DELETE FROM correos`);
  }
  expect(cortes).toBeGreaterThan(2);
});

test("a consumer that dies before its claim leaves the send to be asked for again; after it, nobody sends a third", async () => {
  const antes = await incierto();
  await atenderCorreo({ ...en(AHORA + 300), db: dbMortal(0) }, antes, 2).catch(() => undefined);
  expect(await barridos(AHORA + HORA)).toEqual([antes]);

  // Claimed and sent, and its process died before it wrote how it went.
  await atenderCorreo({ ...en(AHORA + HORA), db: dbMortal(1) }, antes, 1).catch(() => undefined);
  expect(envios).toBe(2);
  expect(await fila(antes)).toMatchObject({ estado: "incierto", reclamado_hasta: null });
  expect(await barridos(AHORA + 2 * HORA)).toEqual([]);
  expect(await atenderCorreo(en(AHORA + 3 * HORA), antes, 3)).toEqual({ hacer: "ack" });
  expect(envios).toBe(2);
});

test("a first send whose process died is asked for again by the sweep, and that one is the last", async () => {
  const id = await correo();
  await atenderCorreo({ ...en(AHORA), db: dbMortal(1) }, id, 1).catch(() => undefined);
  expect(await barridos(AHORA + HORA)).toEqual([id]);
  respuestas = [SIN_RESPUESTA];
  expect(await atenderCorreo(en(AHORA + HORA), id, 1)).toEqual({ hacer: "ack" });
  expect(await barridos(AHORA + 2 * HORA)).toEqual([]);
  expect(envios).toBe(2);
});

test("one that the provider refuses for now, and then is lost, is asked for again", async () => {
  const id = await incierto();
  respuestas = [NO_AHORA];
  expect(await atenderCorreo(en(AHORA + 300), id, 2)).toMatchObject({ hacer: "retry" });
  expect(await barridos(AHORA + HORA)).toEqual([id]);
  await atenderCorreo(en(AHORA + HORA), id, 1);
  expect((await fila(id)).estado).toBe("enviado");
});

test("on the queue's last delivery the second send is left to the sweep", async () => {
  const id = await correo();
  respuestas = [SIN_RESPUESTA];
  expect(await atenderCorreo(en(AHORA), id, 4)).toEqual({ hacer: "ack" });
  expect(await barridos(AHORA + HORA)).toEqual([id]);
  await atenderCorreo(en(AHORA + HORA), id, 1);
  expect(await pasos(id)).toEqual(["incierto", "enviado"]);
  expect(envios).toBe(2);
});

test("a queue that loses each of them is asked for six hours, and then the row says that nobody sends it", async () => {
  const id = await incierto();
  let pedidos = 0;
  for (let t = AHORA + 60; t < AHORA + 12 * HORA; t += 60) pedidos += (await barridos(t)).length;
  expect(pedidos).toBeGreaterThan(10);
  expect(pedidos).toBeLessThanOrEqual(24);
  expect(await fila(id)).toMatchObject({
    estado: "incierto",
    reclamado_hasta: null,
    error: expect.stringContaining("una vez más"),
  });
  expect(await pasos(id)).toEqual(["incierto", "incierto"]);
  expect(envios).toBe(1);
  // What the queue finds again afterwards is not sent; an admin who wants it can have it sent.
  expect(await atenderCorreo(en(AHORA + 13 * HORA), id, 2)).toEqual({ hacer: "ack" });
  expect(envios).toBe(1);
  await reenviarCorreo({ ...ctxDe(admin), ahora: AHORA + 13 * HORA }, id);
  respuestas = [SIN_RESPUESTA];
  await atenderCorreo(en(AHORA + 13 * HORA), id, 1);
  expect(await barridos(AHORA + 14 * HORA)).toEqual([id]);
});

test("one whose last delivery died in the middle of its send is not called failed: nobody knows, and it is sent once more", async () => {
  const id = await correo();
  // Claimed and sent, and its process died; the queue has no more deliveries, and buries it.
  await atenderCorreo({ ...en(AHORA), db: dbMortal(1) }, id, 4).catch(() => undefined);
  expect(envios).toBe(1);
  await enterrar(db, id, AHORA + 60);
  expect(await fila(id)).toMatchObject({ estado: "incierto", segunda_en: AHORA + 60 });
  await enterrar(db, id, AHORA + 61);
  expect(await barridos(AHORA + 300)).toEqual([]);
  expect(await barridos(AHORA + HORA)).toEqual([id]);
  await atenderCorreo(en(AHORA + HORA), id, 1);
  expect(await pasos(id)).toEqual(["incierto", "enviado"]);
  expect(envios).toBe(2);
});

test("what its webhook settled meanwhile is left alone", async () => {
  const id = await incierto();
  await db
    .update(correos)
    .set({ estado: "entregado", reclamado_hasta: null })
    .where(eq(correos.id, id));
  expect(await barridos(AHORA + HORA)).toEqual([]);
});
