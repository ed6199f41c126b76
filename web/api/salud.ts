import type { SaludDetalle } from "../../contract/esquemas/salud.ts";
import { pedir } from "./cliente.ts";

/** How the system is, for who runs it. */
export const verSalud = () => pedir<SaludDetalle>("GET", "/api/salud");
export const reintentarEvento = (id: number) =>
  pedir<{ id: number }>("POST", `/api/salud/eventos/${id}/reintentar`, { cuerpo: {} });
export const reintentarAparcados = () =>
  pedir<{ eventos: number }>("POST", "/api/salud/aparcados/reintentar", { cuerpo: {} });
