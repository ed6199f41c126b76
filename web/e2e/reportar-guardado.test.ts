import { sigueAccesible } from "./soporte/accesible.ts";
import { archivoFoto, sentarse, TELEFONO } from "./soporte/gente.ts";
import { expect, type Page, test } from "./soporte/prueba.ts";
import { contar, entero, fotosDeDoceMegapixeles, registrada, suyos } from "./soporte/reportar.ts";

/** The report that outlives a closed tab, a lost signal and heavy photos. */

const titulo = (pagina: Page, nombre: string | RegExp) =>
  pagina.getByRole("heading", { name: nombre, level: 1 });
const RELATO = {
  direccion: "Alsina 910",
  categoria: "Arbolado",
  descripcion: "Una rama grande quedó apoyada sobre los cables.",
};

test("a closed tab loses nothing: the draft is taken up again with its photos, or discarded", async ({
  browser,
}) => {
  const persona = await sentarse(browser, { pantalla: TELEFONO });
  const primera = persona.pagina;
  await primera.goto("/reportar");
  await primera
    .getByLabel("Elegir de la galería")
    .setInputFiles([archivoFoto("antes"), archivoFoto("despues")]);
  await expect(primera.getByAltText("Foto 2")).toBeVisible();
  await primera.getByRole("button", { name: "Seguir", exact: true }).click();
  await primera.getByLabel("Dirección o referencia").fill(RELATO.direccion);
  // As quick as a hand is from the last key to the tab's cross.
  await primera.waitForTimeout(200);
  await primera.close({ runBeforeUnload: false });

  const segunda = await primera.context().newPage();
  await segunda.goto("/reportar");
  await expect(segunda.getByText("Tenés un reclamo empezado.")).toBeVisible();
  await expect(segunda.getByAltText("Foto 2")).toBeVisible();
  await sigueAccesible(segunda);
  await segunda.getByRole("link", { name: "Seguir con tu borrador" }).click();
  await expect(titulo(segunda, "¿Qué es?"), "where it was left").toBeFocused();
  await segunda.getByRole("link", { name: "Volver" }).click();
  await expect(segunda.getByLabel("Dirección o referencia")).toHaveValue(RELATO.direccion);
  await segunda.goto("/reportar");
  await segunda.getByRole("button", { name: "Descartarlo" }).click();
  await expect(segunda.getByAltText("Foto 1")).toBeHidden();
  await segunda.reload();
  await expect(titulo(segunda, "¿Tenés una foto?")).toBeVisible();
  await expect(segunda.getByText("Tenés un reclamo empezado.")).toBeHidden();
  expect(persona.fallas).toEqual([]);
});

