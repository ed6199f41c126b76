import type { DiasAtras, Estadisticas } from "../../contract/esquemas/estadisticas.ts";
import { pedir } from "./cliente.ts";

/** The figures of so many days up to today, for who runs the city. */
export const verEstadisticas = (dias: DiasAtras) =>
  pedir<Estadisticas>("GET", `/api/estadisticas?dias=${dias}`);
