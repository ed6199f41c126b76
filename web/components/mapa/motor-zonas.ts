// biome-ignore lint/style/noRestrictedImports: the zonas page loads this module lazily
import * as L from "leaflet";
import type { Poligono, Zona } from "../../../contract/esquemas/catalogos.ts";
import type { Posicion } from "../../../contract/geometria.ts";
import { tz } from "../../i18n/zonas.ts";
import { type Forma, insertarPunto, poligonoDe, type Ruta, rutasDe } from "../../lib/forma.ts";
import type { Problema } from "../../lib/solapes.ts";
import { base, FLECHAS, type Opciones, PASO_PX } from "./motor.ts";

/** More corners than these in view are not shown: one could not take hold of them. */
const A_LA_VISTA_MAX = 150;
/** Between closer corners there is no room for another's handle, in pixels. */
const HUECO_PX = 56;

/** Over the streets, which may come later than the zonas do. */
const PANEL = "zonas";
const PANEL_Z = "450";

const aLatLng = ([lng, lat]: Posicion): L.LatLngTuple => [lat, lng];
const aPosicion = ({ lat, lng }: L.LatLng): Posicion => [lng, lat];
const contorno = (p: Poligono) => p as Parameters<typeof L.geoJSON>[0];

export type Hacer = {
  mover: (ruta: Ruta, a: Posicion) => void;
  insertar: (ruta: Ruta, donde: Posicion) => void;
  quitar: (ruta: Ruta) => void;
  agregar: (donde: Posicion) => void;
};
type Edicion = { forma: Forma; dibujando: boolean };

const manija = (clase: string): L.DivIcon =>
  L.divIcon({ className: `manija ${clase}`, html: "<i></i>", iconSize: [44, 44] });

