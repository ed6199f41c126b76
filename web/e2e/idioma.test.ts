import { expect, test } from "@playwright/test";
import { esperarAccesible } from "./soporte/accesible.ts";

test("who reads English chooses it once and has it on every page", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/arreglar/);
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.getByRole("link", { name: "Español" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await esperarAccesible(page);
  await page.goto("/reportar");
  await expect(page.getByRole("main")).not.toContainText(/¿|ó|ñ/);
  await page.getByRole("link", { name: "Español" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "es-AR");
});

test("a link may say the language", async ({ page }) => {
  await page.goto("/ingresar?idioma=en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});
