import type { Poligono, Zona } from "../../contract/esquemas/catalogos.ts";
import type { Municipio } from "../../contract/esquemas/municipio.ts";
import { pedir } from "./cliente.ts";

/** Whole, with their shapes. */
export const listarZonas = async (): Promise<Zona[]> =>
  (await pedir<{ items: Zona[] }>("GET", "/api/zonas")).items;

export const limiteDelMunicipio = async (): Promise<Poligono | null> =>
  (await pedir<Municipio>("GET", "/api/municipio")).limite;

type Cuerpo = Omit<Zona, "id">;
export const guardarZona = (id: number | null, cuerpo: Cuerpo, clave: string): Promise<Zona> =>
  id === null
    ? pedir<Zona>("POST", "/api/zonas", { cuerpo, clave })
    : pedir<Zona>("PUT", `/api/zonas/${id}`, { cuerpo, clave });
