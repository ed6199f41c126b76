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

test("a list longer than a page is read on, one is tried again in its place, and so is all that is listed", async ({
  browser,
}) => {
  const persona = await sentarse(browser, {});
  const { pagina } = persona;
  await ingresar(persona, "admin");
  // What failed cannot be made to fail here: the server's answers are written over, its own code tested beside it.
  let quedan = Array.from({ length: 120 }, (_, i) => i + 1);
  const fila = (id: number) => ({
    evento_id: 9000 + id,
    tipo: "comentado",
    reclamo_id: id,
    en: "2026-11-24T12:00:00Z",
    intentos: 8,
    proximo_en: null,
    aparcado_en: "2026-11-24T13:00:00Z",
    error: "objeto caído",
  });
  const hoja = (desde: number) => {
    const items = quedan.filter((id) => id > desde).slice(0, 50);
    const ultimo = items.at(-1);
    const mas = ultimo !== undefined && quedan.some((id) => id > ultimo);
    return { items: items.map(fila), cursor: mas ? String(ultimo) : null };
  };
  const pedidos: number[][] = [];
  await pagina.route("**/api/salud/**", async (ruta) => {
    const url = new URL(ruta.request().url());
    if (ruta.request().method() === "GET")
      return ruta.fulfill({ json: hoja(Number(url.searchParams.get("cursor"))) });
    const una = /eventos\/(\d+)\/reintentar/.exec(url.pathname);
    const ids = una ? [Number(una[1])] : (ruta.request().postDataJSON() as { ids: number[] }).ids;
    pedidos.push(ids);
    quedan = quedan.filter((id) => !ids.includes(9000 + id));
    return ruta.fulfill({ json: una ? { id: ids[0] } : { eventos: ids.length, correos: 0 } });
  });
  await pagina.route("**/api/salud", async (ruta) => {
    const real = (await (await ruta.fetch()).json()) as { cursores: object };
    const { items, cursor } = hoja(0);
    await ruta.fulfill({
      json: { ...real, aparcados: items, cursores: { ...real.cursores, aparcados: cursor } },
    });
  });
  await pagina.goto("/gestion/salud");
  const filas = pagina.locator("section", { hasText: "Aparcados" }).getByRole("listitem");
  await expect(filas).toHaveCount(50);
  await pagina.getByRole("button", { name: "Ver más" }).click();
  await expect(filas).toHaveCount(100);
  await esperarAccesible(pagina);
  await filas.nth(70).getByRole("button", { name: "Reintentar" }).click();
  await expect(pagina.getByText("Se probó otra vez.")).toBeVisible();
  await expect(filas.nth(70)).toContainText("#72");
  await expect(filas).toHaveCount(100);
  await pagina.getByRole("button", { name: "Reintentar estos 100" }).click();
  await expect(pagina.getByText("100 vuelven a probarse en un minuto.")).toBeVisible();
  expect(pedidos.map((ids) => ids.length)).toEqual([1, 100]);
  await expect(filas).toHaveCount(19);
  await expect(pagina.getByRole("button", { name: "Ver más" })).toHaveCount(0);
  expect(persona.fallas).toEqual([]);
});
