import { conocida, miembrosDe } from "../../scripts/demo/personas.ts";
import {
  archivoFoto,
  escuchar,
  ingresar,
  type Persona,
  programaDe,
  sentarse,
  TELEFONO,
} from "./soporte/gente.ts";
import { expect, type Page, test } from "./soporte/prueba.ts";

/** From a report to the repaired street, and back: three people, three screens, not one reload. */

const VECINA = {
  nombre: "Clara",
  apellido: "Ruiz",
  // A new one each time, so that the test can run again on the same data.
  email: `clara.ruiz.${Date.now().toString(36)}@correo.example`,
  contrasena: "Luminaria-2026",
};
const DIRECCION = "Rivadavia 1240, esquina Mitre";
const TITULO = "Alumbrado en Rivadavia";
const CUADRILLA = "Alumbrado 1";

const marcar = (pagina: Page) =>
  pagina.evaluate(() => Object.assign(window, { sinRecargar: true }));
const sigueSinRecargar = (pagina: Page) => pagina.evaluate(() => "sinRecargar" in window);

async function registrarse({ pagina }: Persona): Promise<void> {
  await pagina.goto("/registrarse");
  await pagina.getByLabel("Nombre").fill(VECINA.nombre);
  await pagina.getByLabel("Apellido").fill(VECINA.apellido);
  await pagina.getByLabel("Correo electrónico").fill(VECINA.email);
  await pagina.getByLabel("Contraseña").fill(VECINA.contrasena);
  await pagina.getByRole("button", { name: "Crear la cuenta" }).click();
  await expect(pagina.getByRole("heading", { name: "Mis reclamos" })).toBeVisible();
}

