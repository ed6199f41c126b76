import type { Reclamo } from "../../contract/esquemas/reclamos.ts";
import { conocida } from "../../scripts/demo/personas.ts";
import { esperarAccesible, sigueAccesible } from "./soporte/accesible.ts";
import { ingresar, type Persona, programaDe, sentarse } from "./soporte/gente.ts";
import { expect, type Page, test } from "./soporte/prueba.ts";

/** Somebody rings, and the supervisora writes it down. */

const UN_MINUTO_MS = 60_000;
const TEXTO = "Hace tres noches que no prende ninguna luz de la cuadra.";

async function abrir(persona: Persona): Promise<void> {
  await ingresar(persona, "supervisora");
  await persona.pagina.goto("/gestion/ventanilla");
  await expect(persona.pagina.getByRole("heading", { name: "Ventanilla" })).toBeVisible();
}

/** Tab, until the control of this name has the focus. */
async function tabHasta(pagina: Page, nombre: string): Promise<void> {
  for (let i = 0; i < 12; i++) {
    await pagina.keyboard.press("Tab");
    const donde = await pagina.evaluate(() => document.activeElement?.getAttribute("name"));
    if (donde === nombre) return;
  }
  throw new Error(`Tab no llega a ${nombre}`);
}

test("by keyboard alone, in one go and under a minute, for somebody the city knows", async ({
  browser,
}) => {
  const persona = await sentarse(browser);
  const { pagina } = persona;
  await abrir(persona);
  const ana = conocida("vecina");
  const inicio = Date.now();
  const teclas = pagina.keyboard;

  await expect(pagina.getByRole("radio", { name: "Teléfono" })).toBeFocused();
  await teclas.press("Tab");
  await expect(pagina.getByLabel(/^Teléfono \(opcional\)/)).toBeFocused();
  // As one says it: without the country, in another grouping.
  await teclas.type((ana.telefono ?? "").replace(/^\+54 /, "").replace(/(\d{3})$/, "-$1"));
  const suya = pagina.getByRole("button", { name: new RegExp(`${ana.nombre} ${ana.apellido}`) });
  await expect(suya).toBeVisible();
  await teclas.press("Tab");
  await teclas.press("Tab");
  await expect(suya).toBeFocused();
  await teclas.press("Enter");

  await expect(pagina.getByLabel("Categoría")).toBeFocused();
  await teclas.type("Alum");
  await teclas.press("Tab");
  await teclas.type("Rivadavia 1240");
  await tabHasta(pagina, "descripcion");
  await teclas.type(TEXTO);
  await expect(pagina.getByLabel("Título")).toHaveValue("Alumbrado en Rivadavia 1240");
  await teclas.press("Control+Enter");

  await expect(pagina.getByRole("heading", { name: "Quedó anotado" })).toBeFocused();
  expect(Date.now() - inicio).toBeLessThan(UN_MINUTO_MS);
  const numero = Number(/\d+/.exec((await pagina.getByText(/^#\d+$/).textContent()) ?? "")?.[0]);
  const programa = await programaDe("supervisora");
  const r = (await (await programa.get(`/api/reclamos/${numero}`)).json()) as Reclamo;
  await programa.dispose();
  expect(r).toMatchObject({
    canal: "telefono",
    descripcion: TEXTO,
    creador: { email: ana.email },
    estado: "nuevo",
  });
  await expect(pagina.getByText([...r.codigo].join(" "))).toBeAttached();
  await esperarAccesible(pagina);

  await teclas.press("Tab");
  await expect(pagina.getByRole("button", { name: "Otro reclamo" })).toBeFocused();
  await teclas.press("Enter");
  await expect(pagina.getByRole("radio", { name: "Teléfono" })).toBeFocused();
  await expect(pagina.getByLabel("¿Qué pasa?")).toHaveValue("");
  expect(persona.fallas).toEqual([]);
});

test("somebody new: what is missing is said of its field, and a reload loses nothing", async ({
  browser,
}) => {
  const persona = await sentarse(browser);
  const { pagina } = persona;
  await abrir(persona);
  await esperarAccesible(pagina);
  await pagina.getByRole("button", { name: "Anotar el reclamo" }).click();
  await expect(pagina.getByLabel("Nombre")).toBeFocused();
  await expect(pagina.getByLabel("Nombre")).toHaveAttribute("aria-invalid", "true");
  await expect(pagina.getByText("Elegí una categoría.")).toBeVisible();
  await sigueAccesible(pagina);

  await pagina.getByText("Mostrador", { exact: true }).click();
  await pagina.getByLabel(/^Correo electrónico/).fill("no es un correo");
  await pagina.getByLabel("Nombre").fill("Delia");
  await pagina.getByLabel("Categoría").selectOption({ label: "Bacheo" });
  await pagina.getByLabel("Dirección o referencia").fill("San Martín");
  // The same thing may be written down already.
  await expect(pagina.getByRole("region", { name: "¿No será uno de estos?" })).toBeVisible();
  await sigueAccesible(pagina);
  await pagina.getByLabel("¿Qué pasa?").fill("Un pozo hondo frente al portón de la escuela.");
  await pagina.reload();
  await expect(pagina.getByLabel("¿Qué pasa?")).toHaveValue(/portón de la escuela/);
  await expect(pagina.getByRole("radio", { name: "Mostrador" })).toBeChecked();

  await pagina.getByRole("button", { name: "Anotar el reclamo" }).click();
  await expect(pagina.getByLabel(/^Correo electrónico/)).toBeFocused();
  await expect(pagina.getByText("Escribí un correo como nombre@ejemplo.com.")).toBeVisible();
  await pagina.getByLabel(/^Correo electrónico/).fill("");
  await pagina.getByRole("button", { name: "Anotar el reclamo" }).click();
  await expect(pagina.getByRole("heading", { name: "Quedó anotado" })).toBeVisible();
  await pagina.reload();
  await expect(pagina.getByLabel("Nombre")).toHaveValue("");
  expect(persona.fallas).toEqual([]);
});

test("it is not for a cuadrilla", async ({ browser }) => {
  const persona = await sentarse(browser);
  await ingresar(persona, "cuadrilla");
  await persona.pagina.goto("/gestion/ventanilla");
  await expect(persona.pagina.getByRole("heading", { name: /es para el personal/ })).toBeVisible();
});
