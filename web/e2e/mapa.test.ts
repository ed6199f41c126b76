import { esperarAccesible, sigueAccesible } from "./soporte/accesible.ts";
import { type Persona, sentarse, TELEFONO } from "./soporte/gente.ts";
import { expect, type Page, test } from "./soporte/prueba.ts";

/** The public map, as anyone uses it. */

const pines = (p: Page) => p.locator(".leaflet-marker-icon");
const globos = (p: Page) => p.locator(".globo");
const gotas = (p: Page) => p.locator(".pin");
const cuantos = (p: Page) => p.locator("#lista-zona");
const panel = (p: Page) => p.locator(".mapa-panel");

async function abrir(persona: Persona, ruta = "/mapa"): Promise<Page> {
  await persona.pagina.goto(ruta);
  await expect(pines(persona.pagina).first()).toBeVisible();
  await expect(panel(persona.pagina)).toHaveAttribute("aria-busy", "false");
  return persona.pagina;
}

test("from numbers to a pin to its page, and back to the same place", async ({ browser }) => {
  const persona = await sentarse(browser, { pantalla: TELEFONO });
  const pagina = await abrir(persona, "/mapa?estado=todos");
  await expect(cuantos(pagina)).toContainText("en esta zona");
  await expect(globos(pagina).first()).toBeVisible();
  const antes = await cuantos(pagina).textContent();
  for (let i = 0; i < 4 && (await gotas(pagina).count()) === 0; i++) {
    await globos(pagina).first().click();
    await expect(panel(pagina)).toHaveAttribute("aria-busy", "false");
    await expect(cuantos(pagina)).not.toHaveText(antes ?? "");
  }
  await expect(pagina).toHaveURL(/lat=.*&lng=.*&zoom=/);
  const aca = pagina.url();
  await gotas(pagina).first().focus();
  await pagina.keyboard.press("Enter");
  await expect(pagina).toHaveURL(/\/r\/[0-9A-Z]{10}$/);
  await expect(pagina.getByRole("heading", { level: 1 })).toBeVisible();
  await pagina.goBack();
  await expect(pagina).toHaveURL(aca);
  await expect(pines(pagina).first()).toBeVisible();
  expect(persona.fallas).toEqual([]);
});

test("what it shows is in the address, and survives being opened again", async ({ browser }) => {
  const persona = await sentarse(browser);
  const pagina = await abrir(persona);
  await expect(pagina).toHaveTitle(/^Mapa de reclamos/);
  await esperarAccesible(pagina);
  const abiertos = await cuantos(pagina).textContent();
  await pagina.getByRole("radio", { name: "Resueltos" }).check();
  await expect(pagina).toHaveURL(/estado=resueltos/);
  await expect(cuantos(pagina)).not.toHaveText(abiertos ?? "");
  await expect(pagina.getByRole("radio", { name: "Resueltos" })).toBeFocused();
  await pagina.getByRole("radio", { name: "Bacheo" }).check();
  await pagina.getByRole("radio", { name: "90 días" }).check();
  await expect(pagina).toHaveURL(/categoria=\d+&dias=90/);
  await expect(panel(pagina)).toHaveAttribute("aria-busy", "false");
  const filtrados = await cuantos(pagina).textContent();
  for (const insignia of await panel(pagina).locator(".insignia").all())
    await expect(insignia).toHaveText("Resuelto");

  await pagina.reload();
  await expect(pagina.getByRole("radio", { name: "Resueltos" })).toBeChecked();
  await expect(pagina.getByRole("radio", { name: "Bacheo" })).toBeChecked();
  await expect(pagina.getByRole("radio", { name: "90 días" })).toBeChecked();
  await expect(cuantos(pagina)).toHaveText(filtrados ?? "");
  expect(persona.fallas).toEqual([]);
});

