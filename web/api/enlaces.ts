import type { EnlaceUsado, EnlaceVisto, Sesion } from "../../contract/esquemas/enlaces.ts";
import { pedir } from "./cliente.ts";

export type Pedible = "ingresar" | "recuperar";

export const pedirEnlace = (que: Pedible, email: string) =>
  pedir<unknown>("POST", "/api/auth/enlace", { cuerpo: { que, email } });
export const verEnlace = (token: string) =>
  pedir<EnlaceVisto>("POST", "/api/auth/enlace/ver", { cuerpo: { token } });
export const usarEnlace = (cuerpo: object) =>
  pedir<EnlaceUsado>("POST", "/api/auth/enlace/usar", { cuerpo });

export const pedirVerificacion = () =>
  pedir<unknown>("POST", "/api/auth/verificar", { cuerpo: {} });
export const cambiarCorreo = (cuerpo: object) =>
  pedir<{ detalle: string }>("POST", "/api/auth/correo", { cuerpo });
export const listarSesiones = () => pedir<{ items: Sesion[] }>("GET", "/api/auth/sesiones");
export const cerrarSesion = (id: number) =>
  pedir<unknown>("DELETE", `/api/auth/sesiones/${id}`, { cuerpo: {} });
export const cerrarLasDemas = () =>
  pedir<{ cerradas: number }>("DELETE", "/api/auth/sesiones", { cuerpo: {} });
