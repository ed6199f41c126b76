import type { MunicipioPublico } from "../../contract/esquemas/municipio.ts";
import { verMunicipioPublico } from "../domain/municipio/ver.ts";
import type { C } from "./app-env.ts";

const VALE_MS = 30_000;

let recordada: { en: number; ciudad: Promise<MunicipioPublico> } | null = null;

/** The municipality as every page shows it, asked for at most twice a minute in this isolate. */
export function ciudadDe(c: C): Promise<MunicipioPublico> {
  const ahora = Date.now();
  if (recordada && ahora - recordada.en < VALE_MS) return recordada.ciudad;
  const ciudad = verMunicipioPublico(c.get("ctx")).catch((error: unknown) => {
    recordada = null;
    throw error;
  });
  recordada = { en: ahora, ciudad };
  return ciudad;
}

/** After a change: here at once, elsewhere within the half minute. */
export const olvidarCiudad = (): void => {
  recordada = null;
};
