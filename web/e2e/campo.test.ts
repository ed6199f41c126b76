import type { Paso, Reclamo } from "../../contract/esquemas/reclamos.ts";
import { esperarAccesible, sigueAccesible } from "./soporte/accesible.ts";
import {
  archivoFoto,
  escuchar,
  ingresar,
  type Persona,
  programaDe,
  sentarse,
  TELEFONO,
} from "./soporte/gente.ts";
import { type APIRequestContext, expect, type Page, test } from "./soporte/prueba.ts";

/** A crew in the street: what it does without signal is kept, sent in order, and explained when it cannot be. */
test.use({ serviceWorkers: "allow" });

const SUYA = 1;
const OTRA = 2;
const SOLUCION = "Se cambió la lámpara y se probó el encendido a la tarde.";
const MOTIVO = "Hace falta el camión con hidroelevador.";

let supervision: APIRequestContext;
let cuadrilla: Persona;
let pagina: Page;

test.beforeEach(async ({ browser }) => {
  test.setTimeout(120_000);
  supervision = await programaDe("supervisora");
  cuadrilla = await sentarse(browser, { pantalla: TELEFONO });
  ({ pagina } = cuadrilla);
  await ingresar(cuadrilla, "cuadrilla");
});
test.afterEach(async () => {
  expect(cuadrilla.fallas).toEqual([]);
  await pagina.context().close();
  await supervision.dispose();
});

async function pedir<T>(ruta: string, data?: object): Promise<T> {
  const r = data ? await supervision.post(ruta, { data }) : await supervision.get(ruta);
  expect(r.ok(), `${ruta}: ${await r.text()}`).toBe(true);
  return (await r.json()) as T;
}

/** Work for the crew, as the desk gives it out. */
async function asignado(titulo: string, cuadrilla_id = SUYA): Promise<Reclamo> {
  const nuevo = await pedir<Reclamo>("/api/reclamos", {
    titulo,
    descripcion: "Lo cargó mesa de entradas para esta prueba.",
    categoria_id: 1,
    direccion: "Mitre 450",
  });
  const { id, version } = nuevo;
  return pedir<Reclamo>(`/api/reclamos/${id}/asignar`, { cuadrilla_id, version });
}
const ver = (r: Reclamo) => pedir<Reclamo>(`/api/reclamos/${r.id}`);
const pasos = async (r: Reclamo) =>
  (await pedir<{ items: Paso[] }>(`/api/reclamos/${r.id}/historial`)).items;

const tarjeta = (titulo: string) =>
  pagina.getByRole("listitem").filter({ has: pagina.getByRole("link", { name: titulo }) });
const apretar = (titulo: string, boton: string) =>
  tarjeta(titulo).getByRole("button", { name: boton, exact: true }).click();
const cortar = () => pagina.context().setOffline(true);
const volver = () => pagina.context().setOffline(false);

async function terminar(titulo: string): Promise<void> {
  await apretar(titulo, "Listo");
  const ventana = pagina.getByRole("dialog");
  await ventana.getByLabel("Elegir de la galería").setInputFiles(archivoFoto("despues"));
  await expect(ventana.getByAltText("Foto 1")).toBeVisible();
  await ventana.getByLabel("¿Qué se hizo?").fill(SOLUCION);
  await ventana.getByRole("button", { name: "Listo" }).click();
  await expect(ventana).toBeHidden();
}

/** The page and all that it needs are kept on the phone. */
async function abrirCampo(): Promise<void> {
  await pagina.goto("/campo");
  await expect(pagina.getByRole("heading", { name: "Trabajo de hoy" }).first()).toBeVisible();
  await pagina.evaluate(async () => void (await navigator.serviceWorker.ready));
  await pagina.reload();
}

