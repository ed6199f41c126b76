import { readdirSync } from "node:fs";
import { join } from "node:path";
import * as en from "../i18n/en/index.ts";
import { sigueAccesible } from "./soporte/accesible.ts";
import {
  archivoFoto,
  estrenar,
  ingresar,
  type Persona,
  sentarse,
  TELEFONO,
} from "./soporte/gente.ts";
import { expect, type Page, test } from "./soporte/prueba.ts";

const ES = join(import.meta.dirname, "../i18n/es");

/** Every whole sentence of a catalogue. */
function* frases(catalogo: unknown): Generator<string> {
  if (typeof catalogo === "string") yield catalogo;
  else if (catalogo && typeof catalogo === "object")
    for (const v of Object.values(catalogo)) yield* frases(v);
}

/** What the screens would say in Spanish and do not in English; a short word may be a name of the town's. */
async function enCastellano(): Promise<string[]> {
  const areas = await Promise.all(
    readdirSync(ES).map((archivo): Promise<unknown> => import(join(ES, archivo))),
  );
  const ingles = new Set(frases(en));
  return [...new Set(areas.flatMap((area) => [...frases({ ...(area as object) })]))].filter(
    (f) => f.length >= 9 && !ingles.has(f),
  );
}

/** A person's words may be Spanish; the screen's own are not. */
async function esperarIngles({ pagina }: Persona, castellano: string[]): Promise<void> {
  await expect(pagina.locator("html")).toHaveAttribute("lang", "en");
  const dice = (await pagina.locator("header, main, dialog, footer").allTextContents()).join("\n");
  expect(castellano.filter((frase) => dice.includes(frase))).toEqual([]);
}

const boton = (donde: Pick<Page, "getByRole">, name: string) =>
  donde.getByRole("button", { name, exact: true });

test("who reads English chooses it once and has it on every page", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/arreglar/);
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.getByRole("link", { name: "Español" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await sigueAccesible(page);
  await page.goto("/reportar");
  await expect(page.getByRole("main")).not.toContainText(/¿|ó|ñ/);
  await page.getByRole("link", { name: "Español" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "es-AR");
});

test("a link may say the language", async ({ page }) => {
  await page.goto("/ingresar?idioma=en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});

test("in English from the report to the stars", async ({ browser }) => {
  test.setTimeout(120_000);
  const castellano = await enCastellano();
  expect(castellano).toContain("Elegir de la galería");
  const vecina = await sentarse(browser, { pantalla: TELEFONO });
  const supervisora = await sentarse(browser);
  const cuadrilla = await sentarse(browser, { pantalla: TELEFONO });
  const todos = [vecina, supervisora, cuadrilla];
  for (const { pagina } of todos) await pagina.goto("/ingresar?idioma=en");

  const { reporte, planilla, fotos, comun, acciones, campo } = en;
  const { seguimiento, pasos } = en.seguimiento;
  const numero = await test.step("a resident reports", async () => {
    const { pagina } = vecina;
    await estrenar(vecina, "Ann");
    await pagina.goto("/reportar");
    await esperarIngles(vecina, castellano);
    await pagina.getByLabel(fotos.elegir).setInputFiles(archivoFoto("antes"));
    await expect(pagina.getByAltText(fotos.fotoN(1))).toBeVisible();
    await boton(pagina, comun.comun.seguir).click();
    await pagina.getByLabel(acciones.campos.direccion).fill("Sarmiento 480");
    await esperarIngles(vecina, castellano);
    await boton(pagina, comun.comun.seguir).click();
    await pagina.getByText("Alumbrado", { exact: true }).click();
    await expect(pagina.getByRole("heading", { name: reporte.contanos })).toBeFocused();
    await pagina
      .getByRole("textbox", { name: planilla.descripcion })

      .fill("The lamp on the corner has been dead for a week and nothing can be seen.");
    await esperarIngles(vecina, castellano);
    await boton(pagina, comun.comun.seguir).click();
    await expect(pagina.getByRole("heading", { name: reporte.revisar })).toBeVisible();
    await esperarIngles(vecina, castellano);
    await boton(pagina, planilla.enviar).click();
    const listo = pagina.getByRole("heading", { name: /We received your report #\d+/ });
    await expect(listo).toBeVisible();
    const n = Number(/#(\d+)/.exec((await listo.textContent()) ?? "")?.[1]);
    await pagina.getByRole("link", { name: reporte.seguilo }).click();
    await expect(pagina.getByText(pasos.creadoMio)).toBeVisible();
    await esperarIngles(vecina, castellano);
    return n;
  });

  await test.step("a supervisor assigns it", async () => {
    const { pagina } = supervisora;
    await ingresar(supervisora, "supervisora");
    await pagina.goto(`/gestion/bandeja/${numero}`);
    const mesa = pagina.getByRole("region", { name: en.gestion.elReclamo });
    await boton(mesa, acciones.acciones.asignar).click();
    await esperarIngles(supervisora, castellano);
    const ventana = pagina.getByRole("dialog");
    await ventana.getByRole("radio", { name: /^Alumbrado 1/ }).check();
    await boton(ventana, acciones.acciones.asignar).click();
    await expect(mesa.getByText(comun.estados.asignado, { exact: true })).toBeVisible();
    await esperarIngles(supervisora, castellano);
  });

  await test.step("the crew repairs it", async () => {
    const { pagina } = cuadrilla;
    await ingresar(cuadrilla, "cuadrilla");
    await pagina.goto("/campo");
    const tarjeta = pagina.getByRole("listitem").filter({ hasText: `#${numero}` });
    await boton(tarjeta, campo.empezar).click();
    await expect(tarjeta.getByText(comun.estados.en_proceso, { exact: true })).toBeVisible();
    await esperarIngles(cuadrilla, castellano);
    await boton(tarjeta, campo.listo).click();
    const ventana = pagina.getByRole("dialog");
    await ventana
      .getByLabel(acciones.campos.solucion)
      .fill("The photocell was changed and the lamp tried at dusk.");
    await esperarIngles(cuadrilla, castellano);
    await boton(ventana, campo.listo).click();
    await expect(tarjeta).toBeHidden();
  });

  await test.step("the resident says that it is right", async () => {
    const { pagina } = vecina;
    await expect(pagina.getByText(pasos.resuelto("Alumbrado 1"))).toBeVisible();
    await boton(pagina, seguimiento.siBien).click();
    const ventana = pagina.getByRole("dialog");
    await ventana.getByLabel(acciones.campos.estrella(5)).check({ force: true });
    await esperarIngles(vecina, castellano);
    await boton(ventana, comun.comun.enviar).click();
    await expect(pagina.getByText(seguimiento.calificaste(5))).toBeVisible();
    await esperarIngles(vecina, castellano);
  });
  for (const { fallas } of todos) expect(fallas).toEqual([]);
});