/** The city's zonas, what is wrong with them, and one that is being drawn. */
export function dibujarZonas(caja: HTMLElement, o: Opciones & { alElegir: (id: number) => void }) {
  const mapa = base(caja, o);
  mapa.createPane(PANEL).style.zIndex = PANEL_Z;
  const capas = [1, 2, 3, 4, 5].map(() => L.layerGroup().addTo(mapa));
  const [deLimite, deZonas, deProblemas, dePrevia, deEdicion] = capas as [
    L.LayerGroup,
    L.LayerGroup,
    L.LayerGroup,
    L.LayerGroup,
    L.LayerGroup,
  ];
  let edicion: Edicion | null = null;
  let hacer: Hacer | null = null;

  const linea = L.geoJSON(undefined, {
    pane: PANEL,
    interactive: false,
    style: { className: "zona-borrador" },
  });
  function trazar(forma: Forma): void {
    linea.clearLayers();
    const p = poligonoDe(forma);
    if (p) linea.addData(contorno(p) as never);
    else
      for (const anillo of forma.flat())
        L.polyline(anillo.map(aLatLng), {
          pane: PANEL,
          className: "zona-borrador",
          interactive: false,
        }).addTo(linea);
  }

  function vertice(ruta: Ruta, donde: Posicion, nombre: string): L.Marker {
    const m = L.marker(aLatLng(donde), { icon: manija("vertice"), draggable: true });
    m.on("drag", () => {
      if (!edicion) return;
      const [p, a, i] = ruta;
      const aqui = aPosicion(m.getLatLng());
      trazar(
        edicion.forma.map((parte, x) =>
          parte.map((anillo, y) =>
            x === p && y === a ? anillo.map((q, z) => (z === i ? aqui : q)) : anillo,
          ),
        ),
      );
    });
    m.on("dragend", () => hacer?.mover(ruta, aPosicion(m.getLatLng())));
    m.on("add", () => {
      const el = m.getElement();
      el?.setAttribute("aria-label", nombre);
      el?.addEventListener("keydown", (e) => teclear(e, ruta, m));
    });
    return m;
  }
  function teclear(e: KeyboardEvent, ruta: Ruta, m: L.Marker): void {
    const hacia = FLECHAS[e.key];
    if (e.key === "Delete" || e.key === "Backspace") hacer?.quitar(ruta);
    else if (hacia) {
      const paso = e.shiftKey ? PASO_PX * 5 : PASO_PX;
      const aca = mapa.latLngToContainerPoint(m.getLatLng());
      const alla = mapa.containerPointToLatLng(aca.add([hacia[0] * paso, hacia[1] * paso]));
      mapa.panInside(alla, { padding: [48, 48] });
      hacer?.mover(ruta, aPosicion(alla));
    } else return;
    e.preventDefault();
    // Else the map would move as well.
    e.stopPropagation();
  }
  function medio(forma: Forma, ruta: Ruta): L.Marker | null {
    const anillo = forma[ruta[0]]?.[ruta[1]] ?? [];
    const [a, b] = [anillo[ruta[2]], anillo[(ruta[2] + 1) % anillo.length]];
    if (!a || !b || anillo.length < 3) return null;
    const lejos = mapa
      .latLngToContainerPoint(aLatLng(a))
      .distanceTo(mapa.latLngToContainerPoint(aLatLng(b)));
    if (lejos < HUECO_PX) return null;
    const nuevo = insertarPunto(forma, ruta)[ruta[0]]?.[ruta[1]]?.[ruta[2] + 1];
    if (!nuevo) return null;
    const m = L.marker(aLatLng(nuevo), { icon: manija("medio"), draggable: true, keyboard: false });
    m.on("click", () => hacer?.insertar(ruta, nuevo));
    m.on("dragend", () => hacer?.insertar(ruta, aPosicion(m.getLatLng())));
    return m;
  }

  function redibujar(): void {
    const enfocado = (document.activeElement as HTMLElement | null)?.getAttribute("aria-label");
    const dentro = caja.contains(document.activeElement);
    deEdicion.clearLayers();
    caja.classList.toggle("dibujando", edicion?.dibujando === true);
    if (!edicion) return;
    trazar(edicion.forma);
    linea.addTo(deEdicion);
    const { forma } = edicion;
    const vista = mapa.getBounds().pad(0.1);
    const todos = rutasDe(forma);
    const aLaVista = todos
      .map(([ruta, donde], i) => ({ ruta, donde, nombre: tz.punto(i + 1, todos.length) }))
      .filter(({ donde }) => vista.contains(aLatLng(donde)));
    if (aLaVista.length > A_LA_VISTA_MAX) return;
    for (const { ruta, donde, nombre } of aLaVista) {
      if (!edicion.dibujando) medio(forma, ruta)?.addTo(deEdicion);
      vertice(ruta, donde, nombre).addTo(deEdicion);
    }
    if (!dentro || !enfocado) return;
    const otra = [...caja.querySelectorAll<HTMLElement>("[aria-label]")].find(
      (x) => x.getAttribute("aria-label") === enfocado,
    );
    (otra ?? caja).focus({ preventScroll: true });
  }
  mapa.on("moveend", redibujar);
  mapa.on("click", (e) => {
    if (edicion?.dibujando) hacer?.agregar(aPosicion(e.latlng));
  });

  const pintar = (p: Poligono, className: string, capa: L.LayerGroup): L.GeoJSON =>
    L.geoJSON(contorno(p), { pane: PANEL, interactive: false, style: { className } }).addTo(capa);
  const rotular = (z: Pick<Zona, "nombre">, donde: L.LatLng, capa: L.LayerGroup) => {
    // The name is a person's words: as text, never as markup.
    const rotulo = document.createElement("span");
    rotulo.textContent = z.nombre;
    L.marker(donde, {
      icon: L.divIcon({ className: "rotulo-zona", html: rotulo, iconSize: [0, 0] }),
      interactive: false,
      keyboard: false,
    }).addTo(capa);
  };

  return {
    limite(p: Poligono | null) {
      deLimite.clearLayers();
      if (p) pintar(p, "zona-limite", deLimite);
    },
    zonas(lista: readonly Pick<Zona, "id" | "nombre" | "poligono" | "activa">[]) {
      deZonas.clearLayers();
      for (const z of lista) {
        const className = `zona${z.activa ? "" : " zona-apagada"}`;
        const capa = L.geoJSON(contorno(z.poligono), { pane: PANEL, style: { className } });
        capa.on("click", (e) => {
          if (edicion) return;
          L.DomEvent.stopPropagation(e);
          o.alElegir(z.id);
        });
        capa.addTo(deZonas);
        rotular(z, capa.getBounds().getCenter(), deZonas);
      }
    },
    problemas(lista: readonly Problema[]) {
      deProblemas.clearLayers();
      for (const p of lista) pintar(p.poligono, `zona-${p.tipo}`, deProblemas);
    },
    previa(lista: readonly { nombre: string; poligono: Poligono }[]) {
      dePrevia.clearLayers();
      for (const z of lista) {
        const capa = pintar(z.poligono, "zona-borrador", dePrevia);
        rotular(z, capa.getBounds().getCenter(), dePrevia);
      }
    },
    editar(e: Edicion | null, como: Hacer | null) {
      edicion = e;
      hacer = como;
      redibujar();
    },
    abarcar(lista: readonly Poligono[]) {
      const todo = L.featureGroup(lista.map((p) => L.geoJSON(contorno(p)))).getBounds();
      if (todo.isValid()) mapa.fitBounds(todo, { animate: false, padding: [24, 24] });
    },
    centro: (): Posicion => aPosicion(mapa.getCenter()),
    quitar: () => void mapa.remove(),
  };
}

export type MapaZonas = ReturnType<typeof dibujarZonas>;
