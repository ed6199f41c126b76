import { type Signal, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Categoria, Cuadrilla, Zona } from "../../contract/esquemas/catalogos.ts";
import * as api from "../api/catalogos.ts";
import { useDatos } from "../datos.ts";

type Catalogo<T> = { datos: Signal<T[] | null>; cargar: () => Promise<void> };

/** A list that is asked for once and shared by every screen. A failed try leaves it null, to be tried again. */
function catalogo<T>(pedir: () => Promise<T[]>): Catalogo<T> {
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

function useCatalogo<T>(c: Catalogo<T>, necesario = true): T[] | null {
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
/** The open work of each cuadrilla changes with every assignment. */
export const refrescarCuadrillas = () => cuadrillas.cargar();
