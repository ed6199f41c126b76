import type { ReclamoFila } from "../../contract/esquemas/reclamos.ts";
import { esperarAccesible, sigueAccesible } from "./soporte/accesible.ts";
import {
  archivoFoto,
  type Clave,
  estrenar,
  ingresar,
  type Persona,
  programaDe,
  sentarse,
} from "./soporte/gente.ts";
import { expect, type Page, test } from "./soporte/prueba.ts";

/** Every screen, with its empty, loading and failed states, at two widths and in both colours. */

let persona: Persona;
let pagina: Page;

test.beforeEach(async ({ browser }) => {
  test.setTimeout(240_000);
  persona = await sentarse(browser);
  ({ pagina } = persona);
});
test.afterEach(async () => {
  expect(persona.fallas).toEqual([]);
  await pagina.context().close();
});

const principal = () => pagina.getByRole("main");
const titulo = (nombre: string | RegExp) => pagina.getByRole("heading", { name: nombre }).first();
const ver = async (ruta: string, esperado: string | RegExp): Promise<void> => {
  await pagina.goto(ruta);
  await expect(titulo(esperado)).toBeVisible();
};

const hallados = new Map<string, Promise<ReclamoFila>>();
/** The first reclamo that this person finds with this filter. */
function uno(clave: Clave, consulta: string): Promise<ReclamoFila> {
  const hallado =
    hallados.get(`${clave} ${consulta}`) ??
    programaDe(clave).then(async (programa) => {
      const r = await programa.get(`/api/reclamos?limite=1&${consulta}`);
      const fila = ((await r.json()) as { items: ReclamoFila[] }).items[0];
      await programa.dispose();
      if (!fila) throw new Error(`Nadie cumple ${consulta}`);
      return fila;
    });
  hallados.set(`${clave} ${consulta}`, hallado);
  return hallado;
}

/** The API does not answer until the page is closed. */
const callar = (ruta: string) => pagina.route(ruta, () => {});
const romper = (ruta: string) => pagina.route(ruta, (r) => r.abort());

