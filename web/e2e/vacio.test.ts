import { prepararVacia } from "../../scripts/comun/local.mjs";
import { esperarAccesible, sigueAccesible } from "./soporte/accesible.ts";
import { enlaceDe } from "./soporte/buzon.ts";
import { direccionNueva, sentarse } from "./soporte/gente.ts";
import { expect, request, test } from "./soporte/prueba.ts";
import { levantarCon, type Servidor } from "./soporte/servidor.ts";

/** From nothing to the first reclamo, on a server of its own with nothing in it. */

const CONTRASENA = "Primera-Piedra-2026";
const ADMIN = { nombre: "Alma", apellido: "Prado", email: "alma@sanroque.example" };
const OTRA = { nombre: "Beto", apellido: "Luna", email: "beto@sanroque.example" };
const CIUDAD = "San Roque";

let servidor: Servidor;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  servidor = await levantarCon(prepararVacia);
});
test.afterAll(() => servidor?.cerrar());

/** The API of this server, as a program of this person's. */
async function programa(email: string) {
  const extraHTTPHeaders = { "CF-Connecting-IP": direccionNueva() };
  const puerta = await request.newContext({ baseURL: servidor.url, extraHTTPHeaders });
  const r = await puerta.post("/api/auth/login", {
    form: { username: email, password: CONTRASENA },
  });
  const { access_token } = (await r.json()) as { access_token: string };
  await puerta.dispose();
  return request.newContext({
    baseURL: servidor.url,
    extraHTTPHeaders: { ...extraHTTPHeaders, Authorization: `Bearer ${access_token}` },
  });
}

