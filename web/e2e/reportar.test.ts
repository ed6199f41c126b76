import type { ReclamoFila } from "../../contract/esquemas/reclamos.ts";
import { sigueAccesible } from "./soporte/accesible.ts";
import { archivoFoto, programaDe, sentarse, TELEFONO } from "./soporte/gente.ts";
import { expect, type Page, test } from "./soporte/prueba.ts";
import { contar, registrada, suyos } from "./soporte/reportar.ts";

/** The report, by who makes it: with the keyboard alone, without a place, without an account. */

const titulo = (pagina: Page, nombre: string | RegExp) =>
  pagina.getByRole("heading", { name: nombre, level: 1 });

/** Tab until the control of that name has the focus; a keyboard's only way to get there. */
async function tabularHasta(pagina: Page, nombre: RegExp): Promise<void> {
  for (let i = 0; i < 40; i++) {
    await pagina.keyboard.press("Tab");
    const esta = await pagina.evaluate(() => {
      const a = document.activeElement;
      if (!a?.matches("a, button, input, textarea")) return "";
      const etiqueta = (a as HTMLInputElement).labels?.[0]?.textContent;
      return `${a?.getAttribute("aria-label") ?? ""} ${etiqueta ?? ""} ${a?.textContent ?? ""}`;
    });
    if (nombre.test(esta)) return;
  }
  throw new Error(`no Tab gets to ${nombre}`);
}

