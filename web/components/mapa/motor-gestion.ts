// biome-ignore lint/style/noRestrictedImports: the staff's map loads this module lazily
import * as L from "leaflet";
import { dibujarGrupos } from "./motor.ts";
import type { Caja, Grupo } from "./tipos.ts";

const RADIO_PX = 34;

/** The map of many, with heat in the place of the pins, and an area to mark by dragging. */
export function dibujarGestion(caja: HTMLElement, o: Parameters<typeof dibujarGrupos>[1]) {
  const grupos = dibujarGrupos(caja, o);
  const mapa = grupos.leaflet;
  mapa.createPane("calor").style.zIndex = "430";
  const capa = L.layerGroup().addTo(mapa);
  let soltar: (() => void) | null = null;
  return {
    ...grupos,
    /** How much there is, by colour: null takes it away. */
    calor(lista: readonly Grupo[] | null) {
      capa.clearLayers();
      caja.classList.toggle("con-calor", lista !== null);
      const tope = Math.max(1, ...(lista ?? []).map((g) => g.n));
      for (const g of lista ?? [])
        L.circleMarker(g, {
          pane: "calor",
          radius: RADIO_PX,
          interactive: false,
          stroke: false,
          className: "calor",
          fillOpacity: 0.2 + 0.6 * (g.n / tope),
        }).addTo(capa);
    },
    /** Waits for a rectangle to be dragged, once; null stops waiting. */
    marcarArea(alMarcar: ((c: Caja) => void) | null) {
      soltar?.();
      soltar = null;
      caja.classList.toggle("dibujando", alMarcar !== null);
      if (!alMarcar) return;
      mapa.dragging.disable();
      let desde: L.LatLng | null = null;
      let marca: L.Rectangle | null = null;
      const donde = (e: PointerEvent) => mapa.mouseEventToLatLng(e);
      const bajar = (e: PointerEvent) => {
        e.preventDefault();
        desde = donde(e);
      };
      const mover = (e: PointerEvent) => {
        if (!desde) return;
        marca?.remove();
        marca = L.rectangle(L.latLngBounds(desde, donde(e)), { className: "zona-borrador" });
        marca.addTo(mapa);
      };
      const subir = (e: PointerEvent) => {
        if (!desde) return;
        const b = L.latLngBounds(desde, donde(e));
        alMarcar([b.getWest(), b.getSouth(), b.getEast(), b.getNorth()]);
      };
      caja.addEventListener("pointerdown", bajar, true);
      addEventListener("pointermove", mover);
      addEventListener("pointerup", subir);
      soltar = () => {
        caja.removeEventListener("pointerdown", bajar, true);
        removeEventListener("pointermove", mover);
        removeEventListener("pointerup", subir);
        marca?.remove();
        mapa.dragging.enable();
      };
    },
  };
}
export type MapaGestionDibujado = ReturnType<typeof dibujarGestion>;
