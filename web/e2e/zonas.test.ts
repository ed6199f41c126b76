import type { Zona } from "../../contract/esquemas/catalogos.ts";
import { esperarAccesible, sigueAccesible } from "./soporte/accesible.ts";
import { ingresar, type Persona, programaDe, sentarse } from "./soporte/gente.ts";
import { expect, type Page, test } from "./soporte/prueba.ts";

/** The zonas' editor: drawn on the map or written, imported, and how they fit told in words. */

let persona: Persona;
let pagina: Page;
const sufijo = Date.now().toString(36);

test.beforeEach(async ({ browser }) => {
  persona = await sentarse(browser);
  ({ pagina } = persona);
  await ingresar(persona, "admin");
  await pagina.goto("/gestion/ciudad/zonas");
  await expect(lista().getByText("Centro", { exact: true })).toBeVisible();
});
test.afterEach(async () => {
  expect(persona.fallas).toEqual([]);
  await pagina.context().close();
});
/** What the tests made is switched off: the city is everybody's. */
test.afterAll(async () => {
  const programa = await programaDe("admin");
  const { items } = (await (await programa.get("/api/zonas")).json()) as { items: Zona[] };
  for (const { id, ...z } of items)
    if (z.nombre.endsWith(sufijo))
      await programa.put(`/api/zonas/${id}`, { data: { ...z, activa: false } });
  await programa.dispose();
});

const lista = () => pagina.getByRole("list", { name: "Lista de zonas" });
const encaje = () => pagina.getByRole("region", { name: "Cómo encajan" });
const boton = (nombre: string | RegExp) => pagina.getByRole("button", { name: nombre });
const mapa = () => pagina.getByRole("application", { name: "Zonas en el mapa" });

/** A square of the municipality, as a feature. */
const cuadro = (nombre: string, lng: number, lat: number, lado = 0.004) => ({
  type: "Feature",
  properties: { nombre },
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [lng, lat],
        [lng + lado, lat],
        [lng + lado, lat + lado],
        [lng, lat + lado],
        [lng, lat],
      ],
    ],
  },
});

/** Where the demonstration's zona Centro is. */
async function centro(): Promise<[number, number]> {
  const { items } = (await pagina.evaluate(() => fetch("/api/zonas").then((r) => r.json()))) as {
    items: Zona[];
  };
  const ring = items.find((z) => z.nombre === "Centro")?.poligono.coordinates[0] as [
    number,
    number,
  ][];
  const lng = ring.map((p) => p[0]);
  const lat = ring.map((p) => p[1]);
  return [(Math.min(...lng) + Math.max(...lng)) / 2, (Math.min(...lat) + Math.max(...lat)) / 2];
}

test("one is drawn on the map, mended by keyboard, and its overlap told before saving", async () => {
  await expect(encaje()).toContainText("cubren todo el municipio y no se pisan");
  await boton("Dibujar una zona").click();
  const caja = await mapa().boundingBox();
  if (!caja) throw new Error("sin mapa");
  const [x, y] = [caja.x + caja.width / 2, caja.y + caja.height / 2];
  for (const [dx, dy] of [
    [-60, -60],
    [60, -60],
    [60, 60],
    [-60, 60],
  ] as const) {
    await pagina.mouse.click(x + dx, y + dy);
    await pagina.waitForTimeout(350); // Two quick clicks are a double one: the map would zoom.
  }
  await expect(pagina.getByText(/^4 esquinas/)).toBeVisible();
  await boton("Cerrar la forma").click();
  await expect(encaje()).toContainText("se pisan en");

  await pagina.getByText("Las esquinas como lista").click();
  const latitud = pagina.getByLabel("Latitud de la esquina 2");
  const antes = await latitud.inputValue();
  await mapa().getByLabel("Esquina 2 de 4").focus();
  await pagina.keyboard.press("ArrowDown");
  await expect(latitud).not.toHaveValue(antes);
  await expect(mapa().getByLabel("Esquina 2 de 4")).toBeFocused();
  await boton("Deshacer").click();
  await expect(latitud).toHaveValue(antes);
  await boton("Agregar una esquina después de la 1").click();
  await expect(pagina.getByText(/^5 esquinas/)).toBeVisible();
  await mapa().getByLabel("Esquina 2 de 5").focus();
  await pagina.keyboard.press("Delete");
  await expect(pagina.getByText(/^4 esquinas/)).toBeVisible();
  await sigueAccesible(pagina);

  await boton("Guardar la zona").click();
  await expect(pagina.getByLabel("Nombre", { exact: true })).toBeFocused();
  await pagina.getByLabel("Nombre", { exact: true }).fill(`Dibujada ${sufijo}`);
  await boton("Guardar la zona").click();
  await expect(lista().getByText(`Dibujada ${sufijo}`)).toBeVisible();
  await boton(`Desactivar Dibujada ${sufijo}`).click();
  await expect(boton(`Activar Dibujada ${sufijo}`)).toBeVisible();
  await expect(encaje()).toContainText("cubren todo el municipio y no se pisan");
});

