import { CONTRASENA, conocida } from "../../scripts/demo/personas.ts";
import { esperarAccesible, sigueAccesible } from "./soporte/accesible.ts";
import { enlaceDe } from "./soporte/buzon.ts";
import { direccionNueva, escuchar, ingresar, programaDe, sentarse } from "./soporte/gente.ts";
import { type APIRequestContext, expect, request, test } from "./soporte/prueba.ts";

/** The city, by who runs it: what is changed there is seen at once by those whom it concerns. */

const UNICO = Date.now().toString(36);
const baseURL = () => process.env.BASE_URL ?? "";
type Fila = { id: number; nombre: string; version: number };

/** Somebody new, with an account whose address is proved. */
async function alguien(nombre: string): Promise<{ id: number; email: string }> {
  const email = `${nombre.toLowerCase()}.${UNICO}@correo.example`;
  const puerta = await request.newContext({
    baseURL: baseURL(),
    extraHTTPHeaders: { "CF-Connecting-IP": direccionNueva() },
  });
  const r = await puerta.post("/api/auth/register", {
    data: { nombre, apellido: "Prueba", email, password: CONTRASENA },
  });
  const { id } = (await r.json()) as { id: number };
  const admin = await programaDe("admin");
  const [, token] = (await enlaceDe(admin, email, "enlace_verificar")).split("#");
  const uso = { token, password: CONTRASENA };
  expect((await puerta.post("/api/auth/enlace/usar", { data: uso })).status()).toBe(200);
  await admin.dispose();
  await puerta.dispose();
  return { id, email };
}

const ventanaDe = (pagina: Awaited<ReturnType<typeof sentarse>>["pagina"]) =>
  pagina.getByRole("dialog");

async function entrar(persona: Awaited<ReturnType<typeof sentarse>>, email: string) {
  await persona.pagina.goto("/ingresar");
  await persona.pagina.getByLabel("Correo electrónico").fill(email);
  await persona.pagina.getByLabel("Contraseña", { exact: true }).fill(CONTRASENA);
  await persona.pagina.getByRole("button", { name: "Ingresar" }).click();
}

async function apagar(admin: APIRequestContext, nombre: string): Promise<void> {
  const { items } = (await (await admin.get("/api/categorias")).json()) as {
    items: (Fila & Record<string, unknown>)[];
  };
  const fila = items.find((c) => c.nombre === nombre);
  if (!fila) return;
  await admin.put(`/api/categorias/${fila.id}`, {
    data: { ...fila, activa: false, horas_normal: 48, horas_urgente: 12 },
  });
}

