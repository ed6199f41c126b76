import type { Reclamo } from "../../contract/esquemas/reclamos.ts";
import { sigueAccesible } from "./soporte/accesible.ts";
import { ingresar, type Persona, programaDe, sentarse } from "./soporte/gente.ts";
import { expect, type Page, test } from "./soporte/prueba.ts";

/** The desk, as the people who triage use it. */

let creados = 0;
/** Reclamos of this test's own, all with one word that no other has, so that a search finds exactly them. */
async function cargar(
  cuantos: number,
  mas: object = {},
): Promise<{ palabra: string; lista: Reclamo[] }> {
  const programa = await programaDe("admin");
  creados += 1;
  const palabra = `mesa${Date.now().toString(36)}${creados}`;
  const lista: Reclamo[] = [];
  for (let i = 0; i < cuantos; i += 1) {
    const r = await programa.post("/api/reclamos", {
      data: {
        titulo: `Luz apagada ${i + 1} ${palabra}`,
        descripcion: "No prende desde anoche y la cuadra queda a oscuras.",
        categoria_id: 1,
        direccion: "Sarmiento 210",
        canal: "telefono",
        ...mas,
      },
    });
    expect(r.status(), await r.text()).toBe(201);
    lista.push((await r.json()) as Reclamo);
  }
  await programa.dispose();
  return { palabra, lista };
}

const leer = async (id: number): Promise<Reclamo> => {
  const programa = await programaDe("admin");
  const r = (await (await programa.get(`/api/reclamos/${id}`)).json()) as Reclamo;
  await programa.dispose();
  return r;
};

const mesaDe = (pagina: Page) => pagina.getByRole("region", { name: "El reclamo abierto" });
const abrir = async (pagina: Page, r: Reclamo) => {
  await pagina.goto(`/gestion/bandeja/${r.id}`);
  await expect(mesaDe(pagina).getByRole("heading", { name: r.titulo })).toBeVisible();
};
const buscar = async (pagina: Page, palabra: string, cuantos: number) => {
  await pagina.goto(`/gestion?q=${palabra}`);
  await expect(pagina.locator("[data-id]")).toHaveCount(cuantos);
};
const sentada = async (
  ...[browser, quien]: [Parameters<typeof sentarse>[0], Parameters<typeof ingresar>[1]]
): Promise<Persona> => {
  const persona = await sentarse(browser);
  await ingresar(persona, quien);
  return persona;
};

