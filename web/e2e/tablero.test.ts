import type { Reclamo } from "../../contract/esquemas/reclamos.ts";
import { esperarAccesible, sigueAccesible } from "./soporte/accesible.ts";
import { ingresar, type Persona, programaDe, sentarse, TELEFONO } from "./soporte/gente.ts";
import { type APIRequestContext, expect, type Page, test } from "./soporte/prueba.ts";

/** The board: a drop is the action's form, what is not allowed cannot be dropped, and the keyboard does as much. */

let persona: Persona;
let pagina: Page;
let programa: APIRequestContext;
let r: Reclamo;

async function reportar(): Promise<Reclamo> {
  const creado = await programa.post("/api/reclamos", {
    data: {
      titulo: "Baldosas sueltas frente al club",
      descripcion: "Se levantaron tres baldosas y la gente se tropieza.",
      categoria_id: 2,
      direccion: "Belgrano 480",
      canal: "mostrador",
      persona: { nombre: "Elsa", apellido: "Prado" },
    },
  });
  expect(creado.status(), await creado.text()).toBe(201);
  return (await creado.json()) as Reclamo;
}

const actuar = async (accion: string, data: object) => {
  const hecho = await programa.post(`/api/reclamos/${r.id}/${accion}`, { data });
  expect(hecho.status(), await hecho.text()).toBe(200);
  r = (await hecho.json()) as Reclamo;
};

test.beforeAll(async () => {
  programa = await programaDe("admin");
});
test.afterAll(() => programa.dispose());
test.beforeEach(async ({ browser }) => {
  persona = await sentarse(browser);
  ({ pagina } = persona);
  await ingresar(persona, "supervisora");
  r = await reportar();
  await pagina.goto(`/gestion/tablero?q=${r.numero}`);
});
test.afterEach(async () => {
  expect(persona.fallas).toEqual([]);
  await pagina.context().close();
});

const columna = (estado: string) => pagina.locator(`[data-columna="${estado}"]`);
const tarjeta = (estado: string) => columna(estado).locator(`[data-id="${r.id}"]`);
const enlace = () => pagina.locator(`[data-tarjeta="${r.id}"]`);
const ventana = () => pagina.getByRole("dialog");
const dicho = () => pagina.locator(".tablero > [role=status]");

async function tomar(): Promise<void> {
  const caja = await tarjeta("nuevo").boundingBox();
  if (!caja) throw new Error("sin tarjeta");
  await pagina.mouse.move(caja.x + 40, caja.y + 20);
  await pagina.mouse.down();
  await pagina.mouse.move(caja.x + 60, caja.y + 40, { steps: 3 });
}
async function soltarEn(estado: string): Promise<void> {
  const caja = await columna(estado).boundingBox();
  if (!caja) throw new Error("sin columna");
  await pagina.mouse.move(caja.x + caja.width / 2, caja.y + 120, { steps: 4 });
  await pagina.mouse.up();
}

test("a drop opens the action's form, and only its answer moves the card", async () => {
  await expect(tarjeta("nuevo")).toBeVisible();

  await test.step("what is not allowed says why, and takes no drop", async () => {
    await tomar();
    await expect(columna("en_proceso")).toContainText("Antes hay que: asignar.");
    await expect(columna("resuelto")).toContainText("Antes hay que: asignar y después iniciar.");
    await expect(columna("asignado")).toContainText("Soltá acá: asignar");
    await soltarEn("en_proceso");
    await expect(dicho()).toHaveText(`El #${r.numero} sigue en «Nuevo».`);
    await expect(ventana()).toBeHidden();
    await expect(tarjeta("nuevo")).toBeVisible();
  });

  await test.step("cancelling leaves it where it was", async () => {
    await tomar();
    await soltarEn("asignado");
    await expect(ventana().getByRole("heading", { name: `Asignar · #${r.numero}` })).toBeVisible();
    await expect(tarjeta("nuevo")).toBeAttached();
    await ventana().getByRole("button", { name: "Cancelar" }).click();
    await expect(tarjeta("nuevo")).toBeVisible();
  });

  await test.step("a lost race is told, and the text stays", async () => {
    await tomar();
    await soltarEn("asignado");
    await ventana().getByRole("radio").first().check();
    await ventana().getByLabel(/^Nota/).fill("Llevar cemento de fragüe rápido.");
    await actuar("priorizar", { prioridad: "urgente", version: r.version });
    await ventana().getByRole("button", { name: "Asignar" }).click();
    await expect(ventana().getByRole("alert")).toContainText("Prioridad: Normal → Urgente");
    await expect(ventana().getByLabel(/^Nota/)).toHaveValue("Llevar cemento de fragüe rápido.");
    await expect(tarjeta("nuevo")).toBeAttached();
    await ventana().getByRole("button", { name: "Asignar" }).click();
    await expect(tarjeta("asignado")).toBeVisible();
    await expect(ventana()).toBeHidden();
  });
});

