import { env } from "cloudflare:workers";
import { afterEach, beforeAll, expect, inject, it, vi } from "vitest";
import { abrirCliente, enUnMinuto } from "../testing/cliente.ts";
import { crearMunicipio } from "../testing/fabrica.ts";
import { firmada, type Llaves, llavesNuevas } from "../testing/firmada.ts";

const proveedor = inject("proveedor");
const lugar = { ...env, MAILCHANNELS_API_KEY: "una-clave", MAILCHANNELS_BASE_URL: proveedor };
const EVENTOS = [{ event: "test", timestamp: 1, customer_handle: "villa" }];

let llaves: Llaves;
beforeAll(async () => {
  await crearMunicipio();
  llaves = await llavesNuevas();
});
afterEach(() => vi.useRealTimers());

const saber = (claves: Record<string, string | null>) =>
  fetch(`${proveedor}/claves`, { method: "POST", body: JSON.stringify(claves) });
const preguntadas = async (prefijo: string) =>
  (await (await fetch(`${proveedor}/claves`)).json<string[]>()).filter((id) =>
    id.startsWith(prefijo),
  ).length;
const alguien = () => abrirCliente({ vars: lugar });
type Llamada = Awaited<ReturnType<typeof firmada>>;
const contar = async ({ body, headers }: Llamada, quien = alguien()) =>
  (await quien.pedir("POST", "/api/correos/novedades", body, headers)).status;
/** The isolate asks so often a minute at the most: each test begins in a minute of its own. */
let minutos = 0;
const otroMinuto = () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.setSystemTime(Date.now() + ++minutos * 20 * 60_000);
};

it("asks the provider for its key once, and takes what is signed with it", async () => {
  otroMinuto();
  await saber({ "uno-a": llaves.publica });
  for (let i = 0; i < 3; i++)
    expect(await contar(await firmada([...EVENTOS, i], { llaves, clave: "uno-a" }))).toBe(200);
  expect(await preguntadas("uno-")).toBe(1);
});

it("asks nothing for a call that cannot be genuine", async () => {
  otroMinuto();
  const buena = await firmada(EVENTOS, { llaves, clave: "dos-a" });
  const con = (mas: Record<string, string>) => ({
    ...buena,
    headers: { ...buena.headers, ...mas },
  });
  const ahora = Math.floor(Date.now() / 1000);
  for (const mala of [
    { ...buena, body: "[]" },
    con({ "Content-Digest": "sha-256=:AAAA:" }),
    con({ Signature: "sig_1=:AAAA:" }),
    con({ Signature: buena.headers.Signature.replace(/^sig_\d+/, "sig_1") }),
    con({ Signature: "" }),
    con({ "Signature-Input": "" }),
    await firmada(EVENTOS, { llaves, clave: "dos-a", creado: ahora - 301 }),
    await firmada(EVENTOS, { llaves, clave: "dos-a", creado: ahora + 61 }),
    await firmada(EVENTOS, { llaves, clave: "dos a" }),
  ])
    expect(await contar(mala)).toBe(403);
  expect(await preguntadas("dos")).toBe(0);
});

it("remembers an id that is nobody's, for a while", async () => {
  otroMinuto();
  await saber({ "tres-a": null });
  for (let i = 0; i < 4; i++)
    expect(await contar(await firmada([i], { llaves, clave: "tres-a" }))).toBe(403);
  expect(await preguntadas("tres-")).toBe(1);
  vi.setSystemTime(Date.now() + 301_000);
  await saber({ "tres-a": llaves.publica });
  expect(await contar(await firmada([9], { llaves, clave: "tres-a" }))).toBe(200);
});

it("asks a few times a minute and no more, and says that it cannot tell; a known key needs no asking", async () => {
  otroMinuto();
  await saber({ "cuatro-buena": llaves.publica });
  expect(await contar(await firmada(EVENTOS, { llaves, clave: "cuatro-buena" }))).toBe(200);
  const dichos: number[] = [];
  for (let i = 0; i < 30; i++)
    dichos.push(await contar(await firmada([i], { llaves, clave: `cuatro-${i}` })));
  expect([...new Set(dichos)]).toEqual([403, 503]);
  expect(await preguntadas("cuatro-")).toBe(10);
  // All those ids did not crowd it out.
  vi.setSystemTime(Date.now() + 1000);
  expect(await contar(await firmada(["x"], { llaves, clave: "cuatro-buena" }))).toBe(200);
  expect(await preguntadas("cuatro-")).toBe(10);
  vi.setSystemTime(Date.now() + 60_000);
  await saber({ "cuatro-otra": llaves.publica });
  expect(await contar(await firmada(["y"], { llaves, clave: "cuatro-otra" }))).toBe(200);
});

it("from one network not even those: the rest is left to the others", async () => {
  const dichos = await enUnMinuto(async () => {
    otroMinuto();
    const terco = alguien();
    const lote = crypto.randomUUID();
    const status: number[] = [];
    for (let i = 0; i < 8; i++)
      status.push(await contar(await firmada([i], { llaves, clave: `${lote}-${i}` }), terco));
    return status;
  });
  expect(dichos).toEqual([403, 403, 403, 403, 403, 429, 429, 429]);
  await saber({ "cinco-buena": llaves.publica });
  expect(await contar(await firmada(EVENTOS, { llaves, clave: "cinco-buena" }))).toBe(200);
});

it("who is refused again and again is told to wait, while a genuine call from the same place is taken", async () => {
  otroMinuto();
  await saber({ "seis-a": llaves.publica });
  const genuina = (x: unknown) => firmada([x], { llaves, clave: "seis-a" });
  expect(await contar(await genuina(1))).toBe(200);
  const dichos = await enUnMinuto(async () => {
    const quien = alguien();
    const mala = { ...(await genuina(2)), body: "[]" };
    const status: number[] = [];
    for (let i = 0; i < 101; i++) status.push(await contar(mala, quien));
    return [...status, await contar(await genuina(3), quien)];
  });
  expect(dichos).toEqual([...Array(100).fill(403), 429, 200]);
});

it("a stranger's signature under the provider's own id does not shut the provider out", async () => {
  otroMinuto();
  await saber({ "siete-a": llaves.publica });
  const ajenas = await llavesNuevas();
  expect(await contar(await firmada(EVENTOS, { llaves: ajenas, clave: "siete-a" }))).toBe(403);
  expect(await contar(await firmada(EVENTOS, { llaves, clave: "siete-a" }))).toBe(200);
  expect(await preguntadas("siete-")).toBe(1);
});

it("asks again when the provider changed the key under the same id, and when it had no answer", async () => {
  otroMinuto();
  await saber({ "ocho-a": "500" });
  expect(await contar(await firmada([1], { llaves, clave: "ocho-a" }))).toBe(503);
  await saber({ "ocho-a": llaves.publica });
  expect(await contar(await firmada([2], { llaves, clave: "ocho-a" }))).toBe(200);
  const nuevas = await llavesNuevas();
  await saber({ "ocho-a": nuevas.publica });
  vi.setSystemTime(Date.now() + 601_000);
  expect(await contar(await firmada([3], { llaves: nuevas, clave: "ocho-a" }))).toBe(200);
  expect(await contar(await firmada([4], { llaves, clave: "ocho-a" }))).toBe(403);
});

it("what the simulator answers is no key of ours", async () => {
  otroMinuto();
  expect(await contar(await firmada(EVENTOS, { llaves, clave: "nueve-a" }))).toBe(403);
  expect(await preguntadas("nueve-")).toBe(1);
});
