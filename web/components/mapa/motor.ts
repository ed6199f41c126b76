// biome-ignore lint/style/noRestrictedImports: this module is what main.tsx loads lazily
import * as L from "leaflet";
import "leaflet/dist/leaflet.css";
import "../../styles/mapa.css";
import type { Estado } from "../../../contract/vocabulario.ts";
import { tm } from "../../i18n/mapa.ts";
import { juntar, ladoLibre, type Recuadro } from "../../lib/recuadros.ts";
import { ICONO_ESTADO } from "../base/estado.tsx";
import { ponerFondo } from "./fondo.ts";
import { type Caja, type Grupo, type Punto, type Vista, ZOOM } from "./tipos.ts";

const GOTA =
  "M16 1C7.7 1 1.5 7.2 1.5 15.2 1.5 25.6 16 41 16 41s14.5-15.4 14.5-25.8C30.5 7.2 24.3 1 16 1z";

/** Our own pin: the estado's colour and its icon. Only our own outlines go into the markup, never a person's words. */
const gota = (estado: Estado | "elegido"): L.DivIcon => {
  const dentro =
    estado === "elegido"
      ? '<circle cx="16" cy="15" r="5" class="pin-adentro"/>'
      : `<g transform="translate(8.5 7.5) scale(0.625)"><path class="pin-trazo" d="${ICONO_ESTADO[estado]}"/></g>`;
  return L.divIcon({
    className: `pin pin-${estado}`,
    html: `<svg viewBox="0 0 32 42" width="32" height="42" aria-hidden="true"><path class="pin-gota" d="${GOTA}"/>${dentro}</svg>`,
    iconSize: [44, 48],
    iconAnchor: [22, 46],
  });
};

const globo = (n: number): L.DivIcon => {
  const lado = n < 10 ? 44 : n < 100 ? 50 : 58;
  return L.divIcon({
    className: "globo",
    html: `<span>${n}</span>`,
    iconSize: [lado, lado],
    iconAnchor: [lado / 2, lado / 2],
  });
};

const icono = (g: Grupo): L.DivIcon =>
  g.n === 1 && g.codigo !== undefined && g.estado ? gota(g.estado) : globo(g.n);

export const comoPunto = ({ lat, lng }: L.LatLng): Punto => ({
  lat: Math.round(lat * 1e6) / 1e6,
  lng: Math.round(lng * 1e6) / 1e6,
});

export type Opciones = {
  teselas?: string | undefined;
  centro: Punto;
  zoom: number;
  quieto?: boolean;
};

export function base(caja: HTMLElement, o: Opciones): L.Map {
  const mueve = !o.quieto;
  const mapa = L.map(caja, {
    center: o.centro,
    zoom: o.zoom,
    minZoom: ZOOM.minimo,
    maxZoom: ZOOM.maximo,
    renderer: L.svg({ padding: 0.6 }),
    zoomControl: false,
    attributionControl: Boolean(o.teselas) && mueve,
    dragging: mueve,
    keyboard: mueve,
    scrollWheelZoom: mueve,
    doubleClickZoom: mueve,
    boxZoom: mueve,
    touchZoom: mueve,
    fadeAnimation: false,
    zoomAnimation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
  });
  mapa.attributionControl?.setPrefix(false);
  if (mueve)
    L.control
      .zoom({ position: "topright", zoomInTitle: tm.acercar, zoomOutTitle: tm.alejar })
      .addTo(mapa);
  ponerFondo(mapa, o.teselas);
  // The box may get its size after the map does.
  const medir = new ResizeObserver(() => mapa.invalidateSize({ animate: false }));
  medir.observe(caja);
  mapa.on("unload", () => medir.disconnect());
  return mapa;
}

