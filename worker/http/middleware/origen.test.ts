import { beforeAll, expect, it } from "vitest";
import type { Problema } from "../../../contract/errores.ts";
import { clienteDe } from "../../testing/api.ts";
import { abrirCliente, enUnMinuto } from "../../testing/cliente.ts";
import { crearMunicipio, crearUsuario } from "../../testing/fabrica.ts";
import { crearApp } from "../app.ts";

/** What a browser says of a request that a page of another site makes with our person's cookie. */
const DE_OTRO_SITIO: [string, Record<string, string>][] = [
  ["another origin", { Origin: "https://malo.example" }],
  ["no origin to speak of", { Origin: "null" }],
  ["another site, without an Origin", { "Sec-Fetch-Site": "cross-site" }],
  ["a neighbour on our domain", { "Sec-Fetch-Site": "same-site" }],
  ["our Origin made up", { Origin: "http://127.0.0.1:8787", "Sec-Fetch-Site": "cross-site" }],
];
const PROPIO = { Origin: "http://127.0.0.1:8787", "Sec-Fetch-Site": "same-origin" };

const rutas = [
  ...new Set(
    crearApp({ despachar() {}, denunciar() {} })
      .routes.filter((r) => /^(POST|PUT|PATCH|DELETE)$/.test(r.method) && !r.path.includes("*"))
      .map((r) => `${r.method} ${r.path.replace(/:\w+/g, "1").replace(/(.)\/$/, "$1")}`),
  ),
  "POST /reportar",
  "POST /ingresar",
];

beforeAll(async () => {
  await crearMunicipio();
});

it.each(DE_OTRO_SITIO)("no change is made for %s, by any route", async (_, headers) => {
  expect(rutas.length).toBeGreaterThan(40);
  const admin = await clienteDe(await crearUsuario("admin"));
  const pasan: string[] = [];
  for (const ruta of rutas) {
    const [metodo = "", camino = ""] = ruta.split(" ");
    const { cuerpo } = await admin.pedir<Problema>(metodo, camino, {}, headers);
    if (cuerpo.codigo !== "origen_invalido") pasan.push(ruta);
  }
  expect(pasan).toEqual([]);
});

it("our own pages, and programs, change what they may; anybody may look", async () => {
  const vecina = await clienteDe(await crearUsuario());
  const leer = (headers: Record<string, string>) =>
    vecina.pedir("POST", "/api/avisos/leidos", { hasta: 0 }, headers);
  expect((await leer(PROPIO)).status).toBe(200);
  expect((await leer({})).status).toBe(200);
  // A link from another site, followed.
  const visita = await abrirCliente().pedir("GET", "/", undefined, {
    "Sec-Fetch-Site": "cross-site",
  });
  expect(visita.status).toBe(200);
});

it.each(DE_OTRO_SITIO)("no socket opens for %s", async (_, headers) => {
  const quien = await clienteDe(await crearUsuario());
  const r = await quien.pedir<Problema>("GET", "/api/ws", undefined, {
    Upgrade: "websocket",
    ...headers,
  });
  expect([r.status, r.cuerpo.codigo]).toEqual([403, "origen_invalido"]);
});

it("guessing a codigo meets a limit, by the page and by the API", async () => {
  const azar = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(10)), (b) => "0123456789"[b % 10]).join("");
  const por = async (camino: string) => {
    const cliente = abrirCliente();
    const status: number[] = [];
    for (let i = 0; i < 101; i++) {
      const r = await cliente.pedir("GET", `${camino}${azar()}`);
      status.push(r.status);
      if (r.status === 429) break;
    }
    return [...new Set(status)];
  };
  for (const camino of ["/api/publico/reclamos/", "/r/"])
    expect(await enUnMinuto(() => por(camino))).toEqual([404, 429]);
});
