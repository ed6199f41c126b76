import type { Reclamo } from "../../contract/esquemas/reclamos.ts";
import { esperarAccesible, sigueAccesible } from "./soporte/accesible.ts";
import { direccionNueva, ingresar, type Persona, programaDe, sentarse } from "./soporte/gente.ts";
import { type APIRequestContext, expect, type Page, request, test } from "./soporte/prueba.ts";

/** What is one's own: the list, the avisos and which of them to get, the profile. */

const CONTRASENA = "Luminaria-2026";
const NUEVA = "Luminaria-2027";
const unica = () => `nora.${crypto.randomUUID().slice(0, 8)}@correo.example`;

/** Somebody new, signed in on their page, and their program. */
async function nueva(persona: Persona): Promise<{ email: string; suyo: APIRequestContext }> {
  const email = unica();
  const suyo = await request.newContext({
    baseURL: process.env.BASE_URL ?? "",
    extraHTTPHeaders: { "CF-Connecting-IP": direccionNueva() },
  });
  const data = { email, password: CONTRASENA, nombre: "Nora", apellido: "Luna" };
  expect((await suyo.post("/api/auth/register", { data })).status()).toBe(201);
  await persona.pagina.goto("/ingresar");
  await entrar(persona.pagina, email, CONTRASENA);
  const form = { username: email, password: CONTRASENA };
  expect((await suyo.post("/api/auth/login", { form })).status()).toBe(200);
  return { email, suyo };
}

const entrar = (pagina: Page, username: string, password: string): Promise<number> =>
  pagina.evaluate(
    async ([u, p]) => {
      const body = new URLSearchParams({ username: u ?? "", password: p ?? "" });
      return (await fetch("/api/auth/login", { method: "POST", body })).status;
    },
    [username, password],
  );

async function reportar(suyo: APIRequestContext): Promise<Reclamo> {
  const r = await suyo.post("/api/reclamos", {
    data: {
      titulo: "Árbol caído en la vereda",
      descripcion: "Tapa toda la vereda desde la tormenta de anoche.",
      categoria_id: 4,
      direccion: "Belgrano 480",
    },
  });
  expect(r.status()).toBe(201);
  return (await r.json()) as Reclamo;
}

test("her reclamos, open and closed, those she follows too", async ({ browser }) => {
  const persona = await sentarse(browser);
  const { pagina } = persona;
  await ingresar(persona, "vecina");
  await pagina.goto("/mis-reclamos");
  const renglones = pagina.getByRole("main").getByRole("listitem");
  await expect(renglones.first()).toBeVisible();
  await expect(pagina.getByText("lo seguís").first()).toBeVisible();
  await esperarAccesible(pagina);
  await pagina.getByRole("link", { name: "Cerrados" }).click();
  await expect(pagina).toHaveURL(/ver=cerrados/);
  await expect(renglones.first()).toBeVisible();
  for (const renglon of await renglones.all())
    await expect(renglon.getByText(/^(Resuelto|Rechazado)$/)).toBeVisible();
  await pagina.getByRole("link", { name: "Abiertos" }).click();
  await expect(pagina).toHaveURL(/ver=abiertos/);
  await expect(renglones.first()).toBeVisible();
  for (const renglon of await renglones.all())
    await expect(renglon.getByText(/^(Nuevo|Asignado|En proceso)$/)).toBeVisible();
  expect(persona.fallas).toEqual([]);
});