/** A still picture of one place. */
export function dibujarLugar(caja: HTMLElement, o: Opciones & { estado: Estado }) {
  const mapa = base(caja, { ...o, quieto: true });
  const pin = L.marker(o.centro, {
    icon: gota(o.estado),
    interactive: false,
    keyboard: false,
  }).addTo(mapa);
  return {
    poner(p: Punto, estado: Estado) {
      pin.setLatLng(p).setIcon(gota(estado));
      mapa.setView(p, mapa.getZoom(), { animate: false });
    },
    quitar: () => void mapa.remove(),
  };
}

export const PASO_PX = 8;
export const FLECHAS: Record<string, [number, number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** A map with one pin to put: dragged, tapped into place, or moved with the arrows while it has the focus. */
export function dibujarEleccion(
  caja: HTMLElement,
  o: Opciones & { alMover: (p: Punto) => void; valor: Punto | null },
) {
  const mapa = base(caja, o);
  let avisar = o.alMover;
  const pin = L.marker(o.centro, { icon: gota("elegido"), draggable: true, autoPan: true });
  const mover = (p: L.LatLng) => {
    poner(comoPunto(p));
    avisar(comoPunto(p));
  };
  function poner(p: Punto) {
    pin.setLatLng(p);
    if (mapa.hasLayer(pin)) return;
    pin.addTo(mapa);
    const el = pin.getElement();
    el?.setAttribute("aria-label", tm.pin);
    el?.addEventListener("keydown", (e) => {
      const hacia = FLECHAS[e.key];
      if (!hacia) return;
      e.preventDefault();
      // Else the map would move as well.
      e.stopPropagation();
      const paso = e.shiftKey ? PASO_PX * 5 : PASO_PX;
      const aca = mapa.latLngToContainerPoint(pin.getLatLng());
      mover(mapa.containerPointToLatLng(aca.add([hacia[0] * paso, hacia[1] * paso])));
      mapa.panInside(pin.getLatLng(), { padding: [48, 48] });
    });
  }
  pin.on("dragend", () => mover(pin.getLatLng()));
  mapa.on("click", (e) => mover(e.latlng));
  if (o.valor) poner(o.valor);
  return {
    alMover(f: (p: Punto) => void) {
      avisar = f;
    },
    /** @param casa where the map goes back to when the pin is taken away from another city */
    poner(p: Punto | null, casa: Punto) {
      if (!p) {
        pin.remove();
        if (!mapa.getBounds().pad(1).contains(casa))
          mapa.setView(casa, ZOOM.barrio, { animate: false });
        return;
      }
      const lejos = !mapa.getBounds().contains(p);
      poner(p);
      if (lejos) mapa.setView(p, Math.max(mapa.getZoom(), ZOOM.lugar), { animate: false });
    },
    ponerAlCentro: () => mover(mapa.getCenter()),
    enfocar: () => pin.getElement()?.focus(),
    quitar: () => void mapa.remove(),
  };
}

const vistaDe = (mapa: L.Map): Vista => {
  const b = mapa.getBounds();
  return {
    caja: [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()],
    centro: comoPunto(mapa.getCenter()),
    zoom: mapa.getZoom(),
  };
};

/** The least that a target may be: WCAG 2.2, 2.5.8. */
const BLANCO_PX = 24;

type DeGrupos = Opciones & {
  alMover: (v: Vista) => void;
  alElegir: (g: Grupo) => void;
  nombrar: (g: Grupo) => string;
};

/** A map of many: pins where one stands alone, a number where they stand together. */
export function dibujarGrupos(caja: HTMLElement, o: DeGrupos) {
  const mapa = base(caja, o);
  const capa = L.layerGroup().addTo(mapa);
  const zonas = L.layerGroup().addTo(mapa);
  let yo: L.CircleMarker | null = null;
  let hacer = o;
  mapa.on("moveend", () => {
    soloEnteras();
    hacer.alMover(vistaDe(mapa));
  });

  /** A sliver of a mark at the edge is seen, and is no stop for the keyboard: there is no room to point at it. */
  function soloEnteras() {
    const lienzo = caja.closest(".mapa-lienzo") ?? caja;
    const rectangulo = (el: Element): Recuadro => {
      const { x, y, width, height } = el.getBoundingClientRect();
      return { x, y, ancho: width, alto: height };
    };
    const marco = rectangulo(caja);
    const tapas = [...lienzo.querySelectorAll(".leaflet-control, button")].map(rectangulo);
    for (const el of caja.querySelectorAll<HTMLElement>(".leaflet-marker-icon"))
      el.tabIndex = ladoLibre(rectangulo(el), marco, tapas) < BLANCO_PX ? -1 : 0;
  }

  const marca = (g: Grupo): L.Marker => {
    const m = L.marker(g, { icon: icono(g) });
    m.on("click", () => hacer.alElegir(g));
    m.on("add", () => {
      const el = m.getElement();
      el?.setAttribute("aria-label", hacer.nombrar(g));
      // It has the role of a button, and none of its keys.
      el?.addEventListener("keydown", (e) => {
        if (e.key !== "Enter" && e.key !== " ") return;
        e.preventDefault();
        hacer.alElegir(g);
      });
    });
    return m;
  };
  return {
    leaflet: mapa,
    vista: () => vistaDe(mapa),
    /** Replaces every pin; the focus is given back to the same place when it was on one. */
    grupos(lista: readonly Grupo[]) {
      const tenia = (document.activeElement as HTMLElement | null)?.getAttribute("aria-label");
      const dentro = caja.contains(document.activeElement);
      capa.clearLayers();
      const recuadro = (g: Grupo) => {
        const { iconSize, iconAnchor } = icono(g).options;
        const { x, y } = mapa.latLngToLayerPoint(g).subtract(iconAnchor ?? [0, 0]);
        const lado = L.point(iconSize ?? [0, 0]);
        return { x, y, ancho: lado.x, alto: lado.y };
      };
      // Nearer than this no zoom would tell them apart.
      const cerca = mapa.getZoom() >= ZOOM.maximo;
      for (const g of cerca ? lista : juntar(lista, recuadro)) marca(g).addTo(capa);
      soloEnteras();
      if (!dentro || !tenia) return;
      const otra = [...caja.querySelectorAll<HTMLElement>("[aria-label]")].find(
        (x) => x.getAttribute("aria-label") === tenia,
      );
      (otra ?? caja).focus({ preventScroll: true });
    },
    /** Outlines under the pins, GeoJSON. */
    contornos(lista: readonly { geojson: unknown; elegida: boolean; alTocar: () => void }[]) {
      zonas.clearLayers();
      for (const z of lista)
        L.geoJSON(z.geojson as Parameters<typeof L.geoJSON>[0], {
          style: { className: `zona${z.elegida ? " zona-elegida" : ""}` },
        })
          .on("click", z.alTocar)
          .addTo(zonas);
    },
    ir(p: Punto, zoom: number) {
      mapa.setView(p, zoom, { animate: false });
    },
    abarcar([w, s, e, n]: Caja) {
      mapa.fitBounds(
        [
          [s, w],
          [n, e],
        ],
        { animate: false },
      );
    },
    estoy(p: Punto) {
      yo?.remove();
      yo = L.circleMarker(p, { radius: 9, className: "estoy", interactive: false }).addTo(mapa);
    },
    atender(x: Pick<DeGrupos, "alMover" | "alElegir" | "nombrar">) {
      hacer = { ...hacer, ...x };
    },
    quitar: () => void mapa.remove(),
  };
}

export type MapaLugarDibujado = ReturnType<typeof dibujarLugar>;
export type MapaEleccion = ReturnType<typeof dibujarEleccion>;
export type MapaGruposDibujado = ReturnType<typeof dibujarGrupos>;
export type Motor = {
  dibujarLugar: typeof dibujarLugar;
  dibujarEleccion: typeof dibujarEleccion;
  dibujarGrupos: typeof dibujarGrupos;
};
