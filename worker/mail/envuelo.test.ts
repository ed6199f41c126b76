import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { PasoCorreo } from "../../contract/esquemas/avisos.ts";
import type { EstadoCorreo } from "../../contract/vocabulario.ts";
import { schema } from "../db/client.ts";
import { firmar } from "../domain/correos/firma.ts";
import { recibirNovedades } from "../domain/correos/novedades.ts";
import { entornoDe } from "../env.ts";
import { crearCorreo } from "../testing/buzon.ts";
import { AHORA, type Ciudad, crearMunicipio, db } from "../testing/fabrica.ts";
import { atenderCorreo, type DepsCorreo } from "./job.ts";
import type { Resultado } from "./transporte.ts";

const { correos, supresiones } = schema;
const secreto = entornoDe(env).authSecret;
const SALIO: Resultado = { tipo: "enviado", proveedorId: "p", messageId: "<m>" };
const SIN_RESPUESTA: Resultado = { tipo: "incierto", motivo: "se cortó" };
const NO_AHORA: Resultado = { tipo: "reintentar", motivo: "429: despacio" };

let ciudad: Ciudad;
let envios: number;
let llamadas = 0;
beforeAll(async () => {
  ciudad = await crearMunicipio();
});
beforeEach(() => {
  envios = 0;
});

/** The webhook's call. */
async function contar(id: number, evento: string, en: number): Promise<void> {
  llamadas += 1;
  const referencia = `correo-${id}-${await firmar(secreto, "referencia", String(id))}`;
  await recibirNovedades({ db, ahora: en }, secreto, `llamada-${llamadas}`, [
    { evento, referencia, en, motivo: null },
  ]);
}

/** A send during which the provider's webhook calls before its reply comes. */
const vuelo = (
  ahora: number,
  eventos: readonly string[],
  responde: Resultado | "muere",
): DepsCorreo => ({
  db,
  entorno: entornoDe(env),
  ahora: () => ahora,
  transporte: {
    async enviar({ referencia }) {
      envios += 1;
      for (const evento of eventos)
        await contar(Number(referencia.split("-")[1]), evento, ahora + 1);
      if (responde === "muere") throw new Error("muerto");
      return responde;
    },
  },
});
const fila = async (id: number) => {
  const [f] = await db.select().from(correos).where(eq(correos.id, id));
  if (!f) throw new Error("no row");
  return f;
};
const pasos = async (id: number) =>
  ((await fila(id)).historia as PasoCorreo[]).map((p) => p.estado);
const suprimido = async (email: string) =>
  (await db.select().from(supresiones).where(eq(supresiones.email, email)))[0]?.tipo ?? null;

/** What the webhook tells, and where that leaves the row. */
const LO_DICHO: readonly [string, EstadoCorreo][] = [
  ["processed", "enviado"],
  ["delivered", "entregado"],
  ["hard-bounced", "rebotado"],
  ["dropped", "fallido"],
  ["complained", "queja"],
];

test.each(LO_DICHO)(
  "a first send that is %s before its reply is lost stays so: there is no second",
  async (evento, estado) => {
    const { id } = await crearCorreo(ciudad);
    await atenderCorreo(vuelo(AHORA, [evento], SIN_RESPUESTA), id, 1);
    expect(await fila(id)).toMatchObject({
      estado,
      reclamado_hasta: null,
      asunto: expect.stringContaining("Reclamo #"),
    });
    expect(await atenderCorreo(vuelo(AHORA + 300, [], SALIO), id, 2)).toEqual({ hacer: "ack" });
    expect(envios).toBe(1);
    expect(await pasos(id)).toEqual([estado]);
  },
);

test.each(LO_DICHO)(
  "a reply that comes after %s brings the provider's ids, and takes nothing back",
  async (evento, estado) => {
    const { id, vecino } = await crearCorreo(ciudad);
    await atenderCorreo(vuelo(AHORA, [evento], SALIO), id, 1);
    expect(await fila(id)).toMatchObject({
      estado,
      proveedor_id: "p",
      message_id: "<m>",
      enviado_en: AHORA + 1,
      asunto: expect.stringContaining("Reclamo #"),
    });
    expect(await pasos(id)).toEqual([estado]);
    const tipo = { rebotado: "rebote", queja: "queja" }[estado as string] ?? null;
    expect(await suprimido(vecino.email)).toBe(tipo);
  },
);

test.each(LO_DICHO)(
  "a second attempt that is %s before its reply is lost stays so too",
  async (evento, estado) => {
    const { id } = await crearCorreo(ciudad);
    await atenderCorreo(vuelo(AHORA, [], NO_AHORA), id, 1);
    expect((await fila(id)).estado).toBe("reintentando");
    await atenderCorreo(vuelo(AHORA + 60, [evento], SIN_RESPUESTA), id, 2);
    expect(await fila(id)).toMatchObject({ estado, reclamado_hasta: null });
    await atenderCorreo(vuelo(AHORA + 400, [], SALIO), id, 3);
    expect(envios).toBe(2);
  },
);

test("one whose process died after the provider told is not sent again", async () => {
  const { id } = await crearCorreo(ciudad);
  await atenderCorreo(vuelo(AHORA, ["processed", "delivered"], "muere"), id, 1).catch(() => null);
  await atenderCorreo(vuelo(AHORA + 400, [], SALIO), id, 2);
  expect(envios).toBe(1);
  expect(await pasos(id)).toEqual(["enviado", "entregado"]);
});

test("a mail that nobody has claimed cannot have been delivered", async () => {
  const { id, vecino } = await crearCorreo(ciudad);
  await contar(id, "hard-bounced", AHORA);
  expect((await fila(id)).estado).toBe("pendiente");
  expect(await suprimido(vecino.email)).toBeNull();
});

test("the farewell's address is forgotten when its outcome is known, and is not suppressed as nobody's", async () => {
  const { id } = await crearCorreo(ciudad, {
    plantilla: "cuenta_borrada",
    evento_id: null,
    reclamo_id: null,
  });
  await atenderCorreo(vuelo(AHORA, ["delivered"], SIN_RESPUESTA), id, 1);
  expect(await fila(id)).toMatchObject({ estado: "entregado", para: "" });
  await contar(id, "complained", AHORA);
  expect((await fila(id)).estado).toBe("queja");
  expect(await suprimido("")).toBeNull();
});
