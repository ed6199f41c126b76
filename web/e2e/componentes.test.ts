import { esperarAccesible, sigueAccesible } from "./soporte/accesible.ts";
import { expect, test } from "./soporte/prueba.ts";

test("every component, in every state", async ({ page }) => {
  await page.goto("/dev/components");
  await expect(page.getByRole("heading", { name: "Componentes" })).toBeVisible();
  await expect(page.getByRole("img", { name: /Rivadavia 1240/ })).toBeVisible();
  await esperarAccesible(page);

  await page.getByRole("tab", { name: "Público" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Interno" })).toBeFocused();
  await expect(page.getByRole("tabpanel")).toContainText("Lo que ve la municipalidad.");
  await page.keyboard.press("Home");
  await expect(page.getByRole("tabpanel")).toContainText("Lo que ve todo el mundo.");

  await page.getByRole("link", { name: /Antes/ }).first().click();
  await expect(page.getByRole("dialog", { name: /1 de 3/ })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("dialog", { name: /2 de 3/ })).toBeVisible();
  await sigueAccesible(page);
  await page.keyboard.press("Escape");

  for (const tono of ["info", "bien", "mal"])
    await page.getByRole("button", { name: `Mensaje: ${tono}` }).click();
  await expect(page.locator(".toasts").getByRole("link")).toHaveCount(3);
  await page.getByRole("button", { name: "Abrir el diálogo" }).click();
  await expect(page.getByRole("dialog", { name: "Rechazar" })).toBeVisible();
  await sigueAccesible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Abrir el diálogo" })).toBeFocused();
});
