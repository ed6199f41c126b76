import { esperarAccesible } from "./soporte/accesible.ts";
import { ingresar, type Persona, sentarse, TELEFONO } from "./soporte/gente.ts";
import { expect, type Page, test } from "./soporte/prueba.ts";

/** Installed, and without signal: what opens, what does not, and that nobody stays behind in an old version. */
test.use({ serviceWorkers: "allow" });

let persona: Persona;
let pagina: Page;

test.beforeEach(async ({ browser }) => {
  test.setTimeout(60_000);
  persona = await sentarse(browser, { pantalla: TELEFONO });
  ({ pagina } = persona);
});
test.afterEach(async () => {
  expect(persona.fallas).toEqual([]);
  await pagina.context().close();
});

const titulo = (nombre: string) => pagina.getByRole("heading", { name: nombre });
const contexto = () => pagina.context();

/** A visit, until the service worker answers for this page. */
async function visitar(ruta: string): Promise<void> {
  await pagina.goto(ruta);
  await pagina.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((r) => setTimeout(r, 50));
  });
}

/** Everything that the browser keeps, by path. */
const guardado = (): Promise<Record<string, string[]>> =>
  pagina.evaluate(async () => {
    const todo: Record<string, string[]> = {};
    for (const nombre of await caches.keys())
      todo[nombre] = (await (await caches.open(nombre)).keys()).map((r) => new URL(r.url).pathname);
    return todo;
  });

test("a page never seen says what can be done, one seen is shown with its age, and signal brings both back", async () => {
  await visitar("/");
  await pagina.reload();
  await expect(titulo("¿Qué hay que arreglar?")).toBeVisible();
  // It is kept after it was shown.
  await expect.poll(async () => Object.values(await guardado())[0]).toContain("/");
  // Half a minute it would come from the browser's own cache, as if there were signal.
  const cdp = await contexto().newCDPSession(pagina);
  await cdp.send("Network.clearBrowserCache");
  await contexto().setOffline(true);
  await pagina.goto("/mis-reclamos");
  await expect(titulo("No hay señal")).toBeVisible();
  await expect(pagina.getByRole("link", { name: "Reportar un problema" })).toBeVisible();
  await esperarAccesible(pagina);
  await pagina.setViewportSize(TELEFONO);
  await pagina.goto("/");
  await expect(pagina.getByText(/^Sin señal\. Esta página es de/)).toBeVisible();
  await expect(titulo("¿Qué hay que arreglar?")).toBeVisible();
  await esperarAccesible(pagina);
  await contexto().setOffline(false);
  await expect(pagina.getByText(/^Sin señal\./)).toBeHidden({ timeout: 20_000 });
});

test("nothing of a person's own, and nothing of the API, is kept by the worker", async () => {
  await ingresar(persona, "cuadrilla");
  await visitar("/campo");
  for (const ruta of ["/campo", "/avisos", "/mis-reclamos", "/r/1", "/"]) await visitar(ruta);
  const [rutas = []] = Object.values(await guardado());
  expect(rutas).toContain("/sin-senal");
  expect(rutas).toContain("/");
  expect(rutas.filter((r) => r.startsWith("/assets/")).length).toBeGreaterThan(5);
  expect(rutas.filter((r) => !r.startsWith("/assets/")).sort()).toEqual(
    expect.not.arrayContaining(["/campo", "/avisos", "/mis-reclamos", "/r/1"]),
  );
  expect(rutas.filter((r) => r.startsWith("/api/"))).toEqual([]);
});

test("it can be installed: the manifest and its icons are what they say", async ({ request }) => {
  await pagina.goto("/");
  const enlace = await pagina.locator('link[rel="manifest"]').getAttribute("href");
  const r = await request.get(enlace ?? "");
  expect(r.headers()["content-type"]).toContain("application/manifest+json");
  const m = (await r.json()) as {
    name: string;
    start_url: string;
    display: string;
    icons: { src: string; sizes: string; purpose: string }[];
    shortcuts: { url: string }[];
  };
  expect(m).toMatchObject({ start_url: "/", scope: "/", display: "standalone", lang: "es-AR" });
  expect(m.name.length).toBeGreaterThan(3);
  expect(m.icons.map((i) => `${i.sizes} ${i.purpose}`)).toEqual(
    expect.arrayContaining(["192x192 any", "512x512 any", "512x512 maskable"]),
  );
  for (const { src, sizes } of m.icons) {
    const png = await (await request.get(src)).body();
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes);
    expect(png.length, src).toBeLessThan(20_000);
  }
  for (const { url } of m.shortcuts) expect((await request.get(url)).status(), url).toBe(200);
});
