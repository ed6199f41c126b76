import { sigueAccesible } from "./soporte/accesible.ts";
import { ingresar, sentarse } from "./soporte/gente.ts";
import { expect, test } from "./soporte/prueba.ts";

/** The city's own map: what the pins say the list says, and what stands in an area is done at once. */

test("an area is marked, or what is in view taken, and prioritised in one go", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const persona = await sentarse(browser);
  const { pagina } = persona;
  await ingresar(persona, "supervisora");
  await pagina.goto("/gestion/mapa?vencidos=1");
  const panel = pagina.getByRole("region", { name: "Mapa", exact: true });
  const enVista = panel.getByText(/abiertos? en esta parte del mapa/);
  await expect(enVista).toBeVisible();
  const mapa = pagina.getByRole("application");
  await expect(mapa.locator(".leaflet-marker-icon").first()).toBeVisible();
  // A pin is one; where they would cover each other there is their number.
  await expect(async () => {
    const pines = await mapa.locator(".leaflet-marker-icon").allTextContents();
    const cuantos = pines.reduce((suma, dice) => suma + (Number(dice.trim()) || 1), 0);
    expect(cuantos).toBe(Number.parseInt((await enVista.textContent()) ?? "", 10));
  }).toPass({ timeout: 10_000 });
  await sigueAccesible(pagina);

  await pagina.setViewportSize({ width: 1280, height: 860 });
  await pagina.getByRole("button", { name: "Calor" }).click();
  await expect(mapa.locator(".calor").first()).toBeAttached();
  await expect(mapa.locator(".leaflet-marker-icon")).toHaveCount(0);
  await pagina.getByRole("button", { name: "Calor" }).click();

  await pagina.getByRole("button", { name: "Elegir un área" }).click();
  const caja = await mapa.boundingBox();
  if (!caja) throw new Error("sin mapa");
  await pagina.mouse.move(caja.x + 20, caja.y + 120);
  await pagina.mouse.down();
  await pagina.mouse.move(caja.x + caja.width - 80, caja.y + caja.height - 20, { steps: 4 });
  await pagina.mouse.up();
  await expect(panel.getByRole("heading", { name: "En el área" })).toBeVisible();
  await expect(panel.getByRole("checkbox").first()).toBeChecked();
  await panel.getByRole("button", { name: "Volver a todo el mapa" }).click();

  await pagina.getByRole("button", { name: "Elegir lo que se ve" }).press("Enter");
  const casillas = panel.getByRole("checkbox");
  await expect(casillas.first()).toBeChecked();
  const n = await casillas.count();
  for (let i = 1; i < n; i++) await casillas.nth(i).uncheck();
  await sigueAccesible(pagina);
  await panel
    .getByRole("button", { name: /prioridad|Priorizar/i })
    .last()
    .click();
  const ventana = pagina.getByRole("dialog");
  await ventana.getByLabel("Prioridad").selectOption("alta");
  await ventana.getByRole("button", { name: /./ }).last().click();
  await expect(ventana).toBeHidden();
  await expect(panel.locator(".lote-resultado")).toBeVisible();
  expect(persona.fallas).toEqual([]);
});
