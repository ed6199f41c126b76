import { useMemo, useRef } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Accion } from "../../../contract/acciones.ts";
import { leerFiltros, rutaBandeja } from "../../lib/filtros.ts";
import type { Bandeja } from "../../state/bandeja.ts";
import type { Seleccion } from "../../state/seleccion.ts";
import { useTeclas } from "../../state/teclas.ts";

/** The row's link takes the focus, so that Tab, Enter and a screen reader go on from it. */
export function enfocarFila(id: number): void {
  const fila = document.querySelector<HTMLElement>(`[data-id="${id}"]`);
  fila?.querySelector("a")?.focus({ preventScroll: true });
  fila?.scrollIntoView({ block: "nearest" });
}
const enfocarPanel = (): void => document.querySelector<HTMLElement>(".mesa-panel")?.focus();

type Mesa = {
  id: number | null;
  bandeja: Bandeja;
  seleccion: Seleccion;
  /** Asks for the form of an action on that reclamo. */
  abrir: (de: number, a: Accion) => void;
  verAyuda: () => void;
  traerNuevos: () => void;
};

/** Everything that the bandeja does by single keys. */
export function useTeclado({ id, bandeja, seleccion, abrir, verAyuda, traerNuevos }: Mesa): void {
  const { query, route } = useLocation();
  const { filas } = bandeja;
  // Keys may come faster than the page is drawn: each goes on from where the last one led.
  const actual = useRef(id);
  actual.current = id;
  const teclas = useMemo(() => {
    const filtros = leerFiltros(query);
    const mover = (paso: 1 | -1) => {
      const i = filas?.findIndex((f) => f.id === actual.current) ?? -1;
      const destino = filas?.[i === -1 ? 0 : i + paso];
      if (!destino) {
        if (paso === 1) void bandeja.verMas();
        return;
      }
      actual.current = destino.id;
      route(rutaBandeja(filtros, destino.id), true);
      enfocarFila(destino.id);
    };
    const accion = (a: Accion) => () => {
      if (actual.current) abrir(actual.current, a);
    };
    return {
      j: () => mover(1),
      k: () => mover(-1),
      a: accion("asignar"),
      r: accion("rechazar"),
      c: accion("comentar"),
      p: accion("priorizar"),
      x: () => {
        if (actual.current) seleccion.alternar(actual.current);
      },
      n: traerNuevos,
      "/": () => document.getElementById("buscar")?.focus(),
      "?": verAyuda,
      Escape: () => {
        if (document.querySelector("details.menu[open]")) return;
        if (seleccion.filas.length > 0) return seleccion.elegir([]);
        if (!id) return;
        route(rutaBandeja(filtros));
        requestAnimationFrame(() => enfocarFila(id));
      },
      Enter: (e: KeyboardEvent) => {
        // A row that is open already: Enter goes into it. Anything else keeps its own Enter.
        const fila = (e.target as HTMLElement).closest<HTMLElement>("[data-id]");
        const enNada = e.target === document.body || (e.target as HTMLElement).id === "contenido";
        const abierto = actual.current;
        if (!abierto || !(enNada || fila?.dataset.id === String(abierto))) return false;
        enfocarPanel();
      },
    };
  }, [filas, id, query, route, bandeja, seleccion, abrir, verAyuda, traerNuevos]);
  useTeclas(teclas);
}