test("without signal it is kept, and goes out once with its photos whole when there is", async ({
  browser,
}) => {
  const persona = await sentarse(browser, { pantalla: TELEFONO });
  const { pagina, fallas } = persona;
  await registrada(persona);
  await pagina.goto("/reportar");
  await pagina
    .getByLabel("Elegir de la galería")
    .setInputFiles([archivoFoto("antes"), archivoFoto("despues")]);
  await expect(pagina.getByAltText("Foto 2")).toBeVisible();
  await pagina.getByRole("button", { name: "Seguir", exact: true }).click();
  await contar(pagina, RELATO);
  await pagina.context().setOffline(true);
  await pagina.getByRole("button", { name: "Enviar el reclamo" }).dblclick();
  await expect(titulo(pagina, "Guardamos tu reclamo en este teléfono")).toBeFocused();
  await expect(pagina.getByText("Guardado acá")).toBeVisible();
  await pagina.getByRole("button", { name: "Probar ahora" }).click();
  await expect(pagina.getByText("Guardado acá")).toBeVisible();
  await sigueAccesible(pagina);

  await pagina.context().setOffline(false);
  await expect(titulo(pagina, /Recibimos tu reclamo #\d+/)).toBeVisible({ timeout: 30_000 });
  await expect(pagina.getByText("Enviado", { exact: true })).toBeVisible();
  await pagina.reload();
  const todos = await suyos(pagina);
  expect(todos).toHaveLength(1);
  const { r, bytes } = await entero(pagina, todos[0]?.id ?? 0);
  expect(r).toMatchObject({ direccion: RELATO.direccion, descripcion: RELATO.descripcion });
  expect(bytes).toHaveLength(2);
  for (const n of bytes) expect(n).toBeGreaterThan(1000);
  expect(fallas.filter((f) => !f.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);
});

test("kept without signal, the tab closed: another opening sends it, and says so", async ({
  browser,
}) => {
  const persona = await sentarse(browser, { pantalla: TELEFONO });
  const { pagina } = persona;
  await registrada(persona);
  await pagina.goto("/reportar?paso=lugar");
  await contar(pagina, RELATO);
  // The signal is there, the city is not: nothing answers.
  await pagina.context().route("**/api/reclamos", (r) => r.abort());
  await pagina.getByRole("button", { name: "Enviar el reclamo" }).click();
  await expect(titulo(pagina, "Guardamos tu reclamo en este teléfono")).toBeVisible();
  const otra = await pagina.context().newPage();
  await pagina.close();
  await otra.goto("/reportar");
  const pendiente = otra.getByRole("region", { name: "Reclamos guardados acá" });
  await expect(pendiente.getByText("Guardado acá")).toBeVisible();
  await sigueAccesible(otra);
  await otra.context().unrouteAll({ behavior: "ignoreErrors" });
  await otra.reload();
  await expect.poll(async () => (await suyos(otra)).length, { timeout: 30_000 }).toBe(1);
});

test("a photo that is chosen before the page can hear of it is not lost", async ({ browser }) => {
  const { pagina, fallas } = await sentarse(browser, { pantalla: TELEFONO });
  let seguir = () => {};
  const espera = new Promise<void>((listo) => {
    seguir = listo;
  });
  await pagina.route(/\.js$/, async (ruta) => {
    await espera;
    await ruta.continue();
  });
  await pagina.goto("/reportar", { waitUntil: "commit" });
  await pagina.getByLabel("Elegir de la galería").setInputFiles(archivoFoto("antes"));
  seguir();
  await expect(pagina.getByAltText("Foto 1")).toBeVisible();
  expect(fallas).toEqual([]);
});

test("five photos of 12 megapixels go in without the page freezing, and arrive small", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const persona = await sentarse(browser, { pantalla: TELEFONO });
  const { pagina, fallas } = persona;
  await registrada(persona);
  const fotos = await fotosDeDoceMegapixeles(pagina, 5, test.info().outputPath());
  await pagina.goto("/reportar");
  // The longest that the page could not answer, while they are made small.
  await pagina.evaluate(() => {
    let antes = performance.now();
    const w = window as unknown as { trabado: number };
    w.trabado = 0;
    setInterval(() => {
      const ahora = performance.now();
      w.trabado = Math.max(w.trabado, ahora - antes);
      antes = ahora;
    }, 20);
  });
  await pagina.getByLabel("Elegir de la galería").setInputFiles(fotos);
  await expect(pagina.getByAltText("Foto 5")).toBeVisible({ timeout: 60_000 });
  const trabado = await pagina.evaluate(() => (window as unknown as { trabado: number }).trabado);
  expect(trabado, "ms without answering").toBeLessThan(500);
  await pagina.getByRole("button", { name: "Seguir", exact: true }).click();
  await contar(pagina, RELATO);
  await pagina.getByRole("button", { name: "Enviar el reclamo" }).click();
  await expect(titulo(pagina, /Recibimos tu reclamo/)).toBeVisible({ timeout: 60_000 });
  const [suyo] = await suyos(pagina);
  const { r } = await entero(pagina, suyo?.id ?? 0);
  expect(r.fotos.map((f) => [f.ancho, f.alto])).toEqual(Array(5).fill([2048, 1536]));
  expect(fallas).toEqual([]);
});