test("a whole triage without touching the mouse", async ({ browser }) => {
  const { lista, palabra } = await cargar(3);
  const persona = await sentada(browser, "supervisora");
  const { pagina } = persona;
  const tecla = (k: string) => pagina.keyboard.press(k);
  const ventana = pagina.getByRole("dialog");
  const mesa = mesaDe(pagina);
  const estado = (palabraDe: string) =>
    expect(mesa.getByText(palabraDe, { exact: true })).toBeVisible();
  const [primero, segundo, tercero] = lista as [Reclamo, Reclamo, Reclamo];
  await pagina.goto("/gestion");
  await expect(pagina.locator("[data-id]").first()).toBeVisible();

  await tecla("/");
  await pagina.keyboard.type(palabra);
  await expect(pagina.locator("[data-id]")).toHaveCount(3);
  await tecla("Escape");

  // The newest is first. The suggested cuadrilla comes with its reasons; Space chooses it.
  await tecla("j");
  await expect(mesa.getByText(`#${tercero.numero}`)).toBeVisible();
  await tecla("a");
  const sugerida = ventana.getByRole("radio", { name: /Sugerida/ });
  await expect(sugerida).toBeFocused();
  await expect(sugerida).toHaveAccessibleDescription(
    /^Atiende alumbrado, trabaja en .+, \d+ abiertos de 12/,
  );
  await sigueAccesible(pagina);
  await tecla("Space");
  await tecla("Enter");
  await expect(ventana).toBeHidden();
  await estado("Asignado");

  await tecla("j");
  await expect(mesa.getByText(`#${segundo.numero}`)).toBeVisible();
  await tecla("r");
  await expect(ventana.getByLabel("¿Por qué se cierra?")).toBeVisible();
  await ventana.getByLabel("¿Por qué se cierra?").focus();
  await pagina.keyboard.type("Otro motivo");
  await ventana.getByLabel("Qué le decimos al vecino").focus();
  await pagina.keyboard.type("Es la luz de un galpón privado, la repone su dueño.");
  await ventana.getByRole("button", { name: "Rechazar" }).focus();
  await tecla("Enter");
  await expect(ventana).toBeHidden();
  await estado("Rechazado");

  await tecla("j");
  await tecla("p");
  await ventana.getByLabel("Prioridad").focus();
  await pagina.keyboard.type("Urgente");
  await ventana.getByRole("button", { name: "Cambiar la prioridad" }).focus();
  await tecla("Enter");
  await expect(ventana).toBeHidden();
  await expect(mesa.getByText("Urgente", { exact: true })).toBeVisible();

  await tecla("c");
  await ventana.getByLabel("Comentario").focus();
  await pagina.keyboard.type("Ojo con el cable suelto.");
  await ventana.getByLabel(/Solo para el personal/).focus();
  await tecla("Space");
  await ventana.getByRole("button", { name: "Comentar" }).focus();
  await tecla("Enter");
  await expect(mesa.getByText("Nota interna", { exact: true })).toBeVisible();

  await tecla("k");
  await tecla("k");
  await tecla("Enter");
  await expect(mesa).toBeFocused();
  await expect(mesa.getByRole("heading", { name: tercero.titulo })).toBeVisible();
  await tecla("?");
  await expect(ventana.getByRole("heading", { name: "Atajos del teclado" })).toBeVisible();
  await sigueAccesible(pagina);
  await tecla("Escape");
  await tecla("Escape");
  await expect(pagina).toHaveURL(/\/gestion\?q=/);

  expect((await leer(tercero.id)).cuadrilla?.nombre).toBe("Alumbrado 1");
  expect((await leer(segundo.id)).estado).toBe("rechazado");
  expect((await leer(primero.id)).prioridad).toBe("urgente");
  expect(persona.fallas).toEqual([]);
});

test("two supervisors on one reclamo: the second is told what changed, keeps the text, and sends it", async ({
  browser,
}) => {
  const { lista } = await cargar(1);
  const r = lista[0] as Reclamo;
  const silvia = await sentada(browser, "supervisora");
  const otro = await sentada(browser, "admin");
  for (const { pagina } of [silvia, otro]) await abrir(pagina, r);
  // Each sees that the other has it open.
  for (const { pagina } of [silvia, otro])
    await expect(mesaDe(pagina).getByText(/ lo está viendo$/)).toBeVisible();

  await silvia.pagina.keyboard.press("r");
  const suya = silvia.pagina.getByRole("dialog");
  await suya.getByLabel("¿Por qué se cierra?").selectOption("no_corresponde");
  const texto = "La columna es de la cooperativa, ya le avisamos.";
  await suya.getByLabel("Qué le decimos al vecino").fill(texto);

  await otro.pagina.keyboard.press("a");
  const ajena = otro.pagina.getByRole("dialog");
  await ajena.getByRole("radio", { name: /Sugerida/ }).check();
  await ajena.getByRole("button", { name: "Asignar" }).click();
  await expect(ajena).toBeHidden();

  await suya.getByRole("button", { name: "Rechazar" }).click();
  const aviso = suya.getByRole("alert");
  await expect(aviso).toContainText("El reclamo cambió mientras escribías");
  await expect(aviso).toContainText("Se lo asignamos a Alumbrado 1");
  await expect(aviso).toContainText("Cuadrilla: Sin asignar → Alumbrado 1");
  await expect(suya.getByLabel("Qué le decimos al vecino")).toHaveValue(texto);
  await sigueAccesible(silvia.pagina);

  await suya.getByRole("button", { name: "Rechazar" }).click();
  await expect(suya).toBeHidden();
  await expect(mesaDe(otro.pagina).getByText("Rechazado", { exact: true })).toBeVisible();
  expect((await leer(r.id)).estado).toBe("rechazado");
  for (const { fallas } of [silvia, otro]) expect(fallas).toEqual([]);
});

