import type { Usuario, Yo } from "../../contract/esquemas/cuentas.ts";
import { pedir } from "./cliente.ts";

/** @param codigo of the second factor, once it was asked for */
export const ingresar = (username: string, password: string, codigo?: string) =>
  pedir<{ user: Usuario }>("POST", "/api/auth/login", {
    cuerpo: new URLSearchParams({ username, password, ...(codigo ? { codigo } : {}) }),
  });
export const registrarse = (cuerpo: object, clave: string, persona: string | null) =>
  pedir<Usuario>("POST", "/api/auth/register", { cuerpo, clave, persona });
export const salir = () => pedir<unknown>("POST", "/api/auth/logout", { cuerpo: {} });
export const cambiarPerfil = (cuerpo: object, clave: string) =>
  pedir<Yo>("PUT", "/api/auth/me", { cuerpo, clave });
export const cambiarContrasena = (cuerpo: object, clave: string) =>
  pedir<unknown>("POST", "/api/auth/password", { cuerpo, clave });