test("an empty install is set up, step by step, to its first reclamo", async ({ browser }) => {
  test.setTimeout(120_000);
  const { pagina, fallas } = await sentarse(browser);
  const ir = (ruta: string) => pagina.goto(`${servidor.url}${ruta}`);
  const van = (n: number) => expect(pagina.getByText(`${n} de 6 hechos`)).toBeVisible();
  const empezar = async (n: number) => {
    await ir("/gestion/ciudad/empezar");
    await van(n);
  };

  await test.step("a stranger is told that there is no city yet", async () => {
    await ir("/");
    await expect(pagina.getByText("Esta ciudad todavía no está configurada")).toBeVisible();
    await sigueAccesible(pagina);
    await pagina.getByRole("link", { name: "Si la administrás, empezá por acá" }).click();
    await expect(pagina).toHaveURL(/\/ingresar\?volver=/);
    await pagina.getByRole("link", { name: "Creá una" }).click();
  });

  await test.step("the first account runs it", async () => {
    // The door says so when it is opened whole; from another page it is the same door.
    await pagina.reload();
    await expect(pagina.getByText("La primera cuenta que se cree la administra")).toBeVisible();
    await pagina.getByLabel("Nombre").fill(ADMIN.nombre);
    await pagina.getByLabel("Apellido").fill(ADMIN.apellido);
    await pagina.getByLabel("Correo electrónico").fill(ADMIN.email);
    await pagina.getByLabel("Contraseña").fill(CONTRASENA);
    await pagina.getByRole("button", { name: "Crear la cuenta" }).click();
    await expect(pagina.getByRole("heading", { name: "Primeros pasos" })).toBeVisible();
    await van(0);
    await esperarAccesible(pagina);
  });

  await test.step("its name and its boundary", async () => {
    await pagina.getByRole("link", { name: "Poner el nombre" }).click();
    const guardar = pagina.getByRole("button", { name: "Guardar el municipio" });
    await guardar.click();
    await expect(pagina.getByText("Falta el límite")).toBeVisible();
    await pagina.getByLabel("Nombre", { exact: true }).fill(CIUDAD);
    await pagina.getByLabel("O pegá el GeoJSON acá").fill('{"type":"Point","coordinates":[1,2]}');
    await expect(pagina.getByText("Ahí no hay ningún polígono")).toBeVisible();
    await pagina.getByText("No tengo un archivo").click();
    await pagina.getByLabel("Latitud", { exact: true }).fill("-31,4");
    await pagina.getByLabel("Longitud", { exact: true }).fill("-64,2");
    await pagina.getByLabel("Radio en km").fill("4");
    await pagina.getByRole("button", { name: "Usar el círculo" }).click();
    await expect(pagina.getByRole("img", { name: /8 km de ancho por 8 km de alto/ })).toBeVisible();
    await sigueAccesible(pagina);
    await guardar.click();
    await expect(pagina.getByText("Guardado. Ya se ve en todas las páginas.")).toBeVisible();
    await expect(pagina.getByText("Esta ciudad todavía no está configurada")).toBeHidden();
    await expect(pagina.getByRole("link", { name: CIUDAD }).first()).toBeVisible();
    await empezar(2);
    await expect(pagina).toHaveTitle(new RegExp(CIUDAD));
  });

  await test.step("the usual categorías, in one click", async () => {
    await pagina.getByRole("link", { name: "Elegir categorías" }).click();
    await pagina.getByRole("button", { name: "Traer las ocho de siempre" }).click();
    await expect(pagina.getByText("Se crearon 8 categorías.")).toBeVisible();
    const bacheo = pagina.getByRole("listitem").filter({ hasText: "Bacheo" });
    await expect(bacheo).toContainText("10 días; urgente 3 días");
    await empezar(3);
  });

  await test.step("a cuadrilla", async () => {
    await pagina.getByRole("link", { name: "Crear una cuadrilla" }).click();
    await pagina.getByRole("button", { name: "Nueva cuadrilla" }).click();
    const ventana = pagina.getByRole("dialog");
    await ventana.getByRole("button", { name: "Guardar la cuadrilla" }).click();
    await expect(ventana.getByText("Escribí al menos 2 caracteres.")).toBeVisible();
    await expect(ventana.getByLabel("Nombre")).toBeFocused();
    await ventana.getByLabel("Nombre").fill("Vialidad 1");
    await ventana.getByLabel("Bacheo").check();
    await ventana.getByRole("button", { name: "Guardar la cuadrilla" }).click();
    await expect(ventana).toBeHidden();
    await expect(pagina.getByRole("listitem").filter({ hasText: "Vialidad 1" })).toBeVisible();
    await empezar(4);
  });

  await test.step("somebody else to work with", async () => {
    const puerta = await request.newContext({ baseURL: servidor.url });
    const r = await puerta.post("/api/auth/register", { data: { ...OTRA, password: CONTRASENA } });
    expect(((await r.json()) as { rol: string }).rol).toBe("vecino");
    await pagina.getByRole("link", { name: "Sumar personas" }).click();
    await pagina.getByRole("button", { name: `${OTRA.nombre} ${OTRA.apellido}` }).click();
    const ventana = pagina.getByRole("dialog");
    await ventana.getByLabel("Cuadrilla", { exact: false }).first().check();
    await ventana.getByRole("combobox", { name: "Cuadrilla" }).selectOption("Vialidad 1");
    await ventana.getByRole("button", { name: "Guardar los cambios" }).click();
    await expect(ventana.getByText("Nadie confirmó que esa dirección sea suya.")).toBeVisible();
    const [, token] = (
      await enlaceDe(await programa(ADMIN.email), OTRA.email, "enlace_verificar")
    ).split("#");
    const uso = { token, password: CONTRASENA };
    expect((await puerta.post("/api/auth/enlace/usar", { data: uso })).status()).toBe(200);
    await puerta.dispose();
    await ventana.getByRole("button", { name: "Guardar los cambios" }).click();
    await expect(pagina.getByText(`Listo: ya vale para ${OTRA.nombre}.`)).toBeVisible();
    await empezar(5);
  });

  await test.step("and the first reclamo", async () => {
    const html = await (await pagina.request.get(`${servidor.url}/reportar`)).text();
    expect(html).toContain("Espacios verdes");
    const admin = await programa(ADMIN.email);
    const { items } = (await (await admin.get("/api/categorias")).json()) as {
      items: { id: number; nombre: string }[];
    };
    const r = await admin.post("/api/reclamos", {
      data: {
        titulo: "Pozo en la esquina",
        descripcion: "Un pozo hondo en la esquina de la plaza.",
        categoria_id: items.find((c) => c.nombre === "Bacheo")?.id,
        direccion: "San Martín y Belgrano",
        lat: -31.4,
        lng: -64.2,
      },
    });
    expect(r.status()).toBe(201);
    await admin.dispose();
    await empezar(6);
    await expect(pagina.getByRole("heading", { name: "La ciudad está lista" })).toBeVisible();
    await sigueAccesible(pagina);
    await pagina.getByRole("link", { name: "Ir a la bandeja" }).click();
    await expect(pagina.getByRole("link", { name: "Pozo en la esquina" })).toBeVisible();
  });
  expect(fallas).toEqual([]);
});