test("many at once, one of which somebody changed: that one says why, stays chosen, and goes the second time", async ({
  browser,
}) => {
  const { lista, palabra } = await cargar(3);
  const segundo = lista[1] as Reclamo;
  const persona = await sentada(browser, "supervisora");
  const { pagina } = persona;
  await buscar(pagina, palabra, 3);
  for (const r of lista) await pagina.getByLabel(`Elegir el #${r.numero}`, { exact: true }).check();
  const barra = pagina.getByRole("region", { name: "Hacer algo con varios" });
  await expect(barra).toContainText("3 elegidos");
  await sigueAccesible(pagina);

  await barra.getByRole("button", { name: "Asignar" }).click();
  const ventana = pagina.getByRole("dialog");
  const enviar = ventana.getByRole("button", { name: "Asignar 3" });
  await enviar.click();
  await expect(ventana.getByLabel("Cuadrilla", { exact: true })).toBeFocused();
  await sigueAccesible(pagina);
  await ventana.getByLabel("Cuadrilla", { exact: true }).selectOption({ index: 1 });

  const admin = await programaDe("admin");
  const cambio = await admin.post(`/api/reclamos/${segundo.id}/priorizar`, {
    data: { prioridad: "alta", version: segundo.version },
  });
  expect(cambio.status()).toBe(200);
  await admin.dispose();

  await enviar.click();
  await expect(ventana).toBeHidden();
  await expect(pagina.getByText("2 hechos.")).toBeVisible();
  await expect(pagina.getByText("1 no se pudo, y sigue elegido:")).toBeVisible();
  await expect(
    pagina
      .getByRole("listitem")
      .filter({ hasText: `#${segundo.numero} ${segundo.titulo}: Alguien lo cambió` }),
  ).toBeVisible();
  await expect(barra).toContainText("1 elegido");
  await expect(pagina.getByLabel(`Elegir el #${segundo.numero}`, { exact: true })).toBeChecked();
  await sigueAccesible(pagina);

  await barra.getByRole("button", { name: "Asignar" }).click();
  await ventana.getByLabel("Cuadrilla", { exact: true }).selectOption({ index: 1 });
  await ventana.getByRole("button", { name: "Asignar 1" }).click();
  await expect(pagina.getByText("1 hecho.")).toBeVisible();
  await expect(barra).toBeHidden();
  for (const { id } of lista) expect((await leer(id)).estado).toBe("asignado");
  expect(persona.fallas).toEqual([]);
});

test("what is moderated is gone from the public page, and comes back", async ({ browser }) => {
  const { lista } = await cargar(1);
  const r = lista[0] as Reclamo;
  const persona = await sentada(browser, "supervisora");
  const { pagina } = persona;
  const publico = await browser.newPage({
    extraHTTPHeaders: { "CF-Connecting-IP": "2001:db8:0:e1::1" },
  });
  const ventana = pagina.getByRole("dialog");
  const moderar = async (hacer: () => Promise<void>) => {
    await hacer();
    await ventana.getByLabel("Motivo").fill("Nombraba a una persona por su apellido.");
    await ventana.getByRole("button", { name: "Moderar" }).click();
    await expect(ventana).toBeHidden();
  };
  await abrir(pagina, r);
  const mesa = mesaDe(pagina);
  await mesa.locator("summary").filter({ hasText: "Más acciones" }).click();
  await mesa.getByRole("button", { name: "Moderar" }).click();
  await moderar(() => ventana.getByLabel(/Título que se ve en público/).fill("Luz apagada"));
  await expect(mesa.getByText("Qué cambia en público")).toBeVisible();
  await sigueAccesible(pagina);
  const api = `/api/publico/reclamos/${r.codigo}`;
  const leido = await publico.request.get(api);
  expect(((await leido.json()) as { titulo: string }).titulo).toBe("Luz apagada");

  await mesa.getByRole("button", { name: "Cambiar o deshacer" }).click();
  await expect(ventana.getByLabel(/Título que se ve en público/)).toHaveValue("Luz apagada");
  await moderar(() => ventana.getByLabel("Ocultar el reclamo al público").check());
  await publico.goto(`/r/${r.codigo}?v=2`);
  await expect(publico.getByRole("heading", { name: "No encontramos ese reclamo" })).toBeVisible();

  await mesa.getByRole("button", { name: "Cambiar o deshacer" }).click();
  await moderar(async () => {
    await ventana.getByLabel("Ocultar el reclamo al público").uncheck();
    await ventana.getByLabel(/Título que se ve en público/).fill("");
  });
  await expect(mesa.getByText("Qué cambia en público")).toBeHidden();
  await publico.goto(`/r/${r.codigo}?v=3`);
  await expect(publico.getByRole("heading", { name: r.titulo })).toBeVisible();
  await publico.close();
  expect(persona.fallas).toEqual([]);
});

