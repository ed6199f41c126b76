import { esComun } from "../../contract/contrasenas.ts";
import type { Rol } from "../../contract/vocabulario.ts";
import { falloDeCampo } from "../domain/fallo.ts";

/**
 * Who works for the city may not have a password that anybody would try first. A vecino may, and is advised on screen.
 * @param campo where it was typed
 * @throws Fallo datos_invalidos
 */
export function exigirSegura(rol: Rol, contrasena: string, email: string, campo: string): void {
  if (rol !== "vecino" && esComun(contrasena, email))
    throw falloDeCampo(
      campo,
      "Es de las primeras que probaría cualquiera. Elegí otra: tres o cuatro palabras sueltas andan bien.",
    );
}
