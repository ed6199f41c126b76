import { type Signal, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Categoria, Cuadrilla, Zona } from "../../contract/esquemas/catalogos.ts";
import { CATALOGOS, type Catalogo } from "../../contract/tramas.ts";
import * as api from "../api/catalogos.ts";
import { useDatos } from "../datos.ts";

type Lista<T> = { datos: Signal<T[] | null>; cargar: () => Promise<void> };

/** A list that is asked for once and shared by every screen. A failed try leaves it null, to be tried again. */
function catalogo<T>(pedir: () => Promise<T[]>): Lista<T> {
  const datos = signal<T[] | null>(null);
  let enCurso: Promise<void> | null = null;
  const cargar = () => {
    enCurso ??= pedir()
      .then((lista) => {
        datos.value = lista;
      })
      .catch(() => undefined)
      .finally(() => {
        enCurso = null;
      });
    return enCurso;
  };
  return { datos, cargar };
}

const categorias = catalogo<Categoria>(api.categorias);
const zonas = catalogo<Pick<Zona, "id" | "nombre">>(api.zonas);
const cuadrillas = catalogo<Cuadrilla>(api.cuadrillas);

function useCatalogo<T>(c: Lista<T>, necesario = true): T[] | null {
  useEffect(() => {
    if (necesario && c.datos.value === null) void c.cargar();
  }, [c, necesario]);
  return c.datos.value;
}

/** The categories that a vecino may report, from the page's own data when it brought them. */
export function useCategorias(): Categoria[] | null {
  const dePagina = useDatos().categorias;
  const pedidas = categorias.datos.value;
  useEffect(() => {
    if (!dePagina && pedidas === null) void categorias.cargar();
  }, [dePagina, pedidas]);
  return pedidas ?? dePagina ?? null;
}
export const useZonas = () => useCatalogo(zonas);
/** Staff only: nothing is asked for while it is not needed. */
export const useCuadrillas = (necesario = true) => useCatalogo(cuadrillas, necesario);
/** Somebody changed it: who shows it sees it as it is now. What nobody asked for stays unasked. */
export function releerCatalogo(que: Catalogo): void {
  const lista = { categorias, zonas, cuadrillas, plantillas: null, municipio: null }[que];
  if (lista && lista.datos.value !== null) void lista.cargar();
}
export const releerCatalogos = (): void => CATALOGOS.forEach(releerCatalogo);

/** The open work of each cuadrilla changes with every assignment. */
export const refrescarCuadrillas = () => cuadrillas.cargar();
