import type { EstadisticasPublicas } from "../../contract/esquemas/estadisticas.ts";
import type { Portada } from "../../contract/esquemas/portada.ts";
import { pedir } from "./cliente.ts";

export const portada = () => pedir<Portada>("GET", "/api/publico/portada");

/** @param consulta the period, as in the page's address */
export const estadisticas = (consulta: string) =>
  pedir<EstadisticasPublicas>("GET", `/api/publico/estadisticas?${consulta}`);
