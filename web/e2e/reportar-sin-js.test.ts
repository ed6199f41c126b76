import { CONTRASENA, conocida } from "../../scripts/demo/personas.ts";
import { archivoFoto, direccionNueva, TELEFONO } from "./soporte/gente.ts";
import { type Browser, expect, type Page, test } from "./soporte/prueba.ts";

/** The plain form of a browser without JavaScript. */

async function sinJs(browser: Browser): Promise<Page> {
  const contexto = await browser.newContext({
    javaScriptEnabled: false,
    viewport: TELEFONO,
    extraHTTPHeaders: { "CF-Connecting-IP": direccionNueva() },
  });
  return contexto.newPage();
}

test("signed out it says so and keeps the words; signed in by the plain door, it is sent, once", async ({
  browser,
}) => {
  const pagina = await sinJs(browser);
  const relato = `Vereda rota frente al quiosco, visita ${Date.now()}.`;
  await pagina.goto("/reportar");
  await expect(pagina.getByRole("heading", { level: 1 })).toHaveText(["Reportar un problema"]);
  await pagina.getByLabel("Dirección o referencia").fill("Sarmiento 210");
  await pagina.getByLabel("¿Qué es?").selectOption("Bacheo");
  await pagina.getByLabel("¿Qué pasa?").fill(relato);
  await pagina.getByRole("button", { name: "Enviar el reclamo" }).click();
  await expect(pagina.getByRole("alert")).toContainText("Para enviarlo hay que ingresar");
  await expect(pagina.getByLabel("¿Qué pasa?")).toHaveValue(relato);

  const [puerta] = await Promise.all([
    pagina.waitForEvent("popup"),
    pagina.getByRole("alert").getByRole("link", { name: "Ingresar" }).click(),
  ]);
  await puerta.getByLabel("Correo electrónico").fill(conocida("supervisora").email);
  await puerta.getByLabel("Contraseña", { exact: true }).fill("no es esta");
  await puerta.getByRole("main").getByRole("button", { name: "Ingresar" }).click();
  await expect(puerta.getByRole("alert")).toContainText("no coinciden");
  await expect(puerta.getByLabel("Correo electrónico")).toHaveValue(conocida("supervisora").email);
  await puerta.getByLabel("Contraseña", { exact: true }).fill(CONTRASENA);
  await puerta.getByRole("main").getByRole("button", { name: "Ingresar" }).click();
  await expect(puerta).not.toHaveURL(/ingresar/);

  await pagina.getByLabel("¿Qué pasa?").fill("Corto");
  await pagina.getByLabel("Fotos").setInputFiles(archivoFoto("antes"));
  await pagina.getByRole("button", { name: "Enviar el reclamo" }).click();
  await expect(pagina.getByText("Escribí al menos 10 caracteres.")).toBeVisible();
  await expect(pagina.getByLabel("Dirección o referencia")).toHaveValue("Sarmiento 210");
  await expect(pagina.getByText("Tu foto ya está")).toBeVisible();
  await pagina.getByLabel("¿Qué pasa?").fill(relato);
  await pagina.getByRole("button", { name: "Enviar el reclamo" }).click();
  await expect(pagina).toHaveURL(/\/r\/[0-9A-Z]{10}$/);
  await expect(pagina.getByRole("heading", { level: 1 })).toHaveText("Bacheo en Sarmiento 210");
  await expect(pagina.getByAltText(/^Antes: /)).toBeVisible();

  // The button pressed twice: one report, and both land on it.
  const form = {
    direccion: "Sarmiento 212",
    categoria_id: "2",
    descripcion: `Otra vereda rota, visita ${Date.now()}.`,
    titulo: "",
  };
  const enviar = () => pagina.context().request.post("/reportar", { form, maxRedirects: 0 });
  const [una, otra] = await Promise.all([enviar(), enviar()]);
  expect([una.status(), otra.status()]).toEqual([303, 303]);
  expect(una.headers().location).toMatch(/^\/r\/[0-9A-Z]{10}$/);
  expect(otra.headers().location).toBe(una.headers().location);
});
