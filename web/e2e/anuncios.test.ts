import type { Anuncio } from "../../contract/esquemas/avisos.ts";
import { firmar } from "../../worker/domain/correos/firma.ts";
import { esperarAccesible, sigueAccesible } from "./soporte/accesible.ts";
import { escuchar, ingresar, programaDe, sentarse, TELEFONO } from "./soporte/gente.ts";
import { expect, test } from "./soporte/prueba.ts";

/** What the city tells many, and how somebody stops hearing of it by mail. */

/** As soporte/servidor.ts sets it. */
const SECRETO = "a-secret-only-for-browser-tests-0123456789";

test("an announcement reaches everyone but its author, stands on the front page, and ends", async ({
  browser,
}) => {
  const admin = await sentarse(browser);
  const vecina = await sentarse(browser, { pantalla: TELEFONO });
  const cuadrilla = await sentarse(browser, { pantalla: TELEFONO });
  const cualquiera = await sentarse(browser);
  const titulo = `Corte de agua ${Date.now().toString(36)}`;
  const enLista = (quien: typeof admin) => quien.pagina.getByText(titulo, { exact: true }).first();

  await ingresar(vecina, "vecina");
  await vecina.pagina.goto("/avisos");
  await ingresar(cuadrilla, "cuadrilla");
  await cuadrilla.pagina.goto("/campo");
  await escuchar(cuadrilla);
  await ingresar(admin, "admin");
  await admin.pagina.goto("/gestion/ciudad/anuncios");
  await admin.pagina.getByRole("button", { name: "Nuevo anuncio" }).click();
  const ventana = admin.pagina.getByRole("dialog");
  await ventana.getByRole("button", { name: "Publicar" }).click();
  await expect(ventana.getByText("Escribí al menos 3 caracteres.")).toBeVisible();
  await sigueAccesible(admin.pagina);
  await ventana.getByLabel("Título").fill(titulo);
  await ventana.getByLabel("Qué querés contar").fill("El martes de 8 a 12, en todo el barrio.");
  await ventana.getByRole("button", { name: "Publicar" }).click();
  await expect(ventana).toBeHidden();

  // Live, on a page that was open: it says so, and leads there; and for who comes later.
  await cuadrilla.pagina.locator(".toast").filter({ hasText: titulo }).getByRole("link").click();
  await expect(cuadrilla.pagina).toHaveURL(/\/avisos$/);
  await expect(enLista(cuadrilla)).toBeVisible();
  await expect(enLista(vecina)).toBeVisible({ timeout: 15_000 });
  await cualquiera.pagina.goto("/");
  await expect(cualquiera.pagina.getByRole("heading", { name: titulo })).toBeVisible();

  const suyo = admin.pagina.getByRole("listitem").filter({ hasText: titulo });
  await admin.pagina.reload();
  await expect(suyo.getByText(/^Le llegó a \d+ de \d+/)).toBeVisible();
  await esperarAccesible(admin.pagina);
  const programa = await programaDe("admin");
  const { items } = (await (await programa.get("/api/anuncios")).json()) as { items: Anuncio[] };
  const anuncio = items.find((a) => a.titulo === titulo);
  expect(anuncio?.entregados).toBe(anuncio?.destinatarios);
  const suyos = await (await programa.get("/api/avisos?limite=100")).text();
  expect(suyos).not.toContain(titulo);

  await admin.pagina.goto("/gestion/ciudad/anuncios");
  await suyo.getByRole("button", { name: `Terminar «${titulo}»` }).click();
  await admin.pagina.getByRole("button", { name: "Sí, terminarlo" }).click();
  await expect(suyo.getByText("Terminado", { exact: true })).toBeVisible();
  await cualquiera.pagina.goto("/?otra");
  await expect(cualquiera.pagina.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(cualquiera.pagina.getByRole("heading", { name: titulo })).toBeHidden();
  for (const quien of [admin, vecina, cuadrilla, cualquiera]) expect(quien.fallas).toEqual([]);
});

test("a mail's own link turns its kind off, signed out, and on again", async ({ browser }) => {
  const ella = await programaDe("vecina");
  const { persona_id } = (await (await ella.get("/api/auth/me")).json()) as { persona_id: number };
  const texto = `${persona_id.toString(36)}.iniciado`;
  const enlace = `/baja/${texto}.${await firmar(SECRETO, "baja", texto)}`;
  const activa = async () => {
    const r = await (await ella.get("/api/avisos/preferencias")).json();
    return (r as { items: { tipo: string; canal: string; activa: boolean }[] }).items.find(
      (p) => p.tipo === "iniciado" && p.canal === "correo",
    )?.activa;
  };
  const { pagina, fallas } = await sentarse(browser, { pantalla: TELEFONO });
  await pagina.goto(enlace);
  await esperarAccesible(pagina);
  expect(await activa()).toBe(true);
  await pagina.getByRole("button", { name: "Sí, dejar de recibirlos" }).click();
  await expect(pagina.getByText("no te mandamos más correos de esto")).toBeVisible();
  expect(await activa()).toBe(false);
  await pagina.getByRole("button", { name: "Me arrepentí" }).click();
  await expect(pagina.getByText("te los vamos a mandar")).toBeVisible();
  expect(await activa()).toBe(true);
  expect(fallas).toEqual([]);
});

/** A day and an hour of a browser's field, so many hours from now, in Buenos Aires. */
const enHoras = (n: number) =>
  new Date(Date.now() + (n - 3) * 3_600_000).toISOString().slice(0, "2026-11-27T18:00".length);

test("one that has not gone out is edited, by two admins at once; of one that is out only the end", async ({
  browser,
}) => {
  const admin = await sentarse(browser);
  const vecina = await sentarse(browser, { pantalla: TELEFONO });
  const otra = await programaDe("admin");
  const titulo = `Desvío ${Date.now().toString(36)}`;
  const [manana, pasado, enTres] = [24, 48, 72].map(enHoras) as [string, string, string];
  const { pagina } = admin;
  const ventana = pagina.getByRole("dialog");
  const fila = pagina.getByRole("listitem").filter({ hasText: titulo });
  const suyo = async () => {
    const { items } = (await (await otra.get("/api/anuncios")).json()) as { items: Anuncio[] };
    const anuncio = items.find((a) => a.titulo === titulo);
    if (!anuncio) throw new Error("no such announcement");
    return anuncio;
  };
  /** What another admin saves meanwhile, elsewhere. */
  const otraGuarda = async (mas: object) => {
    const { texto, vence_en, publicar_en, publico, id, version } = await suyo();
    const data = { titulo, texto, vence_en, publicar_en, publico, version, ...mas };
    expect((await otra.put(`/api/anuncios/${id}`, { data })).status()).toBe(200);
  };

  await ingresar(vecina, "vecina");
  await ingresar(admin, "admin");
  await pagina.goto("/gestion/ciudad/anuncios");
  await pagina.getByRole("button", { name: "Nuevo anuncio" }).click();
  await ventana.getByLabel("Título").fill(titulo);
  await ventana.getByLabel("Qué querés contar").fill("El colectivo 3 va por Mitre.");
  await ventana.getByLabel("Cuándo sale").fill(manana);
  await ventana.getByRole("button", { name: "Programar" }).click();
  await expect(ventana).toBeHidden();
  await expect(fila.getByText(/^Sale .* de 20\d\d/)).toBeVisible();

  // Somebody else changes the same one: it is told, and what was typed stays.
  await fila.getByRole("button", { name: `Editar «${titulo}»` }).click();
  await expect(ventana.getByLabel("Cuándo sale")).toHaveValue(manana);
  await ventana.getByLabel("Qué querés contar").fill("El colectivo 3 va por San Martín.");
  await otraGuarda({ vence_en: `${pasado}:00-03:00` });
  await ventana.getByRole("button", { name: "Guardar los cambios" }).click();
  await expect(ventana.getByRole("alert")).toContainText("Hasta cuándo");
  await expect(ventana.getByRole("alert")).toBeInViewport();
  await expect(ventana.getByLabel("Qué querés contar")).toHaveValue(
    "El colectivo 3 va por San Martín.",
  );
  await expect(ventana.getByLabel("Hasta cuándo")).toHaveValue(pasado);
  await sigueAccesible(pagina);
  await ventana.getByRole("button", { name: "Guardar los cambios" }).click();
  await expect(ventana).toBeHidden();
  await expect(fila.getByText("El colectivo 3 va por San Martín.")).toBeVisible();

  // It goes out while its form is open: refused whole, said why, nothing typed lost.
  await fila.getByRole("button", { name: `Editar «${titulo}»` }).click();
  await ventana.getByLabel("Qué querés contar").fill("El colectivo 3 va por Belgrano.");
  await otraGuarda({ publicar_en: null });
  await ventana.getByRole("button", { name: "Guardar los cambios" }).click();
  await expect(ventana.getByText("ya empezó a salir")).toBeInViewport();
  await expect(ventana.getByLabel("Qué querés contar")).toHaveValue(
    "El colectivo 3 va por Belgrano.",
  );
  await ventana.getByRole("button", { name: "Cancelar" }).click();
  await ventana.getByRole("button", { name: "Descartar" }).click();
  await vecina.pagina.goto("/avisos");
  await expect(vecina.pagina.getByText(titulo, { exact: true }).first()).toBeVisible();
  await expect(vecina.pagina.getByText("El colectivo 3 va por San Martín.")).toBeVisible();

  // Out: its end alone.
  await fila.getByRole("button", { name: `Cambiar el final de «${titulo}»` }).click();
  await expect(ventana.getByText("lo que dice no se puede corregir")).toBeVisible();
  await expect(ventana.getByLabel("Qué querés contar")).toHaveCount(0);
  await ventana.getByLabel("Hasta cuándo").fill(enHoras(-1));
  await ventana.getByRole("button", { name: "Guardar los cambios" }).click();
  await expect(ventana.getByText("Tiene que ser más tarde que ahora.")).toBeVisible();
  await sigueAccesible(pagina);
  await ventana.getByLabel("Hasta cuándo").fill(enTres);
  await ventana.getByRole("button", { name: "Guardar los cambios" }).click();
  await expect(ventana).toBeHidden();
  expect((await suyo()).vence_en).toBe(
    new Date(`${enTres}:00-03:00`).toISOString().replace(".000", ""),
  );
  for (const quien of [admin, vecina]) expect(quien.fallas).toEqual([]);
});
