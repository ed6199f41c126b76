// Writes the city's streets for the map that needs no network: node scripts/demo/plano.ts
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CALLES, COSTANERA, costanera, PLAZAS, VIA } from "./calles.ts";
import { anillo, BORDE, orilla, type Posicion, posicion, ribera } from "./geografia.ts";
import { LIMITE } from "./zonas.ts";

type Rasgo = {
  type: "Feature";
  properties: { nombre: string; tipo: string };
  geometry: { type: "LineString" | "Polygon"; coordinates: Posicion[] | Posicion[][] };
};

const linea = (nombre: string, tipo: string, coordinates: Posicion[]): Rasgo => ({
  type: "Feature",
  properties: { nombre, tipo },
  geometry: { type: "LineString", coordinates },
});
const superficie = (nombre: string, tipo: string, coordinates: Posicion[][]): Rasgo => ({
  type: "Feature",
  properties: { nombre, tipo },
  geometry: { type: "Polygon", coordinates },
});

const RIO_ANCHO_METROS = 900;
const agua = ribera(BORDE.sur, BORDE.norte, 60);

/** Every street, square, the river and the railway, back to front as they are drawn. */
export const plano = {
  type: "FeatureCollection",
  features: [
    superficie("Villa Baldosa", "limite", LIMITE.coordinates as Posicion[][]),
    superficie("Río Paraná", "rio", [
      anillo([
        ...[...agua].reverse(),
        { x: orilla(BORDE.sur) + RIO_ANCHO_METROS, y: BORDE.sur },
        { x: orilla(BORDE.norte) + RIO_ANCHO_METROS, y: BORDE.norte },
      ]),
    ]),
    ...PLAZAS.map((p) => superficie(p.nombre, "plaza", [anillo(p.puntos)])),
    linea("Vía", "via", VIA.map(posicion)),
    linea(
      COSTANERA.nombre,
      "avenida",
      agua.map(({ y }) => posicion({ x: costanera(y), y })),
    ),
    ...CALLES.map((c) => linea(c.nombre, c.tipo, [posicion(c.desde), posicion(c.hasta)])),
  ],
};

/** One feature a line, so that a change reads well. */
export const planoEnTexto = (): string =>
  `{"type":"FeatureCollection","features":[\n${plano.features.map((f) => JSON.stringify(f)).join(",\n")}\n]}\n`;

export const ARCHIVO = fileURLToPath(
  new URL("../../web/public/demo/calles.geojson", import.meta.url),
);

if (import.meta.main) writeFileSync(ARCHIVO, planoEnTexto());
