import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Persona, sentarse } from "./soporte/gente.ts";
import { expect, type Page, test } from "./soporte/prueba.ts";

/** A deploy, as a browser that was here before meets it. A service worker's own script cannot be routed: a door in front of the server answers as the next version would. */
test.use({ serviceWorkers: "allow" });

const FUERA = readFileSync("web/public/sw-fuera.js", "utf8");

type Cambio = (ruta: string, cuerpo: string) => string;
let puerta: Server;
let origen: string;
let cambiar: Cambio;
let persona: Persona;
let pagina: Page;

test.beforeEach(async ({ browser, baseURL }) => {
  test.setTimeout(60_000);
  cambiar = (_ruta, cuerpo) => cuerpo;
  puerta = createServer(async (pedido, respuesta) => {
    const ruta = pedido.url ?? "/";
    const r = await fetch(`${baseURL}${ruta}`, { redirect: "manual" });
    const tipo = r.headers.get("content-type") ?? "";
    const cuerpo = /html|javascript/.test(tipo)
      ? cambiar(ruta, await r.text())
      : Buffer.from(await r.arrayBuffer());
    const cache = r.headers.get("cache-control");
    respuesta.writeHead(r.status, {
      "content-type": tipo,
      ...(cache ? { "cache-control": cache } : {}),
    });
    respuesta.end(cuerpo);
  });
  await new Promise<void>((listo) => puerta.listen(0, "127.0.0.1", listo));
  origen = `http://127.0.0.1:${(puerta.address() as AddressInfo).port}`;
  persona = await sentarse(browser);
  ({ pagina } = persona);
});
test.afterEach(async () => {
  expect(persona.fallas).toEqual([]);
  await pagina.context().close();
  puerta.closeAllConnections();
  await new Promise((listo) => puerta.close(listo));
});

const caches = () => pagina.evaluate(() => window.caches.keys());
/** A visit, until the service worker answers for this page; gives the name of what it keeps. */
async function visitar(): Promise<string> {
  await pagina.goto(`${origen}/ingresar`);
  await pagina.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((r) => setTimeout(r, 50));
  });
  const nombres = await caches();
  expect(nombres).toHaveLength(1);
  return nombres[0] ?? "";
}
/** What a browser does by itself when one comes back. */
const actualizar = () =>
  pagina.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });

test("the next version shows at the next load, and leaves nothing of the old", async () => {
  const vieja = (await visitar()).replace("baldosa-", "");
  cambiar = (ruta, cuerpo) => {
    if (ruta === "/sw.js") return cuerpo.replaceAll(vieja, "la-otra");
    return cuerpo.replace("<title>", "<title>Nueva: ");
  };
  const cdp = await pagina.context().newCDPSession(pagina);
  // The half minute that a public page may be old everywhere.
  await cdp.send("Network.clearBrowserCache");
  await pagina.goto(`${origen}/registrarse`);
  expect(await pagina.evaluate(() => document.head.querySelector("title")?.outerHTML)).toContain(
    "Nueva: ",
  );
  await actualizar();
  await expect.poll(caches).toEqual(["baldosa-la-otra"]);
  // And it is the one that serves without signal.
  await pagina.context().setOffline(true);
  await pagina.goto(`${origen}/mis-reclamos`);
  await expect(pagina.getByRole("heading", { name: "No hay señal" })).toBeVisible();
});

test("the city can take it away: nothing stays on the browser", async () => {
  await visitar();
  cambiar = (ruta, cuerpo) => (ruta === "/sw.js" ? FUERA : cuerpo);
  await actualizar();
  await expect.poll(caches).toEqual([]);
  const registros = () =>
    pagina.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  await expect.poll(registros).toBe(0);
});
