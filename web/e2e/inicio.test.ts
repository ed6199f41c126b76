import type { Portada } from "../../contract/esquemas/portada.ts";
import { esperarAccesible, sigueAccesible } from "./soporte/accesible.ts";
import { type Persona, programaDe, sentarse, TELEFONO } from "./soporte/gente.ts";
import { expect, test } from "./soporte/prueba.ts";

/** The front page, as anyone sees it. */

let persona: Persona;
test.beforeEach(async ({ browser }) => {
  persona = await sentarse(browser, { pantalla: TELEFONO });
});
test.afterEach(async () => {
  expect(persona.fallas).toEqual([]);
  await persona.pagina.context().close();
});

const portadaDe = async (): Promise<Portada> =>
  (await persona.pagina.request.get("/api/publico/portada")).json();

test("without JavaScript: what was repaired, true figures, and following by code", async ({
  browser,
}) => {
  const contexto = await browser.newContext({ javaScriptEnabled: false, locale: "es-AR" });
  const pagina = await contexto.newPage();
  await pagina.goto("/");
  const { arreglados, cifras } = await portadaDe();
  const [ultimo] = arreglados;
  await expect(pagina.getByRole("link", { name: ultimo?.titulo as string }).first()).toBeVisible();
  const escrito = (n: number | null) => new Intl.NumberFormat("es-AR").format(n ?? Number.NaN);
  await expect(pagina.getByText(`${escrito(cifras.en_plazo)} %`, { exact: true })).toBeVisible();
  await expect(
    pagina.getByText(`${escrito(cifras.mediana_dias)} días`, { exact: true }),
  ).toBeVisible();

  const codigo = ultimo?.codigo ?? "";
  await pagina
    .getByLabel("Seguir con tu código")
    .fill(` ${codigo.slice(0, 5)}-${codigo.slice(5)}`.toLowerCase());
  await pagina.getByRole("button", { name: "Seguir" }).click();
  await expect(pagina).toHaveURL(new RegExp(`/r/${codigo}$`));
  await pagina.goto("/");
  await pagina.getByLabel("Seguir con tu código").fill("1284");
  await pagina.getByRole("button", { name: "Seguir" }).click();
  await expect(pagina.getByRole("alert")).toContainText("Ese código no es de los nuestros.");
  await expect(pagina.getByLabel("Seguir con tu código")).toHaveValue("1284");
  await contexto.close();
});

test("photos of before and after come when they are seen, and nothing moves meanwhile", async () => {
  const { pagina } = persona;
  await pagina.addInitScript(() => {
    const global = globalThis as unknown as { movido: number };
    global.movido = 0;
    new PerformanceObserver((lista) => {
      for (const e of lista.getEntries())
        global.movido += (e as PerformanceEntry & { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await pagina.goto("/");
  await expect(pagina.locator("html")).toHaveAttribute("data-lista", "si");
  const despues = pagina.getByRole("img", { name: /^Después: / }).first();
  await despues.scrollIntoViewIfNeeded();
  await expect
    .poll(() => despues.evaluate((i: HTMLImageElement) => i.naturalWidth))
    .toBeGreaterThan(100);
  await pagina.getByRole("heading", { name: "Cómo venimos" }).scrollIntoViewIfNeeded();
  const movido = await pagina.evaluate(() => (globalThis as unknown as { movido: number }).movido);
  expect(movido).toBeLessThan(0.01);
  await esperarAccesible(pagina);
});

test("what is near, for who says where they are; who does not is told, and asked nothing on arriving", async () => {
  const { pagina } = persona;
  const contexto = pagina.context();
  const { arreglados } = await portadaDe();
  const lejano = arreglados.findLast((a) => a.lat !== null);
  await pagina.goto("/");
  await expect(pagina.locator("html")).toHaveAttribute("data-lista", "si");
  await pagina.getByRole("button", { name: "Ver cerca mío" }).click();
  await expect(pagina.getByText(/permiso|ubicación/i).last()).toBeVisible();
  await sigueAccesible(pagina);

  await contexto.grantPermissions(["geolocation"]);
  await contexto.setGeolocation({
    latitude: (lejano?.lat as number) + 0.0001,
    longitude: lejano?.lng as number,
  });
  const pedidas: string[] = [];
  pagina.on("request", (r) => pedidas.push(r.url() + (r.postData() ?? "")));
  await pagina.getByRole("button", { name: "Ver cerca mío" }).click();
  await expect(pagina.getByRole("heading", { name: "Arreglado cerca tuyo" })).toBeVisible();
  await expect(pagina.locator(".arreglado").first()).toContainText(lejano?.titulo as string);
  await expect(pagina.locator(".arreglado").first()).toContainText(/a \d+ m/);
  // The place stays on the phone.
  for (const url of pedidas) expect(url).not.toContain(String(lejano?.lat).slice(0, 6));
  await sigueAccesible(pagina);
});

test("an announcement to all is on the page; one to the crews is not", async () => {
  const { pagina } = persona;
  const admin = await programaDe("admin");
  const titulo = `Corte de agua ${Date.now()}`;
  const texto = "El martes de 8 a 12, en todo el centro de la ciudad.";
  expect((await admin.post("/api/anuncios", { data: { titulo, texto } })).status()).toBe(201);
  const otro = `Reunión ${Date.now()}`;
  const cuadrillas = { titulo: otro, texto, rol: "cuadrilla" };
  expect((await admin.post("/api/anuncios", { data: cuadrillas })).status()).toBe(201);
  await admin.dispose();
  await pagina.goto(`/?sin-cache=${Date.now()}`);
  await expect(pagina.getByRole("heading", { name: titulo })).toBeVisible();
  await expect(pagina.getByText(otro)).toHaveCount(0);
  await sigueAccesible(pagina);
});

test("in English, end to end", async () => {
  const { pagina } = persona;
  await pagina.goto("/?idioma=en");
  await expect(pagina.getByRole("heading", { name: "How we are doing" })).toBeVisible();
  await pagina.getByRole("link", { name: "See all the figures" }).click();
  await expect(pagina.getByRole("heading", { level: 1, name: "Transparency" })).toBeVisible();
  await expect(pagina.getByText("received", { exact: true })).toBeVisible();
});
