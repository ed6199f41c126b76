import type { PersonaBuscada, PersonaConocida } from "../../contract/esquemas/personas.ts";
import { pedir } from "./cliente.ts";

/** Whom the city knows by that e-mail or telephone. Not in the address: nobody's data belongs in a log. */
export const buscarPersonas = async (
  que: PersonaBuscada,
  senal: AbortSignal,
): Promise<PersonaConocida[]> =>
  (
    await pedir<{ items: PersonaConocida[] }>("POST", "/api/personas/buscar", {
      cuerpo: que,
      senal,
    })
  ).items;
