import { signal } from "@preact/signals";
import type { Yo } from "../../contract/esquemas/cuentas.ts";
import { quienSoy } from "../api/cuentas.ts";
import { esErrorApi } from "../api/error.ts";

/**
 * Who is signed in on this browser: undefined while unknown, null when nobody.
 * Never set on the server: its pages are the same for everybody.
 */
export const sesion = signal<Yo | null | undefined>(undefined);

/** Asks the server who this is. Without an answer the person stays as known. */
export async function cargarSesion(): Promise<Yo | null> {
  try {
    sesion.value = await quienSoy();
  } catch (e) {
    if (esErrorApi(e) && (e.status === 401 || e.status === 403)) sesion.value = null;
    else if (sesion.value === undefined) sesion.value = null;
  }
  return sesion.value ?? null;
}

export const esPersonal = (yo: Yo | null | undefined): boolean => yo != null && yo.rol !== "vecino";
export const esGestion = (yo: Yo | null | undefined): boolean =>
  yo?.rol === "supervisor" || yo?.rol === "admin";

/** The sign-in door that comes back to `ruta`. */
export const ingresarYVolver = (ruta: string): string =>
  `/ingresar?volver=${encodeURIComponent(ruta)}`;
