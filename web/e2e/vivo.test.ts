import type { Reclamo } from "../../contract/esquemas/reclamos.ts";
import { CONTRASENA } from "../../scripts/demo/personas.ts";
import {
  direccionNueva,
  ESCRITORIO,
  estrenar,
  type Persona,
  programaDe,
  sentarse,
  TELEFONO,
} from "./soporte/gente.ts";
import { type APIRequestContext, type Browser, expect, type Page, test } from "./soporte/prueba.ts";

/** A person's tabs and devices: one socket a browser, and all of them of one mind. */

const noLeidos = (pagina: Page) =>
  pagina.evaluate(() => Number(/^\((\d+)\)/.exec(document.title)?.[1] ?? 0));
const cuenta = (paginas: readonly Page[], n: number) =>
  expect
    .poll(() => Promise.all(paginas.map(noLeidos)), { timeout: 15_000 })
    .toEqual(paginas.map(() => n));

/** The sockets of a browser: how many are open, and a way to cut them and let none through. */
async function puerta(pagina: Page) {
  const abiertos = new Set<{ close: () => Promise<void> }>();
  let cerrada = false;
  await pagina.context().routeWebSocket(/\/api\/ws/, (ws) => {
    if (cerrada) return void ws.close();
    ws.connectToServer();
    abiertos.add(ws);
    ws.onClose(() => abiertos.delete(ws));
  });
  return {
    abiertos: () => abiertos.size,
    cerrar: async () => {
      cerrada = true;
      await Promise.all([...abiertos].map((ws) => ws.close()));
      abiertos.clear();
    },
    abrir: () => {
      cerrada = false;
    },
  };
}

let jefa: APIRequestContext;
test.beforeAll(async () => {
  jefa = await programaDe("supervisora");
});
test.afterAll(() => jefa.dispose());

/** Somebody new with a reclamo of their own; `comentar` gives them one aviso. */
async function conReclamo(browser: Browser) {
  const persona = await sentarse(browser);
  const { pagina } = persona;
  const sockets = await puerta(pagina);
  await estrenar(persona, "Vera");
  const r = await pagina.context().request.post("/api/reclamos", {
    data: {
      titulo: "Luminaria apagada",
      descripcion: "Hace una semana que no prende la luz de la cuadra.",
      categoria_id: 1,
      direccion: "Mitre 450",
    },
    headers: { Origin: new URL(pagina.url()).origin },
  });
  expect(r.status()).toBe(201);
  const reclamo = (await r.json()) as Reclamo;
  const comentar = async (texto: string) => {
    const hecho = await jefa.post(`/api/reclamos/${reclamo.id}/comentar`, { data: { texto } });
    expect(hecho.status()).toBe(200);
  };
  return { persona, sockets, reclamo, comentar };
}

const toast = (pagina: Page) => pagina.locator(".toast");
const quedo = (p: Persona) => expect(p.fallas).toEqual([]);

test("two tabs and a phone agree on what is read; the tabs share one socket, also when the one that has it goes", async ({
  browser,
}) => {
  test.setTimeout(60_000);
  const { persona, sockets, reclamo, comentar } = await conReclamo(browser);
  const una = persona.pagina;
  await una.goto("/avisos");
  await expect.poll(sockets.abiertos).toBe(1);
  const otra = await una.context().newPage();
  await otra.goto("/mis-reclamos");
  // The phone is another browser of the same account.
  const telefono = await browser.newContext({
    viewport: TELEFONO,
    storageState: await una.context().storageState(),
    extraHTTPHeaders: { "CF-Connecting-IP": direccionNueva() },
  });
  const movil = await telefono.newPage();
  await movil.goto("/avisos");
  await expect(movil.getByRole("heading", { name: "No hay avisos" })).toBeVisible();

  await test.step("each hears, once, and the toast leads there", async () => {
    await comentar("Mañana pasa la cuadrilla.");
    for (const p of [una, otra]) await expect(toast(p)).toHaveCount(1);
    await cuenta([una, otra, movil], 1);
    await toast(otra).getByRole("link").click();
    await expect(otra).toHaveURL(new RegExp(`/r/(${reclamo.id}|${reclamo.codigo})$`));
    expect(sockets.abiertos()).toBe(1);
  });

  await test.step("what the phone reads, the tabs know", async () => {
    await movil.getByRole("button", { name: "Marcar todo como leído" }).click();
    await cuenta([una, otra, movil], 0);
    await expect(una.getByText("Sin leer")).toHaveCount(0);
  });

  await test.step("the tab that had the socket is closed: the other goes on from there", async () => {
    await una.close();
    await comentar("Ya salió.");
    await cuenta([otra, movil], 1);
    await expect.poll(sockets.abiertos).toBe(1);
    await otra.goto("/avisos");
    await otra.getByRole("button", { name: "Marcar todo como leído" }).click();
    await cuenta([otra, movil], 0);
  });
  quedo(persona);
});