/** @returns the numero and the codigo that the city gave */
async function reportar({ pagina }: Persona): Promise<{ numero: number; codigo: string }> {
  await pagina.getByRole("link", { name: "Reportar", exact: true }).click();
  await pagina.getByLabel("Elegir de la galería").setInputFiles(archivoFoto("antes"));
  await expect(pagina.getByAltText("Foto 1")).toBeVisible();
  await pagina.getByRole("button", { name: "Seguir", exact: true }).click();

  await pagina.getByLabel("Dirección o referencia").fill(DIRECCION);
  await pagina.getByRole("button", { name: "Seguir", exact: true }).click();

  await pagina.getByText("Alumbrado", { exact: true }).click();

  await expect(pagina.getByRole("heading", { name: "Contanos" })).toBeFocused();
  await expect(pagina.getByLabel("Título")).toHaveValue(new RegExp(TITULO));
  await pagina
    .getByLabel("¿Qué pasa?")
    .fill("Hace una semana que no prende ninguna luz de la esquina y no se ve nada.");
  await pagina.getByRole("button", { name: "Seguir", exact: true }).click();

  await pagina.getByRole("button", { name: "Enviar el reclamo" }).click();
  const listo = pagina.getByRole("heading", { name: /Recibimos tu reclamo #\d+/ });
  await expect(listo).toBeVisible();
  const numero = Number(/#(\d+)/.exec((await listo.textContent()) ?? "")?.[1]);
  await pagina.getByRole("link", { name: "Seguilo desde acá" }).click();
  await expect(pagina).toHaveURL(/\/r\/[0-9A-Z]{10}$/);
  return { numero, codigo: pagina.url().slice(-10) };
}

type Correo = { plantilla: string; para: string; estado: string };
/** What the log holds of this reclamo, in a line each. */
async function correosDe(numero: number): Promise<string[]> {
  const admin = await programaDe("admin");
  const r = await admin.get(`/api/correos?reclamo_id=${numero}&limite=100`);
  const { items } = (await r.json()) as { items: Correo[] };
  await admin.dispose();
  return items.map((c) => `${c.plantilla} → ${c.para}: ${c.estado}`).sort();
}

test("a vecina reports, the city repairs, and everyone sees each step at once", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const vecina = await sentarse(browser, { pantalla: TELEFONO });
  const supervisora = await sentarse(browser);
  const cuadrilla = await sentarse(browser, { pantalla: TELEFONO });
  const estado = (palabra: string) =>
    expect(vecina.pagina.getByRole("main").getByText(palabra, { exact: true })).toBeVisible();
  const cuenta = (frase: string) =>
    expect(vecina.pagina.getByRole("listitem").filter({ hasText: frase })).toBeVisible();

  await test.step("three people sit down", async () => {
    await registrarse(vecina);
    await ingresar(supervisora, "supervisora");
    await supervisora.pagina.goto("/gestion");
    await ingresar(cuadrilla, "cuadrilla");
    await cuadrilla.pagina.goto("/campo");
    await expect(
      cuadrilla.pagina.getByRole("heading", { name: "Trabajo de hoy", level: 1 }),
    ).toBeVisible();
    await Promise.all([vecina, supervisora, cuadrilla].map(escuchar));
    await marcar(supervisora.pagina);
    await marcar(cuadrilla.pagina);
  });

  const { numero } = await test.step("the vecina reports with a photo", () => reportar(vecina));
  const mesa = supervisora.pagina.getByRole("region", { name: "El reclamo abierto" });

  await test.step("it appears on the bandeja by itself", async () => {
    await estado("Nuevo");
    await expect(vecina.pagina.getByAltText(/^Antes: /)).toBeVisible();
    await marcar(vecina.pagina);
    await supervisora.pagina.getByRole("button", { name: "1 nuevo" }).click();
    const renglon = supervisora.pagina.getByRole("listitem").filter({ hasText: `#${numero} ` });
    await renglon.getByRole("link", { name: new RegExp(TITULO) }).click();
    await expect(mesa.getByText(`#${numero}`)).toBeVisible();
    await expect(mesa.getByAltText(/^Antes: /)).toBeVisible();
  });

  await test.step("the supervisora assigns it, and the vecina's page says so", async () => {
    await mesa.getByRole("button", { name: "Asignar" }).click();
    const ventana = supervisora.pagina.getByRole("dialog");
    await ventana.getByRole("radio", { name: new RegExp(`^${CUADRILLA}`) }).check();
    await ventana.getByRole("button", { name: "Asignar" }).click();
    await expect(ventana).toBeHidden();
    await expect(mesa.getByText("Asignado", { exact: true })).toBeVisible();
    await estado("Asignado");
    await cuenta(`Se lo asignamos a ${CUADRILLA}`);
    await expect(vecina.pagina.getByText(`Reclamo #${numero} actualizado`)).toBeVisible();
  });

  const tarjeta = cuadrilla.pagina.getByRole("listitem").filter({ hasText: `#${numero}` });
  await test.step("the cuadrilla's phone shows it, and they begin", async () => {
    await tarjeta.getByRole("button", { name: "Empezar" }).click();
    await expect(tarjeta.getByText("En proceso", { exact: true })).toBeVisible();
    await estado("En proceso");
    await cuenta(`La cuadrilla ${CUADRILLA} empezó a trabajar`);
  });

  await test.step("they mend it and say so with a photo", async () => {
    await tarjeta.getByRole("button", { name: "Listo" }).click();
    const ventana = cuadrilla.pagina.getByRole("dialog");
    await ventana
      .getByLabel("¿Qué se hizo?")
      .fill("Se cambió la fotocélula y se probó el encendido al anochecer.");
    await ventana.getByLabel("Elegir de la galería").setInputFiles(archivoFoto("despues"));
    await expect(ventana.getByAltText("Foto 1")).toBeVisible();
    await ventana.getByRole("button", { name: "Listo" }).click();
    await expect(tarjeta).toBeHidden();
    await estado("Resuelto");
    await expect(vecina.pagina.getByAltText(/^Después: /)).toBeVisible();
    await expect(mesa.getByText("Resuelto", { exact: true })).toBeVisible();
  });

  const equipo = miembrosDe(1).map((p) => p.email);
  // The receipt went at once; the rest waits ten minutes, to go as one mail to each.
  const esperados = [
    `creado → ${VECINA.email}: simulado`,
    ...[...equipo, VECINA.email].map((para) => `asignado → ${para}: pendiente`),
    `iniciado → ${VECINA.email}: pendiente`,
    `resuelto → ${VECINA.email}: pendiente`,
  ].sort();
  await test.step("the log holds each mail of the table exactly once", async () => {
    expect(equipo).toContain(conocida("cuadrilla").email);
    await expect.poll(() => correosDe(numero), { timeout: 30_000 }).toEqual(esperados);
  });

  await test.step("«sigue igual» opens its second ciclo", async () => {
    await vecina.pagina.getByRole("button", { name: "No, sigue igual" }).click();
    const ventana = vecina.pagina.getByRole("dialog");
    await ventana
      .getByLabel("¿Qué sigue pasando?")
      .fill("Anoche se volvió a apagar a las nueve, sigue igual.");
    await ventana.getByRole("button", { name: "Enviar" }).click();
    await expect(ventana).toBeHidden();
    await estado("Nuevo");
    await cuenta("Reabierto, vuelta 2");
    await expect(mesa.getByText("reabierto, ciclo 2")).toBeVisible();
    await expect(mesa.getByRole("button", { name: "Asignar" })).toBeVisible();
    expect(await correosDe(numero)).toEqual(esperados);
  });

  for (const persona of [vecina, supervisora, cuadrilla]) {
    expect(await sigueSinRecargar(persona.pagina)).toBe(true);
    expect(persona.fallas).toEqual([]);
  }
});