test.describe("anyone", () => {
  test("inicio", async () => {
    await ver("/", "¿Qué hay que arreglar?");
    await esperarAccesible(pagina);
    await pagina.getByLabel(/código/).fill("no es un código");
    await pagina.getByRole("button", { name: "Seguir" }).click();
    await expect(pagina.getByText("Ese código no es de los nuestros.")).toBeVisible();
    await sigueAccesible(pagina);
  });

  test("ingresar, and its errors", async () => {
    await ver("/ingresar", "Ingresar");
    await esperarAccesible(pagina);
    await principal().getByRole("button", { name: "Ingresar" }).click();
    await expect(pagina.getByLabel("Correo electrónico")).toBeFocused();
    await pagina.getByLabel("Correo electrónico").fill("nadie@correo.example");
    await pagina.getByLabel("Contraseña", { exact: true }).fill("no es esta");
    await principal().getByRole("button", { name: "Ingresar" }).click();
    await expect(principal().getByRole("alert")).toBeVisible();
    await sigueAccesible(pagina);
  });

  test("registrarse, with every field wrong", async () => {
    await ver("/registrarse", "Crear una cuenta");
    await pagina.getByRole("button", { name: "Crear la cuenta" }).click();
    await expect(pagina.getByLabel("Nombre")).toBeFocused();
    await esperarAccesible(pagina);
  });

  test("reportar, step by step, and back without losing a word", async () => {
    await ver("/reportar", "¿Tenés una foto?");
    await esperarAccesible(pagina);
    await pagina.getByLabel("Elegir de la galería").setInputFiles(archivoFoto("antes"));
    await expect(pagina.getByAltText("Foto 1")).toBeVisible();
    await sigueAccesible(pagina);
    await pagina.getByRole("button", { name: "Seguir", exact: true }).click();

    await expect(titulo("¿Dónde es?")).toBeVisible();
    await pagina.getByRole("button", { name: "Seguir", exact: true }).click();
    await expect(pagina.getByLabel("Dirección o referencia")).toBeFocused();
    await esperarAccesible(pagina);
    await pagina.getByLabel("Dirección o referencia").fill("Belgrano 480");
    await pagina.getByRole("button", { name: "Seguir", exact: true }).click();

    await expect(titulo("¿Qué es?")).toBeVisible();
    await esperarAccesible(pagina);
    await principal().getByText("Limpieza", { exact: true }).click();

    await expect(titulo("Contanos")).toBeVisible();
    await pagina.getByLabel("¿Qué pasa?").fill("Llamame al 11 5555-1234, hay un microbasural.");
    await expect(
      pagina.getByText("En el texto parece haber un teléfono (11 5555-1234)."),
    ).toBeVisible();
    await sigueAccesible(pagina);
    await pagina.getByRole("button", { name: "Seguir", exact: true }).click();

    await expect(titulo("Así se va a ver en público")).toBeVisible();
    await expect(principal().getByText("Mandalo con tu correo")).toBeVisible();
    await esperarAccesible(pagina);
    await pagina.goBack();
    await expect(pagina.getByLabel("¿Qué pasa?")).toHaveValue(/microbasural/);
  });

  test("following, open and closed", async () => {
    const abierto = await uno("supervisora", "estado=en_proceso&categoria_id=2");
    await ver(`/r/${abierto.codigo}`, abierto.titulo);
    await esperarAccesible(pagina);
    const cerrado = await uno("supervisora", "estado=rechazado");
    await ver(`/r/${cerrado.codigo}`, cerrado.titulo);
    await esperarAccesible(pagina);
  });

  test("what is not there", async () => {
    await ver("/r/0000000000", "No encontramos ese reclamo");
    await esperarAccesible(pagina);
    await ver("/no-existe", "Acá no hay nada");
    await esperarAccesible(pagina);
  });

  test("a private page sends to the door, and comes back", async () => {
    await ver("/mis-reclamos", "Ingresar");
    await expect(pagina).toHaveURL(/volver=/);
    await esperarAccesible(pagina);
  });
});

test.describe("a vecino", () => {
  test.beforeEach(() => ingresar(persona, "vecina"));

  test("her reclamos, loading and failing", async () => {
    await ver("/mis-reclamos", "Mis reclamos");
    await expect(principal().getByRole("listitem").first()).toBeVisible();
    await esperarAccesible(pagina);
    await callar("**/api/reclamos?*");
    await ver("/mis-reclamos", "Mis reclamos");
    await expect(principal().getByText("Cargando…")).toBeAttached();
    await sigueAccesible(pagina);
    await pagina.unrouteAll({ behavior: "ignoreErrors" });
    await romper("**/api/reclamos?*");
    await ver("/mis-reclamos", "No pudimos cargar esto");
    await sigueAccesible(pagina);
  });

  test("avisos with none yet, and the account of who has just come", async () => {
    await estrenar(persona, "Nora");
    await ver("/avisos", "Avisos");
    await expect(titulo("No hay avisos")).toBeVisible();
    await esperarAccesible(pagina);
    await pagina.getByRole("button", { name: "Nora" }).first().click();
    await expect(pagina.getByRole("dialog")).toBeVisible();
    await sigueAccesible(pagina);
  });

  test("her own, solved: how was it?", async () => {
    const suyo = await uno("vecina", "estado=resuelto&mios=1");
    await ver(`/r/${suyo.codigo}`, suyo.titulo);
    await expect(principal().getByRole("button", { name: "Comentar" })).toBeVisible();
    await esperarAccesible(pagina);
    await principal().getByRole("button", { name: "Comentar" }).click();
    await expect(pagina.getByRole("dialog").getByLabel("Comentario")).toBeVisible();
    await sigueAccesible(pagina);
  });

  test("a neighbour's: joining it", async () => {
    const ajeno = await uno("supervisora", "sin_asignar=1&categoria_id=1");
    await ver(`/r/${ajeno.codigo}`, ajeno.titulo);
    const sumarse = principal().getByRole("button", { name: "A mí también me pasa" });
    const dejar = principal().getByRole("button", { name: "Dejar de seguirlo" });
    await expect(sumarse).toBeVisible();
    await esperarAccesible(pagina);
    await sumarse.click();
    await expect(dejar).toBeVisible();
    await dejar.click();
    await expect(sumarse).toBeVisible();
  });
});

