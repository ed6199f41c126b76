import { readFileSync } from "node:fs";
import type { ReclamoFila } from "../../contract/esquemas/reclamos.ts";
import { sigueAccesible } from "./soporte/accesible.ts";
import { ingresar, programaDe, sentarse } from "./soporte/gente.ts";
import { expect, test } from "./soporte/prueba.ts";

/** The list on screen, as a file for Excel. */

const FILTRO = "estado=rechazado&categoria_id=2";

/** Every numero of the list, by the API and its pages. */
async function numerosDe(consulta: string): Promise<number[]> {
  const programa = await programaDe("supervisora");
  const numeros: number[] = [];
  let cursor: string | null = null;
  do {
    const r = await programa.get(
      `/api/reclamos?${consulta}&limite=100${cursor ? `&cursor=${cursor}` : ""}`,
    );
    const pagina = (await r.json()) as { items: ReclamoFila[]; cursor: string | null };
    numeros.push(...pagina.items.map((f) => f.numero));
    cursor = pagina.cursor;
  } while (cursor);
  await programa.dispose();
  return numeros;
}

/** The first cell of each row: a row begins where no quote is open. */
function primerasCeldas(csv: string): string[] {
  const renglones = csv.split("\r\n");
  const abre = (s: string) => (s.match(/"/g) ?? []).length % 2 === 1;
  let dentro = false;
  return renglones.filter(Boolean).flatMap((r) => {
    const empieza = !dentro;
    if (abre(r)) dentro = !dentro;
    return empieza ? [r.split(";")[0] ?? ""] : [];
  });
}

test("the supervisora takes the filtered list home, without anybody's name", async ({
  browser,
}) => {
  const persona = await sentarse(browser);
  const { pagina } = persona;
  await ingresar(persona, "supervisora");
  await pagina.goto(`/gestion?${FILTRO}`);
  await expect(pagina.locator("[data-id]").first()).toBeVisible();
  await pagina.getByRole("button", { name: "Exportar" }).click();
  const ventana = pagina.getByRole("dialog");
  await expect(ventana).toBeVisible();
  await sigueAccesible(pagina);

  const [bajada] = await Promise.all([
    pagina.waitForEvent("download"),
    ventana.getByRole("link", { name: "Sin datos personales" }).click(),
  ]);
  await expect(ventana).toBeHidden();
  expect(bajada.suggestedFilename()).toMatch(/^reclamos-\d{4}-\d\d-\d\d\.csv$/);
  const bytes = readFileSync(await bajada.path());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const csv = bytes.toString("utf8").slice(1);
  const [titulo, ...numeros] = primerasCeldas(csv);
  expect(titulo).toBe("Número");
  expect(numeros.map(Number)).toEqual(await numerosDe(FILTRO));
  expect(csv).not.toContain("@");

  await pagina.getByRole("button", { name: "Exportar" }).click();
  const [conPersonas] = await Promise.all([
    pagina.waitForEvent("download"),
    ventana.getByRole("link", { name: /Con nombre/ }).click(),
  ]);
  const texto = readFileSync(await conPersonas.path(), "utf8");
  expect(texto.split("\r\n")[0]).toMatch(/;Nombre;Apellido;Correo electrónico;Teléfono$/);
  expect(persona.fallas).toEqual([]);
});

test("it is not for a cuadrilla", async () => {
  const programa = await programaDe("cuadrilla");
  expect((await programa.get("/api/exportar/reclamos.csv")).status()).toBe(403);
  await programa.dispose();
});
