import { useEffect, useMemo, useState } from "preact/hooks";
import { useCategorias, useCuadrillas, useZonas } from "../../../state/catalogos.ts";
import type { Nombrados } from "./tarjeta.tsx";

const ANGOSTO = "(max-width: 63.99rem)";

/** Whether the screen shows one column at a time. */
export function useAngosto(): boolean {
  const [angosto, setAngosto] = useState(() => matchMedia(ANGOSTO).matches);
  useEffect(() => {
    const consulta = matchMedia(ANGOSTO);
    const oir = () => setAngosto(consulta.matches);
    oir();
    consulta.addEventListener("change", oir);
    return () => consulta.removeEventListener("change", oir);
  }, []);
  return angosto;
}

const porId = <T extends { id: number }>(lista: readonly T[] | null): ReadonlyMap<number, T> =>
  new Map((lista ?? []).map((x) => [x.id, x]));

/** The catalogues by id: cards carry ids alone. */
export function useNombrados(): Nombrados {
  const categorias = useCategorias();
  const cuadrillas = useCuadrillas();
  const zonas = useZonas();
  return useMemo(
    () => ({
      categorias: porId(categorias),
      cuadrillas: porId(cuadrillas),
      zonas: porId(zonas),
    }),
    [categorias, cuadrillas, zonas],
  );
}

const tarjetasDe = (columna: Element): HTMLElement[] => [
  ...columna.querySelectorAll<HTMLElement>("[data-tarjeta]"),
];

/** The card that an arrow leads to: up and down within a column, sideways to the nearest column that has any. */
function vecina(desde: HTMLElement, tecla: string): HTMLElement | undefined {
  const columna = desde.closest("[data-columna]");
  if (!columna) return undefined;
  const suyas = tarjetasDe(columna);
  const i = suyas.indexOf(desde);
  if (tecla === "ArrowDown") return suyas[i + 1];
  if (tecla === "ArrowUp") return suyas[i - 1];
  const columnas = [...document.querySelectorAll("[data-columna]:not([hidden])")];
  const c = columnas.indexOf(columna);
  const otras = tecla === "ArrowRight" ? columnas.slice(c + 1) : columnas.slice(0, c).reverse();
  const conAlguna = otras.map(tarjetasDe).find((t) => t.length > 0);
  return conAlguna?.[Math.min(i, conAlguna.length - 1)];
}

const FLECHAS = ["ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight"];

/** On a card's link: the arrows go from card to card, and m asks where this one may go. */
export const porTeclado =
  (mover: () => void) =>
  (e: KeyboardEvent & { currentTarget: HTMLElement }): void => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key === "m") {
      e.preventDefault();
      mover();
    } else if (FLECHAS.includes(e.key)) {
      const otra = vecina(e.currentTarget, e.key);
      if (!otra) return;
      e.preventDefault();
      otra.focus();
      otra.closest("li")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  };
