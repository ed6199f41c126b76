import { sesion } from "./sesion.ts";

/** Nobody is signed in here any more. What this person saw here is nobody else's; what they have still to send waits for them. */
export function salida(): void {
  sesion.value = null;
  void import("./guardado.ts").then((g) => g.olvidarVistas()).catch(() => undefined);
}
