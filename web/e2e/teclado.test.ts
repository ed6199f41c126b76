import { CONTRASENA, conocida } from "../../scripts/demo/personas.ts";
import { ingresar, sentarse } from "./soporte/gente.ts";
import { expect, test } from "./soporte/prueba.ts";

/** What a mouse does, the keyboard does. */

test("the first Tab skips to the content", async ({ browser }) => {
  const { pagina, fallas } = await sentarse(browser);
  await pagina.goto("/");
  await pagina.keyboard.press("Tab");
  const saltar = pagina.getByRole("link", { name: "Ir al contenido" });
  await expect(saltar).toBeFocused();
  await expect(saltar).toBeInViewport();
  await pagina.keyboard.press("Enter");
  await expect(pagina.getByRole("main")).toBeFocused();
  expect(fallas).toEqual([]);
});

test("one signs in without a mouse, and lands where the work is", async ({ browser }) => {
  const { pagina, fallas } = await sentarse(browser);
  await pagina.goto("/ingresar");
  await pagina.getByLabel("Correo electrónico").focus();
  await pagina.keyboard.type(conocida("supervisora").email);
  await pagina.keyboard.press("Tab");
  await pagina.keyboard.type(CONTRASENA);
  await pagina.keyboard.press("Enter");
  await expect(pagina).toHaveURL(/\/gestion$/);
  await expect(pagina.getByRole("heading", { name: "Bandeja" })).toBeAttached();
  expect(fallas).toEqual([]);
});

test("the bandeja goes by j, k, a, r, / and ?", async ({ browser }) => {
  const persona = await sentarse(browser);
  const { pagina } = persona;
  await ingresar(persona, "supervisora");
  await pagina.goto("/gestion");
  const renglones = pagina.locator("[data-id]");
  await expect(renglones.first()).toBeVisible();
  const ids = await renglones.evaluateAll((lista) => lista.map((x) => x.getAttribute("data-id")));
  const mesa = pagina.getByRole("region", { name: "El reclamo abierto" });
  const abierto = async (i: number) => {
    await expect(pagina).toHaveURL(new RegExp(`/gestion/bandeja/${ids[i]}$`));
    await expect(mesa.getByText(`#${ids[i]}`)).toBeVisible();
  };

  await pagina.keyboard.press("j");
  await abierto(0);
  await pagina.keyboard.press("j");
  await abierto(1);
  await pagina.keyboard.press("k");
  await abierto(0);

  const ventana = pagina.getByRole("dialog");
  await expect(mesa.getByRole("button", { name: "Rechazar" })).toBeVisible();
  for (const [tecla, nombre] of [
    ["r", "Rechazar"],
    ["a", "signar"],
    ["?", "Atajos del teclado"],
  ] as const) {
    await pagina.keyboard.press(tecla);
    await expect(ventana.getByRole("heading", { name: new RegExp(nombre) })).toBeVisible();
    await pagina.keyboard.press("Escape");
    await expect(ventana).toBeHidden();
  }

  await pagina.keyboard.press("/");
  const buscar = pagina.getByLabel("Número, calle o palabras");
  await expect(buscar).toBeFocused();
  // At the pace at which the search begins: what comes back takes nothing from what is written meanwhile.
  await pagina.keyboard.type("jota k", { delay: 300 });
  await expect(buscar).toHaveValue("jota k");
  await expect(pagina).toHaveURL(/q=jota/);
  expect(persona.fallas).toEqual([]);
});

test("a dialog keeps the focus in and gives it back", async ({ browser }) => {
  const persona = await sentarse(browser);
  const { pagina } = persona;
  await ingresar(persona, "cuadrilla");
  await pagina.goto("/campo");
  const boton = pagina.getByRole("button", { name: "No puedo" }).first();
  await boton.focus();
  await pagina.keyboard.press("Enter");
  const ventana = pagina.getByRole("dialog");
  await expect(ventana).toBeVisible();
  for (let i = 0; i < 8; i++) {
    await pagina.keyboard.press("Tab");
    const afuera = await pagina.evaluate(
      () => document.activeElement !== document.body && !document.activeElement?.closest("dialog"),
    );
    expect(afuera).toBe(false);
  }
  await pagina.keyboard.press("Escape");
  await expect(ventana).toBeHidden();
  await expect(boton).toBeFocused();
  expect(persona.fallas).toEqual([]);
});
