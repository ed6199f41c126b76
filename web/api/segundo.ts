import type { EstadoSegundo, SecretoSegundo } from "../../contract/esquemas/segundo.ts";
import { pedir } from "./cliente.ts";

const RUTA = "/api/auth/segundo-factor";
type Codigos = { codigos: string[] };

export const verSegundo = () => pedir<EstadoSegundo>("GET", RUTA);
/** @param codigo of the present one, when there is one */
export const empezar = (codigo?: string) =>
  pedir<SecretoSegundo>("POST", RUTA, { cuerpo: codigo === undefined ? {} : { codigo } });
export const activar = (codigo: string) =>
  pedir<Codigos>("POST", `${RUTA}/activar`, { cuerpo: { codigo } });
export const renovar = (codigo: string) =>
  pedir<Codigos>("POST", `${RUTA}/codigos`, { cuerpo: { codigo } });
export const quitar = (codigo: string) =>
  pedir<void>("POST", `${RUTA}/quitar`, { cuerpo: { codigo } });
export const restablecer = (usuarioId: number) =>
  pedir<void>("POST", `/api/usuarios/${usuarioId}/segundo-factor/restablecer`, { cuerpo: {} });