test("one is written as text, without a map", async () => {
  const [lng, lat] = await centro();
  await boton("Dibujar una zona").focus();
  await pagina.keyboard.press("Enter");
  await pagina.getByLabel("Nombre", { exact: true }).fill(`Escrita ${sufijo}`);
  await pagina.getByText("Como GeoJSON").press("Enter");
  const texto = pagina.getByLabel("Polígono en GeoJSON");
  const abierto = cuadro("", lng, lat).geometry;
  abierto.coordinates[0]?.pop();
  await texto.fill(JSON.stringify(abierto));
  await boton("Usar este texto").press("Enter");
  await expect(pagina.getByText("el polígono no está cerrado")).toBeVisible();
  await texto.fill(JSON.stringify(cuadro("", lng, lat).geometry));
  await boton("Usar este texto").press("Enter");
  await expect(pagina.getByText(/^4 esquinas/)).toBeVisible();
  await boton("Guardar la zona").press("Enter");
  await expect(lista().getByText(`Escrita ${sufijo}`)).toBeVisible();
});

test("a file is read, shown with its errors and overlaps, and only then saved", async () => {
  const [lng, lat] = await centro();
  const roto = cuadro("Moño", lng, lat);
  roto.geometry.coordinates[0]?.splice(1, 1);
  const mono = roto.geometry.coordinates[0];
  mono?.splice(
    0,
    mono.length,
    [lng, lat],
    [lng + 0.01, lat + 0.01],
    [lng + 0.01, lat],
    [lng, lat + 0.01],
    [lng, lat],
  );
  const archivo = {
    type: "FeatureCollection",
    features: [
      cuadro(`Este ${sufijo}`, lng, lat),
      cuadro(`Oeste ${sufijo}`, lng - 0.002, lat),
      roto,
    ],
  };
  await boton("Importar GeoJSON").click();
  await pagina.getByLabel("O pegá el texto").fill("{");
  await boton("Revisar").click();
  await expect(pagina.getByText("no se puede leer como JSON")).toBeVisible();
  await pagina.getByLabel("Archivo GeoJSON").setInputFiles({
    name: "barrios.geojson",
    mimeType: "application/geo+json",
    buffer: Buffer.from(JSON.stringify(archivo)),
  });
  await expect(pagina.getByText("2 zonas listas, 1 con errores.")).toBeVisible();
  await expect(pagina.getByText("Moño: el borde se cruza consigo mismo.")).toBeVisible();
  await expect(encaje()).toContainText(`Este ${sufijo} y Oeste ${sufijo} se pisan en`);
  await sigueAccesible(pagina);
  await boton("Importar 2 zonas").click();
  await expect(lista().getByText(`Este ${sufijo}`, { exact: true })).toBeVisible();
  await expect(lista().getByText(`Oeste ${sufijo}`, { exact: true })).toBeVisible();
  await expect(lista().getByText("Moño")).toBeHidden();
});

test("every state of it is accessible", async () => {
  await expect(encaje()).not.toContainText("Midiendo");
  await esperarAccesible(pagina);
  await pagina.route("**/api/zonas", (r) => r.fulfill({ json: { items: [] } }));
  await pagina.reload();
  await expect(pagina.getByText("Todavía no hay zonas")).toBeVisible();
  await sigueAccesible(pagina);
  await pagina.unrouteAll({ behavior: "ignoreErrors" });
  await pagina.route("**/api/zonas", (r) => r.abort());
  await pagina.reload();
  await expect(pagina.getByText("No pudimos cargar esto")).toBeVisible();
  await sigueAccesible(pagina);
});
