import { esperarAccesible } from "./soporte/accesible.ts";
import { ingresar, programaDe, sentarse } from "./soporte/gente.ts";
import { expect, test } from "./soporte/prueba.ts";

test("an admin sees that all arrived and that the clock runs; a supervisor does not come in", async ({
  browser,
}) => {
  const persona = await sentarse(browser);
  const { pagina } = persona;
  await ingresar(persona, "admin");
  await pagina.goto("/gestion");
  await pagina.getByRole("link", { name: "Salud del sistema" }).click();
  await expect(pagina).toHaveURL(/\/gestion\/salud$/);
  await expect(pagina.getByRole("heading", { name: "El reloj" })).toBeVisible();
  await expect(pagina.getByText("Nada quedó aparcado.")).toBeVisible();
  await esperarAccesible(pagina);
  const jefa = await programaDe("supervisora");
  expect((await jefa.get("/api/salud")).status()).toBe(403);
  await jefa.dispose();
  expect(persona.fallas).toEqual([]);
});
