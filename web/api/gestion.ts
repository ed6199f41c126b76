import type { Conteos, ResultadoLote, Sugerencia } from "../../contract/esquemas/gestion.ts";
import type { Plantilla } from "../../contract/esquemas/plantillas.ts";
import type { Similar } from "../../contract/esquemas/reclamos.ts";
import { pedir } from "./cliente.ts";

type Items<T> = { items: T[] };
const lista = async <T>(ruta: string): Promise<T[]> => (await pedir<Items<T>>("GET", ruta)).items;

export const contarVistas = () => pedir<Conteos>("GET", "/api/reclamos/conteos");
export const verSugerencias = (id: number) => lista<Sugerencia>(`/api/reclamos/${id}/sugerencias`);
export const verPlantillas = () => lista<Plantilla>("/api/plantillas");
export const verSimilares = (lat: number, lng: number, categoria: number) =>
  lista<Similar>(`/api/reclamos/similares?lat=${lat}&lng=${lng}&categoria=${categoria}`);
export const aplicarLote = (cuerpo: object, clave: string) =>
  pedir<ResultadoLote>("POST", "/api/reclamos/lote", { cuerpo, clave });
