import type { FotoElegida } from "../components/fotos.tsx";
import { type Borrador, borradorVacio } from "./borrador.ts";
import * as guardado from "./guardado.ts";

/** Apart, so that a letter typed does not write five photos again. */
const TEXTOS = "reclamo";
const FOTOS = "reclamo-fotos";
type Textos = Omit<Borrador, "fotos">;

/** The draft of this device, or null. @throws where the browser keeps nothing */
export async function leerBorrador(): Promise<Borrador | null> {
  const textos = await guardado.leerBorrador<Textos>(TEXTOS);
  const fotos = await guardado.leerBorrador<FotoElegida[]>(FOTOS);
  if (!textos && !fotos) return null;
  return { ...borradorVacio(crypto.randomUUID()), ...textos, fotos: fotos ?? [] };
}

/** Keeps the draft's words and, when they changed, its photos. @throws as above */
export async function guardarBorrador(b: Borrador, cambios: Partial<Borrador>): Promise<void> {
  const { fotos, ...textos } = b;
  if (cambios.fotos) await guardado.guardarBorrador(FOTOS, fotos);
  await guardado.guardarBorrador(TEXTOS, textos);
}

/** @throws as above */
export async function borrarBorrador(): Promise<void> {
  await guardado.borrarBorrador(TEXTOS);
  await guardado.borrarBorrador(FOTOS);
}