test("offline, then all there, in order; and where no socket opens it comes over HTTP", async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const { persona, sockets, comentar } = await conReclamo(browser);
  const { pagina } = persona;
  const avisos = pagina.getByRole("main").getByRole("listitem");
  await pagina.setViewportSize(ESCRITORIO);
  await pagina.goto("/avisos");
  await expect.poll(sockets.abiertos).toBe(1);
  await comentar("Uno.");
  await cuenta([pagina], 1);

  await test.step("it says so quietly, and afterwards has everything", async () => {
    await pagina.context().setOffline(true);
    await sockets.cerrar();
    for (const texto of ["Dos.", "Tres."]) await comentar(texto);
    await expect(pagina.locator(".sin-linea")).toBeVisible({ timeout: 20_000 });
    sockets.abrir();
    await pagina.context().setOffline(false);
    await cuenta([pagina], 3);
    await expect(pagina.locator(".sin-linea")).toHaveCount(0);
    await expect(avisos).toHaveCount(3);
  });

  await test.step("a proxy that lets no socket through", async () => {
    await sockets.cerrar();
    await comentar("Cuatro.");
    await expect.poll(() => noLeidos(pagina), { timeout: 40_000 }).toBe(4);
    await expect(avisos).toHaveCount(4);
    await expect(pagina.locator(".sin-linea")).toHaveCount(0);
    expect(sockets.abiertos()).toBe(0);
  });
  quedo(persona);
});

test("a new password keeps this browser's tabs; who signs in in another tab takes them over, and gets nothing of the first", async ({
  browser,
}) => {
  test.setTimeout(60_000);
  const { persona, sockets, comentar } = await conReclamo(browser);
  const { pagina } = persona;
  await pagina.goto("/mis-reclamos");
  await expect.poll(sockets.abiertos).toBe(1);
  const { request } = pagina.context();
  const headers = { Origin: new URL(pagina.url()).origin };
  const mandar = async (
    ruta: string,
    cuerpo: { data: object } | { form: Record<string, string> },
  ) => expect((await request.post(ruta, { ...cuerpo, headers })).ok()).toBe(true);

  await test.step("the socket that its old session had is closed, and another opens by itself", async () => {
    const nueva = "Otra-luminaria-2027";
    const cerrado = pagina.waitForEvent("websocket");
    await mandar("/api/auth/password", { data: { actual: CONTRASENA, nueva } });
    await cerrado;
    await expect(pagina).toHaveURL(/mis-reclamos/);
    await comentar("Mañana pasa la cuadrilla.");
    await expect(toast(pagina)).toHaveCount(1);
    await cuenta([pagina], 1);
  });

  await test.step("another person signs in: at its next connection the tab is theirs", async () => {
    const email = `${crypto.randomUUID()}@correo.example`;
    const data = { email, password: CONTRASENA, nombre: "Otilia", apellido: "Nueva" };
    await mandar("/api/auth/register", { data });
    await mandar("/api/auth/login", { form: { username: email, password: CONTRASENA } });
    await comentar("Ya salió.");
    await cuenta([pagina], 2);
    await sockets.cerrar();
    sockets.abrir();
    await cuenta([pagina], 0);
    await expect.poll(sockets.abiertos).toBe(1);
    expect(await pagina.evaluate(() => localStorage.getItem("baldosa.yo"))).toContain("Otilia");
  });
  quedo(persona);
});
