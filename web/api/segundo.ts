import type { EstadoSegundo, SecretoSegundo } from "../../contract/esquemas/segundo.ts";
import { pedir } from "./cliente.ts";

const RUTA = "/api/auth/segundo-factor";
type Codigos = { codigos: string[] };

export const verSegundo = () => pedir<EstadoSegundo>("GET", RUTA);
/** By a code of the present one, or where there is none by the password of who has one. */
export const empezar = (con: { codigo?: string; actual?: string }) =>
  pedir<SecretoSegundo>("POST", RUTA, { cuerpo: con });
export const activar = (codigo: string) =>
  pedir<Codigos>("POST", `${RUTA}/activar`, { cuerpo: { codigo } });
export const renovar = (codigo: string) =>
  pedir<Codigos>("POST", `${RUTA}/codigos`, { cuerpo: { codigo } });
export const quitar = (codigo: string) =>
  pedir<void>("POST", `${RUTA}/quitar`, { cuerpo: { codigo } });
export const restablecer = (usuarioId: number) =>
  pedir<void>("POST", `/api/usuarios/${usuarioId}/segundo-factor/restablecer`, { cuerpo: {} });
