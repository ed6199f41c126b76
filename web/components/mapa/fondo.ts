// biome-ignore lint/style/noRestrictedImports: loaded lazily, with motor.ts
import * as L from "leaflet";
import { tm } from "../../i18n/mapa.ts";
import { CALLES } from "./calles.ts";
import { ZOOM } from "./tipos.ts";

type Rasgo = { geometry: { type: string }; properties: { tipo: string; nombre: string } };
type Plano = Parameters<typeof L.geoJSON>[0];

/** Back to front. */
const CAPAS = ["limite", "rio", "plaza", "via", "pasaje", "calle", "diagonal", "avenida"];
const METROS: Record<string, number> = { avenida: 17, diagonal: 14, calle: 11, pasaje: 7, via: 4 };
const METROS_POR_PIXEL_0 = 156_543;

let pedido: Promise<Plano> | null = null;
const calles = (): Promise<Plano> => {
  pedido ??= fetch(CALLES).then((r) => {
    if (!r.ok) throw new Error(String(r.status));
    return r.json() as Promise<Plano>;
  });
  pedido.catch(() => {
    pedido = null;
  });
  return pedido;
};

const tipoDe = (f: unknown): string => (f as Rasgo | undefined)?.properties.tipo ?? "";

/** The city's streets as drawn lines: no network, no foreign server, and the page's own colours by day and by night. */
async function vectores(mapa: L.Map): Promise<void> {
  const plano = await calles();
  const capas = CAPAS.map((tipo) =>
    L.geoJSON(plano, {
      filter: (f) => tipoDe(f) === tipo,
      interactive: false,
      style: () => ({ className: `plano plano-${tipo}`, stroke: true, fill: tipo === "rio" }),
    }).addTo(mapa),
  );
  /** A street is as wide as a street, in metres, and never so thin that it is lost. */
  const ensanchar = () => {
    const porPixel =
      (METROS_POR_PIXEL_0 * Math.cos((mapa.getCenter().lat * Math.PI) / 180)) / 2 ** mapa.getZoom();
    for (const [i, tipo] of CAPAS.entries()) {
      const metros = METROS[tipo];
      if (metros) capas[i]?.setStyle({ weight: Math.max(metros / porPixel, metros / 9) });
    }
  };
  mapa.on("zoomend", ensanchar);
  ensanchar();
}

/**
 * What lies under the pins: the tiles of `url` ({z}, {x}, {y}), or without one the built-in streets.
 * Without either the map still serves: pins on plain paper.
 */
export function ponerFondo(mapa: L.Map, url: string | undefined): void {
  if (url) {
    L.tileLayer(url, { maxZoom: ZOOM.maximo, attribution: tm.atribucion }).addTo(mapa);
    return;
  }
  void vectores(mapa).catch(() => undefined);
}
