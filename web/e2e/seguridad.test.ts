import { readFileSync } from "node:fs";
import decodeQR from "qr/decode.js";
import { CONTRASENA } from "../../scripts/demo/personas.ts";
import { codigoDe, pasoDe } from "../../worker/auth/segundo/totp.ts";
import { sigueAccesible } from "./soporte/accesible.ts";
import { estrenar, ingresar, sentarse } from "./soporte/gente.ts";
import { expect, type Page, test } from "./soporte/prueba.ts";

/** What the browser itself holds to. */

test("a script that got into a page does not run, and would fail any of these tests", async ({
  browser,
  alTerminar: violaciones,
}) => {
  const { pagina } = await sentarse(browser);
  await pagina.goto("/ingresar");
  expect(violaciones).toEqual([]);
  await pagina.evaluate(`
    const intruso = document.createElement("script");
    intruso.textContent = "document.title = 'tomada'";
    const espia = document.createElement("img");
    espia.src = "https://malo.example/pixel.png";
    document.body.append(intruso, espia);
  `);
  await expect.poll(() => violaciones.length).toBe(2);
  expect(await pagina.title()).not.toBe("tomada");
  violaciones.length = 0;
});

test("no script reads the session, and no page of another site frames ours", async ({
  browser,
  baseURL,
  alTerminar: violaciones,
}) => {
  const persona = await sentarse(browser);
  await ingresar(persona, "vecina");
  const { pagina } = persona;
  expect(await pagina.evaluate(() => document.cookie)).not.toContain("sesion");
  const galletas = (await pagina.context().cookies()).filter((g) => g.name.includes("sesion"));
  expect(galletas.map((g) => g.name).sort()).toEqual(["__Host-sesion", "__Host-sesion-datos"]);
  for (const galleta of galletas)
    expect(galleta).toMatchObject({ httpOnly: true, secure: true, sameSite: "Lax", path: "/" });

  await pagina.route("http://otra.example/", (r) =>
    r.fulfill({
      contentType: "text/html",
      body: `<iframe src="${baseURL}/perfil"></iframe>
        <form action="${baseURL}/api/auth/logout" method="post"><button>Premio</button></form>`,
    }),
  );
  await pagina.goto("http://otra.example/");
  await expect.poll(() => pagina.frames()[1]?.url()).toMatch(/^chrome-error:/);
  violaciones.length = 0;
  // Lax: the cookie does not even travel; and were it to, the request says where it comes from.
  const [respuesta] = await Promise.all([
    pagina.waitForResponse(/logout/),
    pagina.getByRole("button", { name: "Premio" }).click(),
  ]);
  expect(respuesta.status()).toBe(403);
});

/** What a phone reads from the picture on screen. */
async function leerQr(pagina: Page): Promise<string> {
  const dibujo = pagina.getByRole("img", { name: "Código QR para la app de autenticación" });
  const lado = Number((await dibujo.getAttribute("viewBox"))?.split(" ")[2]);
  const trazo = (await dibujo.locator("path").getAttribute("d")) ?? "";
  const ESCALA = 4;
  const ancho = lado * ESCALA;
  const data = new Uint8ClampedArray(ancho * ancho * 4).fill(255);
  for (const [, x = "", y = ""] of trazo.matchAll(/M(\d+) (\d+)/g))
    for (let i = 0; i < ESCALA * ESCALA; i++) {
      const fila = Number(y) * ESCALA + Math.floor(i / ESCALA);
      const punto = (fila * ancho + Number(x) * ESCALA + (i % ESCALA)) * 4;
      data.fill(0, punto, punto + 3);
    }
  return decodeQR({ width: ancho, height: ancho, data });
}

