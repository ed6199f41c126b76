import type { Yo } from "../../contract/esquemas/cuentas.ts";
import { sesion } from "./sesion.ts";

const CLAVE = "baldosa.yo";

/** Who was signed in when there was signal: the site opens for them without it. Signing out forgets it. */
export function recordada(): Yo | null {
  try {
    return JSON.parse(localStorage.getItem(CLAVE) ?? "null") as Yo | null;
  } catch {
    return null;
  }
}

/** Keeps in mind, from now on, who is signed in and that nobody is. */
export function recordarSesion(): void {
  sesion.subscribe((yo) => {
    if (yo === undefined) return;
    try {
      if (yo) localStorage.setItem(CLAVE, JSON.stringify(yo));
      else localStorage.removeItem(CLAVE);
    } catch {
      // Without storage nobody is remembered.
    }
  });
}

/** While the server has not said who this is, whoever was remembered. */
export function confiarEnRecordada(): void {
  if (sesion.value === undefined) sesion.value = recordada() ?? undefined;
}
