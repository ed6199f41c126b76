import type { ReclamoFila } from "../../contract/esquemas/reclamos.ts";
import { esperarAccesible, sigueAccesible } from "./soporte/accesible.ts";
import { ingresar, programaDe, sentarse } from "./soporte/gente.ts";
import { type APIRequestContext, expect, type Page, test } from "./soporte/prueba.ts";

/** How the city is doing, and every number of it opened. */

type Contado = { href: string; numero: number };

/** The counts of these parts of the page, with the address that each opens. */
const numerosDe = (pagina: Page, donde: string): Promise<Contado[]> =>
  pagina.locator(`${donde} a.valor`).evaluateAll((enlaces) =>
    enlaces.flatMap((a) => {
      const dicho = a.firstChild?.textContent ?? "";
      // Not how many, but how long or which part: those open the same list.
      if (!/^[\d.]+$/.test(dicho)) return [];
      return [{ href: a.getAttribute("href") ?? "", numero: Number(dicho.replaceAll(".", "")) }];
    }),
  );

/** How many the list at an address of the bandeja holds. */
async function cuantos(programa: APIRequestContext, href: string): Promise<number> {
  const { searchParams } = new URL(href, "http://bandeja");
  // As the bandeja asks: without a word on the state, the open ones; 0 says all of them.
  if (searchParams.get("abiertos") === "0") searchParams.delete("abiertos");
  else if (!searchParams.has("estado")) searchParams.set("abiertos", "1");
  const consulta = searchParams.toString();
  let total = 0;
  let cursor: string | null = null;
  do {
    const mas = cursor ? `&cursor=${encodeURIComponent(cursor)}` : "";
    const r = await programa.get(`/api/reclamos?${consulta}&limite=100${mas}`);
    expect(r.status()).toBe(200);
    const pagina = (await r.json()) as { items: ReclamoFila[]; cursor: string | null };
    total += pagina.items.length;
    cursor = pagina.cursor;
  } while (cursor);
  return total;
}

/** The minute's clock, which nothing plays here by itself: what has happened is counted. */
test.beforeAll(async () => {
  const minuto = encodeURIComponent("* * * * *");
  const r = await fetch(`${process.env.BASE_URL}/cdn-cgi/local/scheduled?cron=${minuto}`);
  expect(r.ok).toBe(true);
});

test("every number is the length of the list it opens", async ({ browser }) => {
  test.setTimeout(120_000);
  const persona = await sentarse(browser);
  const { pagina } = persona;
  await ingresar(persona, "supervisora");
  await pagina.goto("/gestion/panel?dias=30");
  await expect(pagina.getByRole("heading", { name: "Por cuadrilla" })).toBeVisible();
  await expect(pagina.locator(".grafico-caja canvas")).toHaveCount(2);

  // A tile of each kind, a stretch of the curve, an age, and a row of each table.
  const dicho = [
    ...(await numerosDe(pagina, "[aria-labelledby=ahora]")),
    ...(await numerosDe(pagina, "[aria-labelledby=periodo]")),
    ...(await numerosDe(pagina, ".grafico:first-child tbody tr:last-child")),
    ...(await numerosDe(pagina, ".grafico:last-child tbody tr:nth-child(3)")),
    ...(await numerosDe(pagina, "[aria-label='Por categoría'] tbody tr:nth-child(2)")).slice(0, 3),
    ...(await numerosDe(pagina, "[aria-label='Por zona'] tbody tr:nth-child(1)")).slice(0, 3),
    ...(await numerosDe(pagina, "[aria-label='Por cuadrilla'] tbody tr:nth-child(1)")).slice(0, 3),
  ];
  expect(dicho.length).toBeGreaterThan(12);
  expect(dicho.every((n) => n.numero > 0)).toBe(true);
  const programa = await programaDe("supervisora");
  const hay = await Promise.all(
    dicho.map(async ({ href }) => ({ href, numero: await cuantos(programa, href) })),
  );
  expect(dicho).toEqual(hay);

  // How long and how good, too: each opens what it was taken from.
  const tiles = pagina.locator("[aria-labelledby=periodo] .cifra");
  expect(await tiles.locator("a.valor").count()).toBe(await tiles.count());

  // And the bandeja opens on just that list.
  const vencidos = pagina
    .locator("[aria-labelledby=ahora]")
    .getByRole("link", { name: /Vencidos/ });
  const href = (await vencidos.getAttribute("href")) ?? "";
  await vencidos.click();
  await expect(pagina).toHaveURL(href);
  const r = await programa.get("/api/reclamos?vencidos=1&limite=1");
  const [primero] = ((await r.json()) as { items: ReclamoFila[] }).items;
  await expect(pagina.locator(`[data-id="${primero?.id}"]`)).toBeVisible();
  await pagina.goBack();
  await tiles.getByRole("link", { name: /Calificación/ }).click();
  const puesta = pagina.getByRole("button", { name: /Quitar: Calificados: / });
  await expect(puesta).toBeVisible();
  await sigueAccesible(pagina);
  await puesta.click();
  await expect(pagina).not.toHaveURL(/hecho/);
  await programa.dispose();
  expect(persona.fallas).toEqual([]);
});

test("its periods, its tables, and what it says when it cannot", async ({ browser }) => {
  const persona = await sentarse(browser);
  const { pagina } = persona;
  await ingresar(persona, "supervisora");
  await pagina.goto("/gestion/panel");
  await expect(pagina.getByRole("heading", { name: "Por cuadrilla" })).toBeVisible();
  await esperarAccesible(pagina);
  await pagina.getByText("Ver los números").first().click();
  await sigueAccesible(pagina);
  await pagina.getByRole("link", { name: "30 días" }).click();
  await expect(pagina).toHaveURL(/dias=30/);
  await expect(pagina.getByRole("link", { name: "30 días" })).toHaveAttribute(
    "aria-current",
    "page",
  );

  await pagina.route("/api/estadisticas*", (r) => r.abort());
  await pagina.goto("/gestion/panel");
  await expect(pagina.getByRole("alert")).toBeVisible();
  await sigueAccesible(pagina);
  await pagina.unroute("/api/estadisticas*");
  await pagina.getByRole("button", { name: "Reintentar" }).click();
  await expect(pagina.getByRole("heading", { name: "Por cuadrilla" })).toBeVisible();
  expect(persona.fallas).toEqual([]);
});
