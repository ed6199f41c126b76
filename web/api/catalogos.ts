import type { Categoria, Cuadrilla, Zona } from "../../contract/esquemas/catalogos.ts";
import { pedir } from "./cliente.ts";

type Items<T> = { items: T[] };
const lista = async <T>(ruta: string): Promise<T[]> => (await pedir<Items<T>>("GET", ruta)).items;

export const categoriasPublicas = () => lista<Categoria>("/api/publico/categorias");
export const zonasPublicas = () => lista<Pick<Zona, "id" | "nombre">>("/api/publico/zonas");
export const cuadrillas = () => lista<Cuadrilla>("/api/cuadrillas");