test("the list says the same, and is all that a keyboard needs", async ({ browser }) => {
  const persona = await sentarse(browser, { pantalla: TELEFONO });
  const pagina = await abrir(persona, "/mapa?estado=todos");
  const lista = panel(pagina).getByRole("listitem");
  const verComoLista = async () => {
    await pagina.getByRole("button", { name: "Ver como lista" }).focus();
    await pagina.keyboard.press("Enter");
    await expect(cuantos(pagina)).toBeFocused();
  };
  await verComoLista();
  await sigueAccesible(pagina);
  await pagina.setViewportSize(TELEFONO);
  await abrir(persona, "/mapa?estado=todos");
  await verComoLista();
  const habia = await lista.count();
  expect(habia).toBeGreaterThan(0);
  const mas = panel(pagina).getByRole("link", { name: "Ver más" });
  await mas.focus();
  await pagina.keyboard.press("Enter");
  await expect.poll(() => lista.count()).toBeGreaterThan(habia);
  const codigos = await panel(pagina)
    .getByRole("link")
    .evaluateAll((as) => as.map((a) => a.getAttribute("href")).filter((h) => h?.startsWith("/r/")));
  expect(new Set(codigos).size).toBe(codigos.length);
  await expect(lista.nth(habia).getByRole("link")).toBeFocused();
  await pagina.keyboard.press("Enter");
  await expect(pagina).toHaveURL(/\/r\/[0-9A-Z]{10}$/);
  expect(persona.fallas).toEqual([]);
});

test("to a street by its name, and to where one stands, or why not", async ({ browser }) => {
  const persona = await sentarse(browser);
  const pagina = await abrir(persona);
  const calle = pagina.getByLabel("Buscar una calle").last();
  await calle.fill("zzzz");
  await calle.press("Enter");
  await expect(pagina.getByText("No encontramos «zzzz»", { exact: false })).toBeVisible();
  await sigueAccesible(pagina);
  await calle.fill("rivadavia 1200");
  await calle.press("Enter");
  await expect(pagina.getByText(/^Mapa en .*Rivadavia/)).toBeAttached();
  await expect(pagina).toHaveURL(/lat=/);

  const cerca = pagina.getByRole("button", { name: "Cerca mío" });
  await cerca.click();
  await expect(pagina.getByText("No nos diste permiso", { exact: false })).toBeVisible();
  await sigueAccesible(pagina);
  await pagina.context().grantPermissions(["geolocation"]);
  await pagina.context().setGeolocation({ latitude: -33.742, longitude: -59.618 });
  await cerca.click();
  await expect(pagina).toHaveURL(/lat=-33\.742\d*&lng=-59\.618\d*&zoom=16/);
  expect(persona.fallas).toEqual([]);
});

test("nothing there, and a failure that can be tried again", async ({ browser }) => {
  const persona = await sentarse(browser);
  const { pagina } = persona;
  await pagina.goto("/mapa?lat=-40&lng=-65&zoom=15");
  await expect(
    pagina.getByRole("heading", { name: "No hay nada acá con esos filtros" }),
  ).toBeVisible();
  await esperarAccesible(pagina);
  await pagina.route("**/api/publico/mapa?*", (r) => r.abort());
  await pagina.getByRole("radio", { name: "Todos", exact: true }).check();
  await expect(pagina.getByRole("heading", { name: "No pudimos cargar esto" })).toBeVisible();
  await sigueAccesible(pagina);
  await pagina.unrouteAll({ behavior: "ignoreErrors" });
  await pagina.getByRole("button", { name: "Reintentar" }).click();
  await expect(
    pagina.getByRole("heading", { name: "No hay nada acá con esos filtros" }),
  ).toBeVisible();
});

test("without script it is a list with its filters, page after page", async ({ browser }) => {
  const contexto = await browser.newContext({ javaScriptEnabled: false, viewport: TELEFONO });
  const pagina = await contexto.newPage();
  await pagina.goto("/mapa");
  await expect(pagina.getByRole("heading", { level: 1 })).toHaveText("Mapa de reclamos");
  await pagina.getByRole("radio", { name: "Todos", exact: true }).check();
  await pagina.getByRole("button", { name: "Mostrar" }).click();
  await expect(pagina).toHaveURL(/estado=todos/);
  await expect(pagina.getByRole("radio", { name: "Todos", exact: true })).toBeChecked();
  const enlaces = panel(pagina).locator("a.titulo-fila");
  const primeros = await enlaces.evaluateAll((as) => as.map((a) => a.getAttribute("href")));
  expect(primeros.length).toBeGreaterThan(0);
  await panel(pagina).getByRole("link", { name: "Ver más" }).click();
  await expect(pagina).toHaveURL(/cursor=/);
  const segundos = await enlaces.evaluateAll((as) => as.map((a) => a.getAttribute("href")));
  expect(segundos.filter((h) => primeros.includes(h))).toEqual([]);
  await enlaces.first().click();
  await expect(pagina).toHaveURL(/\/r\/[0-9A-Z]{10}$/);
  await contexto.close();
});
