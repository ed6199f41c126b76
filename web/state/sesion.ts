import { signal } from "@preact/signals";
import type { Quien, Yo } from "../../contract/esquemas/cuentas.ts";
import { pedir } from "../api/cliente.ts";
import { esErrorApi } from "../api/error.ts";

/**
 * Who is signed in on this browser: undefined while unknown, null when nobody.
 * Never set on the server: its pages are the same for everybody.
 */
export const sesion = signal<Yo | null | undefined>(undefined);

const ESPERA_S = 5;

/** Asks the server who this is. Without an answer the person stays as known, from an earlier visit too. */
export async function cargarSesion(): Promise<Yo | null> {
  try {
    sesion.value = (await pedir<Quien>("GET", "/api/auth/quien")).yo;
  } catch (e) {
    if (esErrorApi(e) && (e.status === 401 || e.status === 403)) sesion.value = null;
    else sesion.value ??= await recordada();
    // Nobody said that nobody is signed in: the page waits rather than send a person to the door.
    if (sesion.value === null && esErrorApi(e) && e.status >= 429) {
      sesion.value = undefined;
      setTimeout(cargarSesion, (e.esperar ?? ESPERA_S) * 1000);
    }
  }
  return sesion.value ?? null;
}

const recordada = () =>
  import("#despues/state/recordada.ts").then(
    (r) => r.recordada(),
    () => null,
  );

export const esPersonal = (yo: Yo | null | undefined): boolean => yo != null && yo.rol !== "vecino";
export const esGestion = (yo: Yo | null | undefined): boolean =>
  yo?.rol === "supervisor" || yo?.rol === "admin";

/** The sign-in door that comes back to `ruta`. */
export const ingresarYVolver = (ruta: string): string =>
  `/ingresar?volver=${encodeURIComponent(ruta)}`;