test("the keyboard moves cards too, and says where they are", async () => {
  await actuar("asignar", { cuadrilla_id: 1, version: r.version });
  await expect(tarjeta("asignado")).toBeVisible();
  await enlace().focus();
  await pagina.keyboard.press("m");
  await expect(ventana().getByRole("heading", { name: `Mover el #${r.numero} a…` })).toBeVisible();
  await expect(ventana().getByText("Antes hay que: iniciar.")).toBeVisible();
  await ventana()
    .getByRole("button", { name: /^Iniciar/ })
    .focus();
  await pagina.keyboard.press("Enter");
  const boton = ventana().getByRole("button", { name: "Iniciar", exact: true });
  await expect(boton).toBeVisible();
  await boton.focus();
  await pagina.keyboard.press("Enter");
  await expect(tarjeta("en_proceso")).toBeVisible();
  await expect(enlace()).toBeFocused();
  await expect(dicho()).toHaveText(`El #${r.numero} está en «En proceso».`);

  await pagina.keyboard.press("Enter");
  await expect(pagina).toHaveURL(new RegExp(`abierto=${r.id}`));
  await expect(ventana().getByRole("heading", { name: r.titulo })).toBeVisible();
  await pagina.keyboard.press("Escape");
  await expect(ventana()).toBeHidden();

  await pagina.goto("/gestion/tablero");
  await columna("nuevo").locator("[data-tarjeta]").first().focus();
  await pagina.keyboard.press("ArrowDown");
  await expect(columna("nuevo").locator("[data-tarjeta]").nth(1)).toBeFocused();
  await pagina.keyboard.press("ArrowRight");
  await expect(columna("asignado").locator("[data-tarjeta]").nth(1)).toBeFocused();
});

test("what others do marks the card, and moves it only when no form is open", async () => {
  await expect.poll(() => persona.tramas.some((t) => t.type === "hola")).toBe(true);
  await tarjeta("nuevo")
    .getByRole("button", { name: /^Mover/ })
    .click();
  await expect(ventana()).toBeVisible();
  await actuar("asignar", { cuadrilla_id: 1, version: r.version });
  await expect(tarjeta("nuevo")).toContainText("Ahora está");
  await pagina.keyboard.press("Escape");
  await expect(tarjeta("asignado")).toBeVisible();
  await expect(tarjeta("nuevo")).toBeHidden();
});

test("on a phone the columns are tabs, and a menu moves the cards", async () => {
  await pagina.setViewportSize(TELEFONO);
  await expect(tarjeta("nuevo")).toBeVisible();
  await expect(columna("asignado")).toBeHidden();
  await tarjeta("nuevo")
    .getByRole("button", { name: /^Mover/ })
    .click();
  await ventana()
    .getByRole("button", { name: /^Rechazar/ })
    .click();
  await ventana().getByLabel("¿Por qué se cierra?").selectOption("no_corresponde");
  await ventana().getByLabel("Qué le decimos al vecino").fill("Es dentro de un predio privado.");
  await ventana().getByRole("button", { name: "Rechazar" }).click();
  await expect(tarjeta("nuevo")).toBeHidden();
  await pagina.getByRole("tab", { name: "Asignado" }).click();
  await expect(columna("nuevo")).toBeHidden();
  await expect(columna("asignado")).toContainText("Ninguna cuadrilla tiene uno sin empezar.");
});

test("every state of it is accessible", async () => {
  test.setTimeout(120_000);
  await expect(tarjeta("nuevo")).toBeVisible();
  await esperarAccesible(pagina);
  await tarjeta("nuevo")
    .getByRole("button", { name: /^Mover/ })
    .click();
  await sigueAccesible(pagina);
  await ventana()
    .getByRole("button", { name: /^Asignar/ })
    .click();
  await expect(ventana().getByRole("radio").first()).toBeVisible();
  await sigueAccesible(pagina);
  await pagina.keyboard.press("Escape");
  await pagina.route("**/api/reclamos?*", () => {});
  await pagina.goto("/gestion/tablero");
  // Its own waiting, and not that of the page before one knows who is signed in.
  await expect(pagina.getByRole("heading", { level: 1 })).toBeAttached();
  await expect(pagina.getByText("Cargando…").first()).toBeAttached();
  await sigueAccesible(pagina);
  await pagina.unrouteAll({ behavior: "ignoreErrors" });
  await pagina.route("**/api/reclamos?*", (x) => x.abort());
  await pagina.goto("/gestion/tablero");
  await expect(pagina.getByText("No pudimos cargar esto").first()).toBeVisible();
  await sigueAccesible(pagina);
});
