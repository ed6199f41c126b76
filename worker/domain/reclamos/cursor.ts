import { falloDeCampo } from "../fallo.ts";

/** A keyset position as text a client passes back unread. */
export const cursorDe = (clave: number[]): string => btoa(clave.join(".")).replace(/=+$/, "");

/**
 * @param partes how many numbers it must hold
 * @throws Fallo datos_invalidos
 */
export function leerCursor(cursor: string | undefined, partes: number): number[] | null {
  if (cursor === undefined) return null;
  try {
    const clave = atob(cursor).split(".").map(Number);
    if (clave.length === partes && clave.every(Number.isSafeInteger)) return clave;
  } catch {
    // not base64: answered below
  }
  throw falloDeCampo(
    "cursor",
    "Ese cursor no es nuestro: volvé a pedir la lista desde el principio.",
  );
}
