import { createExecutionContext, createMessageBatch, getQueueResult } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, beforeAll, expect, inject, test, vi } from "vitest";
import { crearCorreo } from "../testing/buzon.ts";
import { type Ciudad, crearMunicipio, db } from "../testing/fabrica.ts";
import { consumirCorreo } from "./job.ts";

const conClave = {
  ...env,
  MAILCHANNELS_API_KEY: "una-clave",
  MAILCHANNELS_BASE_URL: inject("proveedor"),
} as Env;

let ciudad: Ciudad;
beforeAll(async () => {
  ciudad = await crearMunicipio();
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** A batch of ten, of which the provider never answers the first ones. `cortar` is their time limit. */
async function tanda(cuelgan: number, dominio: string) {
  const corte = new AbortController();
  const limite = vi.spyOn(AbortSignal, "timeout").mockReturnValue(corte.signal);
  const ids: number[] = [];
  for (let i = 0; i < 10; i++) {
    const para = `${i < cuelgan ? "calla.1." : ""}t${i}@${dominio}`;
    ids.push((await crearCorreo(ciudad, { para })).id);
  }
  const batch = createMessageBatch(
    "baldosa-correo",
    ids.map((correo_id, i) => ({
      id: String(i),
      timestamp: new Date(),
      attempts: 1,
      body: { correo_id },
    })),
  );
  const ctx = createExecutionContext();
  const fin = consumirCorreo(batch, conClave, ctx);
  return {
    empezados: () => limite.mock.calls.length,
    cortar: async () => {
      corte.abort();
      await fin;
      return getQueueResult(batch, ctx);
    },
  };
}
const enviados = async (dominio: string) =>
  (
    await db.all<{ n: number }>(
      sql`SELECT count(*) AS n FROM correos WHERE para LIKE ${`%@${dominio}`} AND estado = 'enviado'`,
    )
  )[0]?.n;

test("sends that hang do not hold up the others of their batch", async () => {
  const { cortar } = await tanda(4, "cuatro.example");
  await vi.waitFor(async () => expect(await enviados("cuatro.example")).toBe(6), 3000);
  const { explicitAcks, retryMessages } = await cortar();
  expect(explicitAcks.sort()).toEqual(["4", "5", "6", "7", "8", "9"]);
  expect(retryMessages.map((m) => m.msgId).sort()).toEqual(["0", "1", "2", "3"]);
});

test("no more than five are in flight", async () => {
  const { empezados, cortar } = await tanda(5, "cinco.example");
  await vi.waitFor(() => expect(empezados()).toBe(5));
  await new Promise((listo) => setTimeout(listo, 200));
  expect(empezados()).toBe(5);
  await cortar();
  expect(empezados()).toBe(10);
});