test("the whole report by keyboard alone, axe at each step", async ({ browser }) => {
  test.setTimeout(120_000);
  const persona = await sentarse(browser, { pantalla: TELEFONO });
  const { pagina, fallas } = persona;
  await registrada(persona);
  await pagina.goto("/reportar");
  const teclas = pagina.keyboard;
  await expect(titulo(pagina, "¿Tenés una foto?")).toBeVisible();
  await sigueAccesible(pagina);
  const eligiendo = pagina.waitForEvent("filechooser");
  await tabularHasta(pagina, /Elegir de la galería/);
  await teclas.press("Enter");
  await (await eligiendo).setFiles(archivoFoto("antes"));
  await expect(pagina.getByAltText("Foto 1")).toBeVisible();
  await tabularHasta(pagina, /^\s*Seguir$/);
  await teclas.press("Enter");

  await expect(titulo(pagina, "¿Dónde es?")).toBeFocused();
  await expect(pagina.getByRole("button", { name: "Poner el pin acá" })).toBeVisible();
  await tabularHasta(pagina, /Poner el pin acá/);
  await teclas.press("Enter");
  const pin = pagina.getByLabel(/Lugar del problema/);
  await expect(pin).toBeFocused();
  await teclas.press("Shift+ArrowUp");
  await expect(pagina.getByLabel("Dirección o referencia")).not.toHaveValue("");
  await sigueAccesible(pagina);
  await tabularHasta(pagina, /Dirección o referencia/);
  await teclas.press("Control+A");
  await teclas.type("Plaza frente a la escuela 14");
  await teclas.press("Enter");

  await expect(titulo(pagina, "¿Qué es?")).toBeFocused();
  await sigueAccesible(pagina);
  await tabularHasta(pagina, /Alumbrado/);
  await teclas.press("ArrowDown");
  await teclas.press("ArrowDown");
  await expect(pagina.getByRole("radio", { name: "Limpieza" })).toBeChecked();
  await teclas.press("Enter");
  // Whatever the demo city has nearby, one says that this is another.
  await expect(pagina).toHaveURL(/paso=(parecidos|contar)/);
  if (pagina.url().includes("parecidos")) {
    await tabularHasta(pagina, /Es otro problema/);
    await teclas.press("Enter");
  }

  await expect(titulo(pagina, "Contanos")).toBeFocused();
  await expect(pagina.getByLabel("Título")).toHaveValue("Limpieza en Plaza frente a la escuela 14");
  await tabularHasta(pagina, /¿Qué pasa\?/);
  await teclas.type("Hay un microbasural que crece cada semana.");
  await sigueAccesible(pagina);
  await tabularHasta(pagina, /Título/);
  await teclas.press("Enter");

  await expect(titulo(pagina, "Así se va a ver en público")).toBeFocused();
  const vista = pagina.getByRole("region", { name: "Vista previa" });
  await expect(vista.getByRole("heading", { name: /^Limpieza en Plaza/ })).toBeVisible();
  await expect(vista.getByAltText("Tu foto 1")).toBeVisible();
  await sigueAccesible(pagina);
  await tabularHasta(pagina, /Enviar el reclamo/);
  await teclas.press("Enter");
  await expect(titulo(pagina, /Recibimos tu reclamo #\d+/)).toBeFocused();
  await sigueAccesible(pagina);

  const [r] = await suyos(pagina);
  expect(r).toMatchObject({ titulo: "Limpieza en Plaza frente a la escuela 14" });
  expect(r?.lat).not.toBeNull();
  expect(fallas).toEqual([]);
});

test("GPS refused is explained, and words alone are enough", async ({ browser }) => {
  const persona = await sentarse(browser, { pantalla: TELEFONO });
  const { pagina, fallas } = persona;
  await registrada(persona);
  // Nobody to ask in a browser without a window: the refusal comes as the platform words it.
  await pagina.addInitScript(() => {
    navigator.geolocation.getCurrentPosition = (_bien, mal) =>
      mal?.({ code: 1, message: "User denied Geolocation" } as GeolocationPositionError);
  });
  await pagina.goto("/reportar?paso=lugar");
  await pagina.getByRole("button", { name: "Estoy acá" }).click();
  await expect(pagina.getByText(/No nos diste permiso para ver dónde estás/)).toBeVisible();
  await sigueAccesible(pagina);
  await contar(pagina, {
    direccion: "Ruta vieja, pasando el molino",
    categoria: "Bacheo",
    descripcion: "Se hundió el asfalto y no hay señal que avise.",
  });
  await pagina.getByRole("button", { name: "Enviar el reclamo" }).dblclick();
  await expect(titulo(pagina, /Recibimos tu reclamo/)).toBeVisible();
  const todos = await suyos(pagina);
  expect(todos, "a double click makes one").toHaveLength(1);
  expect(todos[0]).toMatchObject({ lat: null, direccion: "Ruta vieja, pasando el molino" });
  expect(fallas).toEqual([]);
});

test("a place outside the municipality is said so, and taking the pin away goes on", async ({
  browser,
}) => {
  const persona = await sentarse(browser);
  const { pagina, fallas } = persona;
  await pagina.context().grantPermissions(["geolocation"]);
  await pagina.context().setGeolocation({ latitude: -34.6037, longitude: -58.3816 });
  await pagina.goto("/reportar?paso=lugar");
  await pagina.getByRole("button", { name: "Estoy acá" }).click();
  const fuera = pagina.getByRole("alert").filter({ hasText: "queda fuera de Villa Baldosa" });
  await expect(fuera).toBeVisible();
  await pagina.getByLabel("Dirección o referencia").fill("Mitre 880");
  await pagina.getByRole("button", { name: "Seguir", exact: true }).click();
  await expect(titulo(pagina, "¿Dónde es?")).toBeVisible();
  await sigueAccesible(pagina);
  await pagina.getByRole("button", { name: "Sacar el pin" }).click();
  await expect(fuera).toBeHidden();
  await pagina.getByRole("button", { name: "Seguir", exact: true }).click();
  await expect(titulo(pagina, "¿Qué es?")).toBeFocused();
  expect(fallas).toEqual([]);
});

test("a duplicate is joined instead, through the door of signing in and back", async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const persona = await sentarse(browser, { pantalla: TELEFONO });
  const { pagina, fallas } = persona;
  // Somebody else's, open, recent and on the map.
  const otro = await programaDe("supervisora");
  const r = await otro.post("/api/reclamos", {
    data: {
      titulo: "Semáforo apagado en Colón y Belgrano",
      descripcion: "No anda ninguna de las luces desde ayer.",
      categoria_id: 5,
      direccion: "Av. Colón y Belgrano",
      lat: -33.7405,
      lng: -59.6151,
    },
  });
  const original = (await r.json()) as ReclamoFila;
  await otro.dispose();

  await pagina.context().grantPermissions(["geolocation"]);
  await pagina.context().setGeolocation({ latitude: -33.7406, longitude: -59.615 });
  await pagina.goto("/reportar?paso=lugar");
  await pagina.getByRole("button", { name: "Estoy acá" }).click();
  await expect(pagina.getByLabel(/Lugar del problema/)).toBeVisible();
  await pagina.getByLabel("Dirección o referencia").fill("Colón y Belgrano");
  await pagina.getByRole("button", { name: "Seguir", exact: true }).click();
  await pagina.getByText("Tránsito", { exact: true }).click();
  await expect(titulo(pagina, "¿Es alguno de estos?")).toBeFocused();
  await sigueAccesible(pagina);
  const tarjeta = pagina.getByRole("listitem").filter({ hasText: original.titulo });
  await expect(tarjeta).toContainText(/a \d+ m|acá mismo/);
  await tarjeta.getByRole("button", { name: /Sumarme/ }).click();

  await expect(pagina).toHaveURL(/\/ingresar\?volver=/);
  await pagina.getByRole("link", { name: "Creá una" }).click();
  await registrada(persona, { yaEnLaPuerta: true });
  await expect(titulo(pagina, "¿Es alguno de estos?")).toBeVisible();
  await pagina
    .getByRole("listitem")
    .filter({ hasText: original.titulo })
    .getByRole("button", { name: /Sumarme/ })
    .click();
  await expect(titulo(pagina, `Te sumaste al reclamo #${original.numero}`)).toBeFocused();
  await sigueAccesible(pagina);
  const suyo = await suyos(pagina);
  expect(suyo.map((x) => x.numero)).toEqual([original.numero]);
  expect(suyo[0]?.seguidores).toBe(1);
  expect(fallas).toEqual([]);
});

test("signed out at the end: through the door and back with photo and words, and Back loses nothing", async ({
  browser,
}) => {
  const persona = await sentarse(browser, { pantalla: TELEFONO });
  const { pagina, fallas } = persona;
  await pagina.goto("/reportar");
  await pagina.getByLabel("Elegir de la galería").setInputFiles(archivoFoto("antes"));
  await expect(pagina.getByAltText("Foto 1")).toBeVisible();
  await pagina.getByRole("button", { name: "Seguir", exact: true }).click();
  await contar(pagina, {
    direccion: "Belgrano 480",
    categoria: "Agua",
    descripcion: "Pierde el caño de la vereda desde el lunes.",
  });
  for (let i = 0; i < 4; i++) await pagina.goBack();
  await expect(titulo(pagina, "¿Tenés una foto?")).toBeFocused();
  await expect(pagina.getByAltText("Foto 1")).toBeVisible();
  for (let i = 0; i < 4; i++) await pagina.goForward();
  await expect(titulo(pagina, "Así se va a ver en público")).toBeVisible();
  await pagina.getByRole("link", { name: "Crear una cuenta" }).click();
  await registrada(persona, { yaEnLaPuerta: true });
  await expect(titulo(pagina, "Así se va a ver en público")).toBeVisible();
  await expect(pagina.getByAltText("Tu foto 1")).toBeVisible();
  await pagina.getByRole("button", { name: "Enviar el reclamo" }).click();
  await expect(titulo(pagina, /Recibimos tu reclamo/)).toBeVisible();
  expect(await suyos(pagina)).toHaveLength(1);
  expect(fallas).toEqual([]);
});
