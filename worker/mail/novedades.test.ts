import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { EstadoCorreo } from "../../contract/vocabulario.ts";
import { schema } from "../db/client.ts";
import { verCasilla, volverAProbarCasilla } from "../domain/correos/casilla.ts";
import { firmar } from "../domain/correos/firma.ts";
import { entornoDe } from "../env.ts";
import { crearApp } from "../http/app.ts";
import { crearCorreo } from "../testing/buzon.ts";
import { AHORA, type Ciudad, crearMunicipio, ctxDe, db } from "../testing/fabrica.ts";
import { type Llaves, firmada as llamadaFirmada, llavesNuevas } from "../testing/firmada.ts";

const { correos, supresiones } = schema;
const app = crearApp({ despachar: () => undefined, denunciar: (error) => console.error(error) });
const secreto = entornoDe(env).authSecret;
const ahora = () => Math.floor(Date.now() / 1000);

let llaves: Llaves;
let suEntorno: Env;
let ciudad: Ciudad;
beforeAll(async () => {
  llaves = await llavesNuevas();
  suEntorno = { ...env, MAILCHANNELS_WEBHOOK_KEY: llaves.publica } as Env;
  ciudad = await crearMunicipio();
});

const firmada = (eventos: unknown, creado = ahora(), con = llaves) =>
  llamadaFirmada(eventos, { llaves: con, creado });
const contar = async (pedido: RequestInit) =>
  (await app.request("/api/correos/novedades", pedido, suEntorno, createExecutionContext())).status;

async function correoEn(estado: EstadoCorreo) {
  const { id, vecino } = await crearCorreo(ciudad, {
    estado,
    reclamado_hasta: estado === "incierto" ? AHORA + 300 : null,
  });
  return {
    id,
    vecino,
    referencia: `correo-${id}-${await firmar(secreto, "referencia", String(id))}`,
  };
}
const fila = async (id: number) => (await db.select().from(correos).where(eq(correos.id, id)))[0];
const suprimido = async (email: string) =>
  (await db.select().from(supresiones).where(eq(supresiones.email, email)))[0] ?? null;
const novedad = (event: string, campaign_id: string, mas: object = {}) => ({
  event,
  campaign_id,
  timestamp: AHORA + 60,
  customer_handle: "villa",
  ...mas,
});

describe("what the provider tells", () => {
  it("settles what nobody knew, and says that it was delivered", async () => {
    const { id, referencia } = await correoEn("incierto");
    expect(await contar(await firmada([novedad("processed", referencia)]))).toBe(200);
    expect(await fila(id)).toMatchObject({
      estado: "enviado",
      reclamado_hasta: null,
      enviado_en: AHORA + 60,
    });
    expect(await contar(await firmada([novedad("delivered", referencia)]))).toBe(200);
    expect(await fila(id)).toMatchObject({
      estado: "entregado",
      historia: [
        { estado: "enviado", en: AHORA + 60, error: null },
        { estado: "entregado", en: AHORA + 60, error: null },
      ],
    });
  });

  it("suppresses an address that bounced, whatever comes after; its owner hears of it and may try again", async () => {
    const { id, referencia, vecino } = await correoEn("enviado");
    const rebote = novedad("hard-bounced", referencia, { status: "550", reason: "no such user" });
    expect(await contar(await firmada([rebote]))).toBe(200);
    expect(await contar(await firmada([novedad("delivered", referencia)]))).toBe(200);
    expect(await fila(id)).toMatchObject({ estado: "rebotado", error: "550 no such user" });
    expect(await suprimido(vecino.email)).toMatchObject({ tipo: "rebote" });
    expect((await verCasilla(ctxDe(vecino))).problema).toMatchObject({ tipo: "rebote" });
    await expect(volverAProbarCasilla(ctxDe(vecino, { ahora: AHORA + 120 }))).rejects.toMatchObject(
      { codigo: "estado_no_permite" },
    );
    const despues = await volverAProbarCasilla(ctxDe(vecino, { ahora: AHORA + 2 * 3600 }));
    expect(despues).toEqual({ email: vecino.email, problema: null });
    expect(await suprimido(vecino.email)).toBeNull();
  });

  it("suppresses who complained", async () => {
    const { id, referencia, vecino } = await correoEn("entregado");
    expect(await contar(await firmada([novedad("complained", referencia)]))).toBe(200);
    expect((await fila(id))?.estado).toBe("queja");
    expect(await suprimido(vecino.email)).toMatchObject({ tipo: "queja" });
  });

  it("takes many at once, and leaves alone what is not of ours or of no use", async () => {
    const uno = await correoEn("enviado");
    const otro = await correoEn("enviado");
    const eventos = [
      novedad("delivered", uno.referencia),
      novedad("open", otro.referencia),
      novedad("hard-bounced", `correo-${otro.id}-${"A".repeat(22)}`),
      novedad("hard-bounced", "otra-campaña"),
      { event: "test", timestamp: AHORA, customer_handle: "villa" },
    ];
    expect(await contar(await firmada(eventos))).toBe(200);
    expect((await fila(uno.id))?.estado).toBe("entregado");
    expect((await fila(otro.id))?.estado).toBe("enviado");
    expect(await suprimido(otro.vecino.email)).toBeNull();
  });
});

describe("a call that is not the provider's", () => {
  const intactos = async () =>
    (
      await db.all<{ n: number }>(sql`SELECT count(*) AS n FROM correos WHERE estado = 'rebotado'`)
    )[0]?.n;

  it("is refused: no signature, another's, an altered body, too old, from the future", async () => {
    const { referencia } = await correoEn("enviado");
    const antes = await intactos();
    const eventos = [novedad("hard-bounced", referencia)];
    const buena = await firmada(eventos);
    const ajena = await llavesNuevas();
    const sinFirma = { ...buena, headers: { "Content-Type": "application/json" } };
    const alterada = { ...buena, body: buena.body.replace("hard-bounced", "complained") };
    const otroDigest = {
      ...buena,
      headers: {
        ...buena.headers,
        "Content-Digest": (await firmada([])).headers["Content-Digest"],
      },
      body: "[]",
    };
    for (const mala of [
      sinFirma,
      alterada,
      otroDigest,
      await firmada(eventos, ahora(), ajena),
      await firmada(eventos, ahora() - 400),
      await firmada(eventos, ahora() + 400),
    ])
      expect(await contar(mala)).toBe(403);
    expect(await intactos()).toBe(antes);
  });

  it("is refused the second time: a copy changes nothing", async () => {
    const { id, referencia, vecino } = await correoEn("enviado");
    const llamada = await firmada([novedad("complained", referencia)]);
    expect(await contar(llamada)).toBe(200);
    await db.update(correos).set({ estado: "enviado" }).where(eq(correos.id, id));
    await db.delete(supresiones).where(eq(supresiones.email, vecino.email));
    expect(await contar(llamada)).toBe(409);
    expect((await fila(id))?.estado).toBe("enviado");
    expect(await suprimido(vecino.email)).toBeNull();
  });
});
