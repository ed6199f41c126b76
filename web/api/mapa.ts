import type { ListaMapa, VistaMapa } from "../../contract/esquemas/mapa.ts";
import { pedir } from "./cliente.ts";

/** @param consulta of lib/mapa.ts */
export const verMapa = (consulta: string, senal: AbortSignal) =>
  pedir<VistaMapa>("GET", `/api/publico/mapa?${consulta}`, { senal });

export const seguirLista = (consulta: string, cursor: string) =>
  pedir<ListaMapa>("GET", `/api/publico/mapa/lista?${consulta}&cursor=${cursor}`);

/** The municipality's own centre. */
export const centroDeLaCiudad = () =>
  pedir<{ lat: number | null; lng: number | null }>("GET", "/api/publico/municipio");