test("a new categoría with its plazo is offered to who reports, and two admins do not overwrite each other", async ({
  browser,
}) => {
  const una = await sentarse(browser);
  const otra = await sentarse(browser);
  const nombre = `Ruidos ${UNICO}`;
  const admin = await programaDe("admin");
  for (const persona of [una, otra]) {
    await ingresar(persona, "admin");
    await persona.pagina.goto("/gestion/ciudad/categorias");
    await expect(persona.pagina.getByRole("button", { name: "Bacheo" })).toBeVisible();
    await escuchar(persona);
  }
  await esperarAccesible(una.pagina);

  await test.step("made, with what is wrong beside its field", async () => {
    await una.pagina.getByRole("button", { name: "Nueva categoría" }).click();
    const ventana = ventanaDe(una.pagina);
    await ventana.getByLabel("Color", { exact: true }).fill("#ffe066");
    await ventana.getByRole("button", { name: "Guardar la categoría" }).click();
    await expect(ventana.getByText("Escribí al menos 2 caracteres.")).toBeVisible();
    await expect(ventana.getByText("Con ese color el dibujo no se distingue")).toBeVisible();
    await expect(ventana.getByLabel("Nombre")).toBeFocused();
    await sigueAccesible(una.pagina);
    await ventana.getByRole("button", { name: /^Usar #/ }).click();
    await ventana.getByLabel("Nombre").fill(nombre);
    await ventana.getByRole("radio", { name: "Megáfono" }).check();
    await ventana.getByLabel("Plazo normal").fill("48");
    await expect(ventana.getByText("En horas. Es 2 días.")).toBeVisible();
    await ventana.getByRole("button", { name: "Guardar la categoría" }).click();
    await expect(ventana).toBeHidden();
    await expect(una.pagina.getByText(`Guardado: ${nombre}`)).toBeVisible();
  });

  await test.step("on the other admin's screen by itself, and on the public page", async () => {
    await expect(otra.pagina.getByRole("button", { name: nombre })).toBeVisible();
    const html = await (await admin.get("/reportar")).text();
    expect(html).toContain(nombre);
    const { items } = (await (await admin.get("/api/plazos")).json()) as {
      items: { horas_normal: number }[];
    };
    expect(items.at(-1)?.horas_normal).toBe(48);
  });

  await test.step("what one does not save is asked about", async () => {
    await otra.pagina.getByRole("button", { name: nombre }).click();
    const ventana = ventanaDe(otra.pagina);
    await ventana.getByLabel("Plazo urgente").fill("6");
    await otra.pagina.keyboard.press("Escape");
    await expect(ventana.getByText("Hay cambios sin guardar.")).toBeVisible();
    await ventana.getByRole("button", { name: "Seguir editando" }).click();
  });

  await test.step("the slower of two is told what changed, and keeps what was typed", async () => {
    await una.pagina.getByRole("button", { name: nombre }).click();
    await ventanaDe(una.pagina).getByLabel("Plazo normal").fill("72");
    await ventanaDe(una.pagina).getByRole("button", { name: "Guardar la categoría" }).click();
    await expect(ventanaDe(una.pagina)).toBeHidden();
    const ventana = ventanaDe(otra.pagina);
    await ventana.getByRole("button", { name: "Guardar la categoría" }).click();
    await expect(ventana.getByText("Alguien más lo cambió")).toBeVisible();
    await expect(ventana.getByText("Plazo normal: antes «48», ahora «72»")).toBeVisible();
    await expect(ventana.getByLabel("Plazo urgente")).toHaveValue("6");
    await expect(ventana.getByLabel("Plazo normal")).toHaveValue("72");
    await sigueAccesible(otra.pagina);
    await ventana.getByRole("button", { name: "Guardar la categoría" }).click();
    await expect(ventana).toBeHidden();
    const fila = una.pagina.getByRole("listitem").filter({ hasText: nombre });
    await expect(fila).toContainText("3 días; urgente 6 horas");
  });

  await apagar(admin, nombre);
  await admin.dispose();
  expect([...una.fallas, ...otra.fallas]).toEqual([]);
});

test("a person moved to a cuadrilla loses the bandeja at once, and a blocked one everything", async ({
  browser,
}) => {
  const { id, email } = await alguien("Ramona");
  const programa = await programaDe("admin");
  await programa.put(`/api/usuarios/${id}`, { data: { rol: "supervisor" } });
  await programa.dispose();
  const ramona = await sentarse(browser);
  await entrar(ramona, email);
  await expect(ramona.pagina).toHaveURL(/\/gestion$/);
  await escuchar(ramona);

  const admin = await sentarse(browser);
  await ingresar(admin, "admin");
  await admin.pagina.goto("/gestion/ciudad/personas?rol=supervisor");
  await expect(admin.pagina.getByRole("button", { name: "Ramona Prueba" })).toBeVisible();
  await esperarAccesible(admin.pagina);
  const otra = conocida("supervisora");
  const suFila = admin.pagina.getByRole("button", { name: `${otra.nombre} ${otra.apellido}` });
  await expect(suFila).toBeVisible();
  await admin.pagina.getByLabel("Nombre o correo").fill(email.slice(0, 12));
  // Found by then: a search that comes after the change would no longer find her among the supervisors.
  await expect(suFila).toBeHidden();
  await admin.pagina.getByRole("button", { name: "Ramona Prueba" }).click();
  const ventana = ventanaDe(admin.pagina);

  await ventana.getByRole("radio", { name: /^Cuadrilla/ }).check();
  await ventana.getByRole("button", { name: "Guardar los cambios" }).click();
  await expect(ventana.getByText("Elegí en qué cuadrilla trabaja.")).toBeVisible();
  await ventana.getByRole("combobox", { name: "Cuadrilla" }).selectOption("Verde 1");
  await expect(ventana.getByText("Ramona sale en el momento de todos sus aparatos")).toBeVisible();
  await sigueAccesible(admin.pagina);
  await ventana.getByRole("button", { name: "Guardar los cambios" }).click();
  await expect(ventana).toBeHidden();

  await expect(ramona.pagina).toHaveURL(/\/ingresar\?volver=%2Fgestion$/);
  await entrar(ramona, email);
  await expect(ramona.pagina).toHaveURL(/\/campo$/);
  await escuchar(ramona);
  await ramona.pagina.goto("/gestion");
  await expect(ramona.pagina.getByText("Esta parte es para el personal")).toBeVisible();
  // A page that is left at once may go before it hears anything.
  const holas = () => ramona.tramas.filter((t) => t.type === "hola").length;
  const antes = holas();
  await ramona.pagina.goto("/campo");
  await expect(ramona.pagina.getByRole("heading", { level: 1 })).toBeVisible();
  await expect.poll(holas).toBeGreaterThan(antes);

  await admin.pagina.getByRole("button", { name: "Ramona Prueba" }).click();
  await ventana.getByRole("checkbox", { name: /Bloqueada/ }).check();
  await ventana.getByRole("button", { name: "Guardar los cambios" }).click();
  await expect(ventana).toBeHidden();
  await expect(admin.pagina.getByText("Bloqueada", { exact: true })).toBeVisible();
  await expect(ramona.pagina).toHaveURL(/\/ingresar\?volver=%2Fcampo$/);
  await entrar(ramona, email);
  await expect(ramona.pagina.getByText("Tu cuenta está bloqueada")).toBeVisible();
  expect(admin.fallas).toEqual([]);
});

test("somebody is invited by mail, once more, and not any more", async ({ browser }) => {
  const admin = await sentarse(browser);
  await ingresar(admin, "admin");
  const { pagina } = admin;
  await pagina.goto("/gestion/ciudad/personas");
  await pagina.getByRole("button", { name: "Invitar a alguien" }).click();
  const ventana = pagina.getByRole("dialog");
  await ventana.getByLabel("Nombre", { exact: true }).fill("Nadia");
  await ventana.getByLabel("Correo electrónico").fill("nadia@");
  await ventana.getByRole("button", { name: "Mandar la invitación" }).click();
  await expect(ventana.getByText("Elegí en qué cuadrilla trabaja.")).toBeVisible();
  await sigueAccesible(pagina);
  const email = `nadia.${crypto.randomUUID()}@correo.example`;
  await ventana.getByLabel("Correo electrónico").fill(email);
  await ventana.getByRole("combobox", { name: "Cuadrilla" }).selectOption({ index: 1 });
  await ventana.getByRole("button", { name: "Mandar la invitación" }).click();
  await expect(ventana).toBeHidden();
  const fila = pagina
    .getByRole("region", { name: "Invitaciones sin responder" })
    .getByRole("listitem")
    .filter({ hasText: email });
  await expect(fila).toContainText("Cuadrilla");
  await sigueAccesible(pagina);
  await fila.getByRole("button", { name: "Mandar de nuevo" }).click();
  await expect(pagina.getByText(`Le mandamos la invitación a ${email}.`)).toBeVisible();
  await fila.getByRole("button", { name: "Retirar" }).click();
  await expect(fila).toHaveCount(0);
  expect(admin.fallas).toEqual([]);
});

test("one's own account is looked at, not changed", async ({ browser }) => {
  const admin = await sentarse(browser);
  await ingresar(admin, "admin");
  await admin.pagina.goto("/gestion/ciudad/personas?rol=admin");
  const { email } = conocida("admin");
  await admin.pagina.getByRole("listitem").filter({ hasText: email }).getByRole("button").click();
  await expect(
    ventanaDe(admin.pagina).getByText("así siempre queda alguien a cargo"),
  ).toBeVisible();
  await expect(ventanaDe(admin.pagina).getByRole("radio")).toHaveCount(0);
  expect(admin.fallas).toEqual([]);
});

test("a mail is shown as it is, without a script of its own, and sent again with an honest end", async ({
  browser,
}) => {
  const admin = await sentarse(browser);
  const { pagina } = admin;
  await ingresar(admin, "admin");
  await pagina.goto("/gestion/ciudad/correos?estado=simulado");
  const primero = pagina.getByRole("listitem").filter({ hasText: "@" }).first();
  await expect(primero.getByText("Simulado")).toBeVisible();
  await esperarAccesible(pagina);
  // One about a reclamo: an account's may be of somebody whom a test has blocked, and would rightly stay here.
  const programa = await programaDe("admin");
  const { items } = (await (
    await programa.get("/api/correos?estado=simulado&limite=100")
  ).json()) as {
    items: { id: number; plantilla: string }[];
  };
  await programa.dispose();
  const suyo = items.find((c) => c.plantilla === "asignado" || c.plantilla === "creado");
  await pagina.goto(`/gestion/ciudad/correos/${suyo?.id}`);
  const marco = pagina.locator("iframe.correo-marco");
  await expect(marco).toHaveAttribute("sandbox", "");
  await expect(marco.contentFrame().getByRole("heading")).toBeVisible();
  await sigueAccesible(pagina);
  await pagina.getByText("Solo texto").click();
  await expect(pagina.locator("pre")).toContainText("http");
  await expect(pagina.getByRole("heading", { name: "Qué fue pasando" })).toBeVisible();

  await pagina.getByRole("button", { name: "Mandar otra vez" }).click();
  await sigueAccesible(pagina);
  await ventanaDe(pagina).getByRole("button", { name: "Sí, mandarlo" }).click();
  await expect(ventanaDe(pagina)).toBeHidden();
  await expect(pagina.getByText("No salió. Quedó simulado")).toBeVisible({ timeout: 20_000 });
  await expect(pagina.locator(".historia-correo li")).toHaveCount(3);

  const direccion = (await pagina.locator("dd").first().textContent()) ?? "";
  await pagina.goto("/gestion/ciudad/correos");
  await pagina.getByLabel("Dirección de correo").fill(direccion);
  await expect(pagina.getByRole("listitem").filter({ hasText: direccion }).first()).toBeVisible();
  expect(pagina.url()).not.toContain(direccion);
  await pagina.getByLabel("Dirección de correo").fill("nadie@ningunlado");
  await expect(
    pagina.getByRole("heading", { name: "Ningún correo con esos filtros" }),
  ).toBeVisible();
  await sigueAccesible(pagina);
  expect(admin.fallas).toEqual([]);
});

test("the municipality's colours and a reply are set, and the wrong role finds no door", async ({
  browser,
}) => {
  const admin = await sentarse(browser);
  const { pagina } = admin;
  await ingresar(admin, "admin");
  await pagina.goto("/gestion/ciudad/municipio");
  await expect(pagina.getByRole("img", { name: /km de ancho/ })).toBeVisible();
  await esperarAccesible(pagina);
  await pagina.emulateMedia({ colorScheme: "light" });
  const principal = pagina.getByRole("textbox", { name: "Color principal" });
  await principal.fill("#6a1b9a");
  await pagina.getByRole("button", { name: "Guardar el municipio" }).click();
  await expect(pagina.getByText("Ya se ve en todas las páginas")).toBeVisible();
  const rio = () =>
    pagina.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--rio"));
  await expect.poll(rio).toBe("#6a1b9a");
  await pagina.getByRole("button", { name: "Volver al de fábrica" }).click();
  await pagina.getByRole("button", { name: "Guardar el municipio" }).click();
  await expect.poll(rio).not.toBe("#6a1b9a");

  await pagina.goto("/gestion/ciudad/respuestas");
  await pagina.getByRole("button", { name: "Nueva respuesta" }).click();
  const ventana = ventanaDe(pagina);
  await ventana.getByLabel("Título").fill(`Ya vamos ${UNICO}`);
  await ventana.getByLabel("Texto").fill("El reclamo #{numero} de {direccion} está en la lista.");
  await expect(
    ventana.getByText("El reclamo #1284 de Rivadavia 1240 está en la lista."),
  ).toBeVisible();
  await sigueAccesible(pagina);
  await ventana.getByRole("button", { name: "Guardar la respuesta" }).click();
  await pagina.getByRole("button", { name: `Ya vamos ${UNICO}` }).click();
  await ventana.getByRole("button", { name: "Borrar esta respuesta" }).click();
  await ventana.getByRole("button", { name: "Sí, borrarla" }).click();
  await expect(pagina.getByRole("button", { name: `Ya vamos ${UNICO}` })).toBeHidden();
  expect(admin.fallas).toEqual([]);

  const supervisora = await sentarse(browser);
  await ingresar(supervisora, "supervisora");
  await supervisora.pagina.goto("/gestion");
  await expect(supervisora.pagina.locator("[data-id]").first()).toBeVisible();
  await expect(supervisora.pagina.locator('a[href^="/gestion/ciudad/"]')).toHaveCount(0);
  await supervisora.pagina.goto("/gestion/ciudad/correos");
  await expect(supervisora.pagina.getByText("Esta parte es para el personal")).toBeVisible();
});