test.describe("a cuadrilla", () => {
  test.beforeEach(() => ingresar(persona, "cuadrilla"));

  test("its day, and the forms of being done and not being able", async () => {
    await ver("/campo", "Trabajo de hoy");
    await expect(principal().getByRole("button", { name: "No puedo" }).first()).toBeVisible();
    await esperarAccesible(pagina);
    await principal().getByRole("button", { name: "Listo" }).first().click();
    const ventana = pagina.getByRole("dialog");
    await ventana.getByRole("button", { name: "Listo" }).click();
    await expect(ventana.getByLabel("¿Qué se hizo?")).toBeFocused();
    await sigueAccesible(pagina);
  });

  test("one of its works, whole", async () => {
    const suyo = await uno("cuadrilla", "estado=en_proceso");
    await ver(`/campo/${suyo.id}`, suyo.titulo);
    await esperarAccesible(pagina);
  });

  test("nothing left to do", async () => {
    await pagina.route("**/api/reclamos?*", (r) =>
      r.fulfill({ json: { items: [], cursor: null } }),
    );
    await ver("/campo", "No queda nada por hacer");
    await esperarAccesible(pagina);
  });
});

test.describe("a supervisora", () => {
  test.beforeEach(() => ingresar(persona, "supervisora"));

  test("the bandeja, empty, loading and failing", async () => {
    await ver("/gestion", "Bandeja");
    await expect(pagina.locator("[data-id]").first()).toBeVisible();
    await esperarAccesible(pagina);
    await ver("/gestion?q=zzzzzz", "No hay reclamos con esos filtros");
    await sigueAccesible(pagina);
    await callar("**/api/reclamos?*");
    await ver("/gestion", "Bandeja");
    await expect(pagina.getByText("Cargando…").first()).toBeAttached();
    await sigueAccesible(pagina);
    await pagina.unrouteAll({ behavior: "ignoreErrors" });
    await romper("**/api/reclamos?*");
    await ver("/gestion", "No pudimos cargar esto");
    await sigueAccesible(pagina);
  });

  test("a reclamo beside the list", async () => {
    const abierto = await uno("supervisora", "estado=en_proceso&categoria_id=2");
    await ver(`/gestion/bandeja/${abierto.id}`, abierto.titulo);
    await expect(pagina.getByText("Avisos y correos")).toBeVisible();
    await esperarAccesible(pagina);
  });

  const FORMULARIOS = ["Asignar", "Rechazar", "Comentar"];
  const EN_EL_MENU = ["Cambiar la prioridad", "Cambiar la categoría", "Moderar"];
  for (const accion of [...FORMULARIOS, ...EN_EL_MENU])
    test(`the form to ${accion.toLowerCase()}, with its errors`, async () => {
      const nuevo = await uno("supervisora", "sin_asignar=1&categoria_id=1");
      await ver(`/gestion/bandeja/${nuevo.id}`, nuevo.titulo);
      const mesa = pagina.getByRole("region", { name: "El reclamo abierto" });
      if (EN_EL_MENU.includes(accion))
        await mesa.locator("summary").filter({ hasText: "Más acciones" }).click();
      await mesa.getByRole("button", { name: accion, exact: true }).click();
      const ventana = pagina.getByRole("dialog");
      await expect(ventana).toBeVisible();
      await esperarAccesible(pagina);
      if (accion === "Cambiar la prioridad") return;
      await ventana.getByRole("button", { name: accion, exact: true }).click();
      await expect(ventana.locator("[aria-invalid=true]").first()).toBeFocused();
      await sigueAccesible(pagina);
    });
});