test("two steps are set up with the phone, asked for at the door, and got past without it", async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const persona = await sentarse(browser);
  const { pagina } = persona;
  const email = await estrenar(persona, "Doña");
  const seccion = pagina.getByRole("region", { name: "Verificación en dos pasos" });
  const laApp = (secreto: string, pasos = 0) =>
    codigoDe(secreto, pasoDe(Math.floor(Date.now() / 1000)) + pasos);
  const entrar = async () => {
    await pagina.context().clearCookies();
    await pagina.goto("/ingresar");
    await pagina.getByLabel("Correo electrónico").fill(email);
    await pagina.getByLabel("Contraseña", { exact: true }).fill(CONTRASENA);
    await pagina.getByRole("button", { name: "Ingresar" }).click();
  };
  let secreto = "";
  let codigos: string[] = [];

  await test.step("the picture holds what the app needs, and the first code confirms it", async () => {
    await pagina.goto("/perfil");
    await seccion.getByRole("button", { name: "Activar la verificación" }).click();
    await expect(seccion.getByText("Falta tu contraseña de ahora.")).toBeVisible();
    await seccion.getByLabel("Confirmá con tu contraseña").fill(CONTRASENA);
    await seccion.getByRole("button", { name: "Activar la verificación" }).click();
    const uri = new URL(await leerQr(pagina));
    secreto = uri.searchParams.get("secret") ?? "";
    expect(uri.href).toMatch(/^otpauth:\/\/totp\/Villa%20Baldosa:/);
    expect((await seccion.locator(".secreto").textContent())?.replaceAll(" ", "")).toBe(secreto);
    await sigueAccesible(pagina);
    const casilla = seccion.getByLabel("2. Escribí los seis números que muestra");
    await casilla.fill("123");
    await casilla.press("Enter");
    await expect(seccion.getByText("Ese código no va.")).toBeVisible();
    await casilla.fill(await laApp(secreto));
    await casilla.press("Enter");
    await expect(seccion.getByRole("heading", { name: "Guardá estos códigos" })).toBeVisible();
    codigos = await seccion.locator("code").allTextContents();
    expect(codigos).toHaveLength(10);
    await sigueAccesible(pagina);
    const [bajada] = await Promise.all([
      pagina.waitForEvent("download"),
      seccion.getByRole("link", { name: "Descargar" }).click(),
    ]);
    expect(
      readFileSync(await bajada.path(), "utf8")
        .trim()
        .split("\n"),
    ).toEqual(codigos);
    await seccion.getByRole("button", { name: "Ya los guardé" }).click();
    await expect(seccion.getByText("Te quedan 10 códigos de recuperación.")).toBeVisible();
  });

  await test.step("the door asks for a code; a wrong one keeps what was typed", async () => {
    await entrar();
    const casilla = pagina.getByLabel("Código de tu app");
    await expect(casilla).toBeFocused();
    await sigueAccesible(pagina);
    await casilla.fill("000000");
    await casilla.press("Enter");
    await expect(pagina.getByText("Ese código no va")).toBeVisible();
    await casilla.fill(await laApp(secreto, 1));
    await casilla.press("Enter");
    await expect(pagina).toHaveURL(/mis-reclamos/);
  });

  await test.step("without the phone a recovery code opens, once", async () => {
    await entrar();
    await pagina.getByLabel("Código de tu app").fill(codigos[0] ?? "");
    await pagina.getByLabel("Código de tu app").press("Enter");
    await expect(pagina).toHaveURL(/mis-reclamos/);
    await pagina.goto("/perfil");
    await expect(seccion.getByText("Te quedan 9 códigos de recuperación.")).toBeVisible();
    await seccion.getByRole("button", { name: "Códigos de recuperación nuevos" }).click();
    await seccion.getByLabel("Código de la app, o uno de recuperación").fill(codigos[1] ?? "");
    await seccion.getByRole("button", { name: "Códigos de recuperación nuevos" }).click();
    await expect(seccion.locator("code")).toHaveCount(10);
    expect(await seccion.locator("code").allTextContents()).not.toContain(codigos[2]);
  });

  await test.step("an admin takes it away from who lost both", async () => {
    const jefe = await sentarse(browser);
    await ingresar(jefe, "admin");
    await jefe.pagina.goto("/gestion/ciudad/personas");
    await jefe.pagina.getByLabel("Nombre o correo").fill(email);
    await jefe.pagina.getByRole("button", { name: "Doña Nueva" }).click();
    await jefe.pagina.getByRole("button", { name: "Perdió el teléfono" }).click();
    await jefe.pagina.getByRole("button", { name: "Sí, quitarla" }).click();
    await expect(jefe.pagina.getByText("la arma de nuevo")).toBeVisible();
    await sigueAccesible(jefe.pagina);
    await entrar();
    await expect(pagina).toHaveURL(/mis-reclamos/);
  });
  expect(persona.fallas).toEqual([]);
});

test("who still owes the second factor of their role is led to it, and then back", async ({
  browser,
}) => {
  const persona = await sentarse(browser);
  await ingresar(persona, "supervisora");
  const { pagina } = persona;
  // This server asks nobody for it (worker/http/routes/segundo.test.ts has one that does).
  await pagina.route("**/api/auth/quien", async (r) => {
    const respuesta = await r.fetch();
    const { yo } = (await respuesta.json()) as { yo: object };
    await r.fulfill({ response: respuesta, json: { yo: { ...yo, segundo_factor: "falta" } } });
  });
  await pagina.goto("/gestion/tablero");
  await expect(pagina).toHaveURL("/perfil?volver=%2Fgestion%2Ftablero");
  await expect(pagina.getByRole("heading", { level: 2 }).first()).toHaveText(
    "Verificación en dos pasos",
  );
});
