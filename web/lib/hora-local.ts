import { exacta } from "./fechas.ts";

/** A browser's field of a day and an hour, read as Buenos Aires time wherever the browser is: 2026-11-27T18:00. */

/** Buenos Aires has been three hours behind UTC, summer and winter, since 2009. */
const ATRASO_MS = 3 * 3_600_000;
const HASTA_EL_MINUTO = 16;

/** What the field holds as a moment; null when it is empty. */
export const deCampo = (local: string): string | null => (local ? `${local}:00-03:00` : null);

/** A moment as the field holds it. */
export const aCampo = (iso: string): string =>
  new Date(Date.parse(iso) - ATRASO_MS).toISOString().slice(0, HASTA_EL_MINUTO);

/** What the field holds, in words. */
export const enPalabras = (local: string): string =>
  exacta(deCampo(local) ?? new Date().toISOString());
