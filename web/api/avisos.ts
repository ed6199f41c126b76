import type { Aviso } from "../../contract/tramas.ts";
import { pedir } from "./cliente.ts";

export type AvisoGuardado = Aviso & { seq: number; leido: boolean };
export type PaginaAvisos = {
  items: AvisoGuardado[];
  seq: number;
  sin_leer: number;
  hueco: boolean;
};

export const listarAvisos = () => pedir<PaginaAvisos>("GET", "/api/avisos?limite=100");
export const marcarLeidos = (hasta: number) =>
  pedir<unknown>("POST", "/api/avisos/leidos", { cuerpo: { hasta } });