test("five jobs without signal, one given to another crew meanwhile: four arrive in order, one is explained", async () => {
  const marca = Date.now().toString(36);
  const nombres = [1, 2, 3, 4, 5].map((n) => `Farol ${n} ${marca}`);
  const trabajos: Reclamo[] = [];
  for (const n of nombres) trabajos.push(await asignado(n));
  const [uno, dos, tres, cuatro, cinco] = nombres as [string, string, string, string, string];
  const quinto = trabajos[4] as Reclamo;

  await test.step("with signal the day is seen, and one job whole", async () => {
    await abrirCampo();
    for (const n of nombres) await expect(tarjeta(n)).toBeVisible();
    await pagina.getByRole("link", { name: cinco }).click();
    await expect(pagina.getByText("Lo cargó mesa de entradas")).toBeVisible();
    await pagina.goBack();
  });

  await test.step("without it, everything is done here", async () => {
    await cortar();
    await apretar(uno, "Empezar");
    await expect(tarjeta(uno).getByText("En proceso", { exact: true })).toBeVisible();
    await expect(tarjeta(uno).getByText("Guardado acá, falta enviar")).toBeVisible();
    await terminar(uno);
    for (const n of [dos, tres]) await apretar(n, "Empezar");
    await apretar(cuatro, "No puedo");
    const ventana = pagina.getByRole("dialog");
    await ventana.getByRole("button", { name: "Enviar" }).click();
    await expect(ventana.getByText("Escribí al menos 10 caracteres.")).toBeVisible();
    await ventana.getByLabel("Motivo").fill(MOTIVO);
    await ventana.getByRole("button", { name: "Enviar" }).click();
    await apretar(cinco, "Empezar");
    await terminar(cinco);
    await expect(pagina.getByText("7 cosas por enviar.")).toBeVisible();
  });

  await test.step("the application closed and opened again has it all", async () => {
    await pagina.reload();
    await expect(pagina.getByText(/Sin señal\. Esto es de/)).toBeVisible();
    await expect(pagina.getByText("7 cosas por enviar.")).toBeVisible();
    await expect(tarjeta(uno).getByText(SOLUCION)).toBeVisible();
    await expect(tarjeta(uno).getByAltText("Foto 1")).toBeVisible();
    await esperarAccesible(pagina);
    await pagina.setViewportSize(TELEFONO);
    await pagina.goto(`/campo/${quinto.id}`);
    await expect(pagina.getByRole("heading", { name: cinco })).toBeVisible();
    await expect(pagina.getByText("Lo cargó mesa de entradas")).toBeVisible();
    await sigueAccesible(pagina);
    await pagina.goto("/campo");
    await expect(tarjeta(uno)).toBeVisible();
    expect((await ver(trabajos[0] as Reclamo)).estado).toBe("asignado");
  });

  await test.step("meanwhile the desk gives the fifth to others", async () => {
    const { version } = await ver(quinto);
    await pedir(`/api/reclamos/${quinto.id}/asignar`, {
      cuadrilla_id: OTRA,
      motivo: "Queda más cerca de la otra cuadrilla.",
      version,
    });
  });

  await test.step("with signal, four arrive in the order in which they were done", async () => {
    await volver();
    await expect(pagina.getByRole("heading", { name: "Para revisar" })).toBeVisible({
      timeout: 30_000,
    });
    const estados = async () =>
      Promise.all(trabajos.slice(0, 4).map(async (r) => (await ver(r)).estado));
    await expect.poll(estados).toEqual(["resuelto", "en_proceso", "en_proceso", "nuevo"]);
    const suyos: Paso[] = [];
    for (const r of trabajos)
      suyos.push(...(await pasos(r)).filter((p) => p.quien === "cuadrilla"));
    expect(suyos.map((p) => p.tipo)).toEqual([
      "iniciado",
      "resuelto",
      "iniciado",
      "iniciado",
      "devuelto",
    ]);
    expect(suyos.map((p) => p.id)).toEqual(suyos.map((p) => p.id).sort((a, b) => a - b));
    const fotos = (await ver(trabajos[0] as Reclamo)).fotos.filter((f) => f.momento === "despues");
    expect(fotos).toHaveLength(1);
    await expect(tarjeta(uno)).toBeHidden();
    await expect(tarjeta(cuatro)).toBeHidden();
  });

  await test.step("and the fifth is told with both versions, nothing lost", async () => {
    const suya = tarjeta(cinco);
    await expect(suya.getByText("Cambió mientras trabajabas")).toBeVisible();
    await expect(suya.getByText(SOLUCION)).toBeVisible();
    await expect(suya.getByAltText("Foto 1")).toBeVisible();
    await expect(suya.getByText(/^Se lo (re)?asignamos a /)).toBeVisible();
    await expect(suya.getByText(/Ya no es de tu cuadrilla/)).toBeVisible();
    await expect(suya.getByRole("button", { name: "Enviar lo mío igual" })).toBeHidden();
    await esperarAccesible(pagina);
    await pagina.setViewportSize(TELEFONO);
    await suya.getByRole("button", { name: "Descartar lo mío" }).click();
    await suya.getByRole("button", { name: "No, conservar" }).click();
    await expect(suya.getByText(SOLUCION)).toBeVisible();
    await suya.getByRole("button", { name: "Descartar lo mío" }).click();
    await suya.getByRole("button", { name: "Sí, descartar" }).click();
    await expect(suya).toBeHidden();
    await expect(pagina.getByText(/por enviar\./)).toBeHidden();
  });
});