test("a saved answer in a rejection, and a duplicate told from beside it", async ({ browser }) => {
  const punto = { lat: -33.7421, lng: -59.6182 };
  const { lista } = await cargar(2, punto);
  const [original, copia] = lista as [Reclamo, Reclamo];
  const admin = await programaDe("admin");
  const titulo = `No es nuestra ${Date.now()}`;
  const hecha = await admin.post("/api/plantillas", {
    data: {
      titulo,
      texto: "El reclamo #{numero} de {direccion} le toca a la cooperativa.",
      accion: "rechazar",
    },
  });
  expect(hecha.status()).toBe(201);
  const { id } = (await hecha.json()) as { id: number };

  const persona = await sentada(browser, "supervisora");
  const { pagina } = persona;
  const ventana = pagina.getByRole("dialog");
  await abrir(pagina, original);
  await pagina.keyboard.press("r");
  await ventana.getByLabel("Usar una respuesta guardada").selectOption(titulo);
  await expect(ventana.getByLabel("Qué le decimos al vecino")).toHaveValue(
    `El reclamo #${original.numero} de Sarmiento 210 le toca a la cooperativa.`,
  );
  await sigueAccesible(pagina);
  await pagina.keyboard.press("Escape");

  await abrir(pagina, copia);
  const similar = mesaDe(pagina)
    .getByRole("listitem")
    .filter({ hasText: `#${original.numero} ` });
  await expect(similar).toBeVisible();
  await sigueAccesible(pagina);
  await similar.getByRole("button", { name: /Es duplicado de este/ }).click();
  await expect(ventana.getByLabel("Número del reclamo original")).toHaveValue(
    String(original.numero),
  );
  await ventana.getByRole("button", { name: "Rechazar" }).click();
  await expect(ventana).toBeHidden();
  expect(await leer(copia.id)).toMatchObject({
    motivo_rechazo: "duplicado",
    original_id: original.id,
  });
  await admin.delete(`/api/plantillas/${id}`);
  await admin.dispose();
  expect(persona.fallas).toEqual([]);
});

test("news wait to be asked for, and the counts are the lists", async ({ browser }) => {
  const persona = await sentada(browser, "supervisora");
  const { pagina } = persona;
  await pagina.goto("/gestion");
  await expect(pagina.locator("[data-id]").first()).toBeVisible();
  await expect.poll(() => persona.tramas.some((t) => t.type === "hola")).toBe(true);
  const antes = await pagina.locator("[data-id]").first().getAttribute("data-id");
  const { lista } = await cargar(2);
  await expect(pagina.getByRole("button", { name: "2 nuevos" })).toBeVisible();
  expect(await pagina.locator("[data-id]").first().getAttribute("data-id")).toBe(antes);
  await pagina.keyboard.press("n");
  const primera = pagina.locator("[data-id]").first();
  await expect(primera).toHaveAttribute("data-id", String(lista[1]?.id));
  await expect(primera.getByRole("link")).toBeFocused();

  const nav = pagina.getByRole("navigation", { name: "Gestión" });
  for (const vista of ["Vencidos", "Reabiertos", "Sin ubicar"]) {
    const enlace = nav.getByRole("link", { name: vista });
    await enlace.click();
    await expect(enlace).toHaveAttribute("aria-current", "page");
    // The count follows the news a moment later.
    await expect(async () => {
      const n = Number(/\d+/.exec((await enlace.textContent()) ?? "")?.[0]);
      expect(await pagina.locator("[data-id]").count()).toBe(n);
    }).toPass({ timeout: 10_000 });
  }
  expect(persona.fallas).toEqual([]);
});
