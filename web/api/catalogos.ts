import type { Categoria, Cuadrilla, Zona } from "../../contract/esquemas/catalogos.ts";
import { pedir } from "./cliente.ts";

type Items<T> = { items: T[] };
const lista = async <T>(ruta: string): Promise<T[]> => (await pedir<Items<T>>("GET", ruta)).items;

export const categorias = () => lista<Categoria>("/api/categorias");
export const zonas = () => lista<Pick<Zona, "id" | "nombre">>("/api/zonas");
export const cuadrillas = () => lista<Cuadrilla>("/api/cuadrillas");