test("changed meanwhile but still theirs: it is sent again on top of how it stands", async () => {
  const titulo = `Columna floja ${Date.now().toString(36)}`;
  const r = await asignado(titulo);
  await abrirCampo();
  await expect(tarjeta(titulo)).toBeVisible();
  await cortar();
  await apretar(titulo, "Empezar");
  await terminar(titulo);
  await pedir(`/api/reclamos/${r.id}/priorizar`, { prioridad: "urgente", version: r.version });
  await volver();
  const suya = tarjeta(titulo);
  await expect(suya.getByText("Todavía se puede enviar lo tuyo")).toBeVisible({ timeout: 30_000 });
  await suya.getByRole("button", { name: "Enviar lo mío igual" }).click();
  await expect(suya).toBeHidden();
  const ahora = await ver(r);
  expect([ahora.estado, ahora.prioridad, ahora.version]).toEqual([
    "resuelto",
    "urgente",
    r.version + 3,
  ]);
  expect(ahora.fotos.filter((f) => f.momento === "despues")).toHaveLength(1);
});

test("what was being written is there after the tab was closed", async () => {
  const titulo = `Tablero abierto ${Date.now().toString(36)}`;
  await asignado(titulo);
  await pagina.goto("/campo");
  await apretar(titulo, "No puedo");
  await pagina.getByRole("dialog").getByLabel("Motivo").fill(MOTIVO);
  await pagina.waitForTimeout(800);
  await pagina.goto("/campo");
  await apretar(titulo, "No puedo");
  const ventana = pagina.getByRole("dialog");
  await expect(ventana.getByLabel("Motivo")).toHaveValue(MOTIVO);
  await sigueAccesible(pagina);
  await ventana.getByRole("button", { name: "Enviar" }).click();
  await expect(tarjeta(titulo)).toBeHidden();
});

test("the aviso of a job that another crew has now leads to a page that says so", async () => {
  const titulo = `Farol ajeno ${Date.now().toString(36)}`;
  const r = await asignado(titulo);
  await pagina.goto(`/campo/${r.id}`);
  await expect(pagina.getByText("Lo cargó mesa de entradas")).toBeVisible();
  await escuchar(cuadrilla);
  await pedir(`/api/reclamos/${r.id}/asignar`, {
    cuadrilla_id: OTRA,
    motivo: "Queda más cerca de la otra cuadrilla.",
    version: r.version,
  });
  // What was on the screen stays there, with what was being written, and is not blamed on the signal.
  await expect(pagina.getByText(/no es de tu cuadrilla/)).toBeVisible();
  await expect(pagina.getByText(/Sin señal/)).toHaveCount(0);
  await expect(pagina.getByRole("heading", { name: titulo })).toBeVisible();

  await pagina.goto("/avisos");
  // The newest first: the other is of when it was given to them.
  await pagina
    .getByRole("link", { name: `El reclamo #${r.numero} ya tiene` })
    .first()
    .click();
  await expect(pagina.getByRole("heading", { level: 1 })).toHaveText(/no es de tu cuadrilla/);
  await expect(pagina.getByRole("heading", { name: titulo })).toHaveCount(0);
  await sigueAccesible(pagina);
  await pagina.getByRole("main").getByRole("link", { name: "Volver a la lista" }).last().click();
  await expect(pagina).toHaveURL(/\/campo$/);
});
