import type { EstadisticasPublicas } from "../../contract/esquemas/estadisticas.ts";
import { esperarAccesible, sigueAccesible } from "./soporte/accesible.ts";
import { type Persona, sentarse } from "./soporte/gente.ts";
import { expect, type Page, test } from "./soporte/prueba.ts";

/** Transparencia, as anyone reads it. */

const cifrasDe = async (pagina: Page, consulta: string): Promise<EstadisticasPublicas> =>
  (await pagina.request.get(`/api/publico/estadisticas?${consulta}`)).json();

/** A number as it is written here. */
const escrito = (n: number | null) => new Intl.NumberFormat("es-AR").format(n ?? Number.NaN);

/** The headlines and the table by category say what the API says. */
async function esperarIguales(pagina: Page, e: EstadisticasPublicas): Promise<void> {
  const cifra = (nombre: string) => pagina.locator(`[data-cifra=${nombre}]`);
  for (const nombre of ["recibidos", "resueltos", "abiertos", "reabiertos"] as const)
    await expect(cifra(nombre)).toHaveText(escrito(e.total[nombre]));
  await expect(cifra("en_plazo")).toContainText(escrito(e.total.en_plazo));
  await expect(cifra("mediana_dias")).toContainText(escrito(e.total.mediana_dias));
  for (const c of e.por_categoria) {
    const fila = pagina.locator("tr", { has: pagina.locator("th", { hasText: c.nombre }) }).first();
    await expect(fila.locator("td").first()).toHaveText(escrito(c.recibidos));
    await expect(fila.locator("td").nth(1)).toHaveText(escrito(c.resueltos));
  }
}

test("without JavaScript: the figures, another period by its link, and dates by hand", async ({
  browser,
}) => {
  const contexto = await browser.newContext({ javaScriptEnabled: false, locale: "es-AR" });
  const pagina = await contexto.newPage();
  await pagina.goto("/transparencia");
  await expect(pagina.getByRole("heading", { level: 1 })).toHaveText("Transparencia");
  const e = await cifrasDe(pagina, "dias=90");
  expect(e.total.recibidos).toBeGreaterThan(50);
  await esperarIguales(pagina, e);

  await pagina.getByRole("link", { name: "30 días" }).click();
  await expect(pagina).toHaveURL(/\/transparencia\?dias=30$/);
  await expect(pagina.getByRole("link", { name: "30 días" })).toHaveAttribute(
    "aria-current",
    "page",
  );
  const treinta = await cifrasDe(pagina, "dias=30");
  expect(treinta.total.recibidos).toBeLessThan(e.total.recibidos);
  await esperarIguales(pagina, treinta);

  await pagina.locator("summary", { hasText: "Otras fechas" }).click();
  await pagina.getByLabel("Desde").fill(treinta.desde);
  await pagina.getByLabel("Hasta").fill(treinta.desde);
  await pagina.getByRole("button", { name: "Ver ese período" }).click();
  await expect(pagina).toHaveURL(new RegExp(`desde=${treinta.desde}&hasta=${treinta.desde}`));
  await expect(pagina.getByLabel("Desde")).toHaveValue(treinta.desde);

  await pagina.goto(`/transparencia?desde=${treinta.hasta}&hasta=${treinta.desde}`);
  await expect(pagina.getByRole("alert")).toContainText("El período tiene que empezar antes");
  await contexto.close();
});

test.describe("with it", () => {
  let persona: Persona;
  test.beforeEach(async ({ browser }) => {
    persona = await sentarse(browser);
  });
  test.afterEach(async () => {
    expect(persona.fallas).toEqual([]);
    await persona.pagina.context().close();
  });

  test("the period changes in place and in the address, back works, and every state is accessible", async () => {
    test.setTimeout(120_000);
    const { pagina } = persona;
    await pagina.goto("/transparencia");
    await expect(pagina.locator("html")).toHaveAttribute("data-lista", "si");
    for (const tabla of await pagina.locator("summary", { hasText: "en una tabla" }).all())
      await tabla.click();
    await esperarAccesible(pagina);
    const noventa = await cifrasDe(pagina, "");
    await esperarIguales(pagina, noventa);

    await pagina.getByRole("link", { name: "Un año" }).click();
    await expect(pagina).toHaveURL(/\?dias=365$/);
    await esperarIguales(pagina, await cifrasDe(pagina, "dias=365"));
    await pagina.goBack();
    await esperarIguales(pagina, noventa);

    await pagina.route("**/api/publico/estadisticas?*", (r) => r.abort());
    await pagina.getByRole("link", { name: "30 días" }).click();
    await expect(pagina.getByRole("heading", { name: "No pudimos cargar esto" })).toBeVisible();
    await sigueAccesible(pagina);
    await pagina.unrouteAll();
    await pagina.getByRole("button", { name: "Reintentar" }).click();
    await esperarIguales(pagina, await cifrasDe(pagina, "dias=30"));

    await pagina.goto("/transparencia?desde=1990-01-01");
    await expect(pagina.getByText("El período puede ser de hasta dos años.")).toBeVisible();
    await sigueAccesible(pagina);
  });

  test("the data go home with anyone: a spreadsheet and a document for programs", async () => {
    const { pagina } = persona;
    await pagina.goto("/transparencia?dias=30");
    const bajada = pagina.waitForEvent("download");
    await pagina.getByRole("link", { name: "Planilla (CSV)" }).click();
    expect((await bajada).suggestedFilename()).toMatch(/^cifras-.*\.csv$/);
    const csv = await (await pagina.request.get("/api/publico/estadisticas.csv?dias=30")).text();
    const e = await cifrasDe(pagina, "dias=30");
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    expect(csv).toContain(`total;Toda la ciudad;${e.desde};${e.hasta};${e.total.recibidos};`);
    expect(
      await pagina
        .getByRole("link", { name: /JSON\)/ })
        .first()
        .getAttribute("href"),
    ).toBe("/api/publico/estadisticas?dias=30");
  });
});