test("what she turns off does not come any more, on the site or by e-mail; the rest does", async ({
  browser,
}) => {
  const persona = await sentarse(browser);
  const { pagina } = persona;
  const { email, suyo } = await nueva(persona);
  await pagina.goto("/avisos");
  await expect(pagina.getByRole("heading", { name: "No hay avisos" })).toBeVisible();
  await sigueAccesible(pagina);
  await pagina.getByRole("link", { name: "Elegir qué recibir" }).click();
  for (const canal of ["en el sitio", "por correo"]) {
    const llave = pagina.getByRole("checkbox", { name: `Ya tiene cuadrilla, ${canal}` });
    await expect(llave).toBeChecked();
    await llave.click();
    await expect(llave).not.toBeChecked();
    await expect(pagina.getByText("Guardado", { exact: true })).toBeVisible();
  }
  await expect(pagina.getByRole("checkbox", { name: /Seguridad/ })).toBeDisabled();
  await esperarAccesible(pagina);

  const jefa = await programaDe("supervisora");
  const admin = await programaDe("admin");
  const r = await reportar(suyo);
  const hacer = async (accion: string, data: object) => {
    const hecho = await jefa.post(`/api/reclamos/${r.id}/${accion}`, { data });
    expect(hecho.status()).toBe(200);
    return ((await hecho.json()) as Reclamo).version;
  };
  const version = await hacer("asignar", { cuadrilla_id: 1, version: r.version });
  await hacer("iniciar", { version });
  const aElla = async () => {
    const log = await (await admin.get(`/api/correos?reclamo_id=${r.id}&limite=100`)).json();
    return (log as { items: { para: string; plantilla: string }[] }).items
      .filter((c) => c.para === email)
      .map((c) => c.plantilla)
      .sort();
  };
  await expect.poll(aElla, { timeout: 20_000 }).toEqual(["creado", "iniciado"]);
  const { items } = (await (await suyo.get("/api/avisos")).json()) as {
    items: { data: { evento: string } }[];
  };
  expect(items.map((a) => a.data.evento)).toEqual(["iniciado"]);

  // Twenty more, so that there is an earlier page.
  for (let i = 0; i < 20; i++) await hacer("comentar", { texto: `Novedad número ${i}.` });
  await pagina.goto("/avisos");
  const avisos = pagina.getByRole("main").getByRole("listitem");
  await expect(avisos).toHaveCount(20);
  await expect(pagina.getByRole("heading", { name: "Hoy" })).toBeVisible();
  await pagina.getByRole("button", { name: "Ver anteriores" }).click();
  await expect(avisos).toHaveCount(21);
  await sigueAccesible(pagina);
  await pagina.getByRole("button", { name: "Marcar todo como leído" }).click();
  await expect(pagina.getByText("Sin leer")).toHaveCount(0);
  await avisos.last().getByRole("link").click();
  await expect(pagina).toHaveURL(new RegExp(`/r/(${r.id}|${r.codigo})$`));
  for (const x of [jefa, admin, suyo]) await x.dispose();
  expect(persona.fallas).toEqual([]);
});

test("her name, and her password: the old one opens nothing any more", async ({ browser }) => {
  const persona = await sentarse(browser);
  const { pagina } = persona;
  const { email, suyo } = await nueva(persona);
  await pagina.goto("/perfil");
  await pagina.getByLabel("Nombre").fill("Norita");
  await pagina.getByLabel(/^Teléfono/).fill("llamame");
  await pagina.getByRole("button", { name: "Guardar" }).click();
  await expect(pagina.getByLabel(/^Teléfono/)).toBeFocused();
  await pagina.getByLabel(/^Teléfono/).fill("3329 42-4242");
  await pagina.getByRole("button", { name: "Guardar" }).click();
  await expect(pagina.getByText("Guardamos tus datos.")).toBeVisible();
  await expect(pagina.getByRole("button", { name: "Norita" }).first()).toBeVisible();
  await esperarAccesible(pagina);

  const actual = pagina.getByLabel("Tu contraseña de ahora");
  await actual.fill("no es esta");
  await pagina.getByLabel("La nueva").fill(NUEVA);
  await pagina.getByRole("button", { name: "Cambiar la contraseña" }).click();
  await expect(pagina.getByText("No es tu contraseña de ahora.")).toBeVisible();
  await expect(actual).toBeFocused();
  await sigueAccesible(pagina);
  await actual.fill(CONTRASENA);
  await pagina.getByRole("button", { name: "Cambiar la contraseña" }).click();
  await expect(pagina.getByText(/Cambiamos tu contraseña/)).toBeVisible();

  // Still signed in here, nowhere else.
  await pagina.goto("/mis-reclamos?ver=abiertos");
  await expect(pagina.getByRole("heading", { name: "No tenés reclamos abiertos" })).toBeVisible();
  await sigueAccesible(pagina);
  await suyo.dispose();
  expect(await entrar(pagina, email, CONTRASENA)).toBe(401);
  expect(await entrar(pagina, email, NUEVA)).toBe(200);
  expect(persona.fallas).toEqual([]);
});
