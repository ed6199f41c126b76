import { CONTRASENA } from "../../scripts/demo/personas.ts";
import { sigueAccesible } from "./soporte/accesible.ts";
import { estrenar, ingresar, programaDe, sentarse } from "./soporte/gente.ts";
import { expect, test } from "./soporte/prueba.ts";

/** What is kept of people: to take along, to have deleted; and who looked at it. */

test("one takes along what is kept of one, and has it deleted", async ({ browser }) => {
  const persona = await sentarse(browser);
  const { pagina } = persona;
  const email = await estrenar(persona, "Zulema");
  await pagina.goto("/perfil");
  const bajar = pagina.waitForEvent("download");
  await pagina.getByRole("link", { name: "Bajar todo (planilla)" }).click();
  expect((await bajar).suggestedFilename()).toMatch(/^mis-datos-.*\.csv$/);

  await pagina.getByRole("button", { name: "Borrar mi cuenta" }).click();
  await pagina.getByLabel("Escribí tu correo para confirmar").fill("otra@correo.example");
  const suyo = pagina.getByRole("region", { name: "Tus datos son tuyos" });
  await suyo.getByLabel("Tu contraseña", { exact: true }).fill(CONTRASENA);
  await pagina.getByRole("button", { name: "Sí, borrar mi cuenta" }).click();
  await expect(pagina.getByText("Escribí tu correo tal como figura en tu cuenta.")).toBeVisible();
  await sigueAccesible(pagina);
  await pagina.getByLabel("Escribí tu correo para confirmar").fill(email);
  await pagina.getByRole("button", { name: "Sí, borrar mi cuenta" }).click();
  await expect(pagina.getByText("Borramos tu cuenta. Te mandamos un último correo")).toBeVisible();
  await expect(pagina).toHaveURL(/\/$/);
  // The socket's end is heard a moment later, and sends nobody anywhere.
  await pagina.waitForTimeout(2500);
  await expect(pagina).toHaveURL(/\/$/);
  await expect(pagina.getByRole("link", { name: "Ingresar" }).first()).toBeVisible();
  expect(persona.fallas).toEqual([]);
});

test("an admin finds in the record who did what, with the filters in the address", async ({
  browser,
}) => {
  const programa = await programaDe("admin");
  await programa.put("/api/plazos/1", { data: { horas_normal: 119, horas_urgente: 47 } });
  const persona = await sentarse(browser);
  const { pagina } = persona;
  await ingresar(persona, "admin");
  await pagina.goto("/gestion/ciudad/auditoria");
  const anotados = pagina.locator(".lista-simple").getByRole("heading", { level: 2 });
  await expect(anotados.first()).toBeVisible();
  await sigueAccesible(pagina);
  await pagina.getByLabel("Qué pasó").selectOption("Cambió la configuración");
  await expect(pagina).toHaveURL(/accion=ajuste$/);
  await expect(anotados.first()).toContainText("Cambió la configuración");
  await expect(pagina.getByText("Plazo en horas:").first()).toBeVisible();
  await pagina.getByLabel("Sobre qué").selectOption("Zona");
  await pagina.getByLabel("Hasta").fill("2020-01-01");
  await expect(pagina.getByText("Nada con esos filtros")).toBeVisible();
  await pagina.getByRole("link", { name: "Quitar filtros" }).click();
  await expect(anotados.first()).toBeVisible();
  await programa.put("/api/plazos/1", { data: { horas_normal: 120, horas_urgente: 48 } });
  await programa.dispose();
  expect(persona.fallas).toEqual([]);
});
