import { signal } from "@preact/signals";
import type { Similar } from "../../../contract/esquemas/reclamos.ts";
import { verSimilares } from "../../api/reclamos.ts";
import type { Borrador } from "../../state/borrador.ts";

/** Nobody waits longer than this to go on with their report. */
const PACIENCIA_MS = 4000;

/** Those found for the draft's place and kind; null before anyone looked. */
export const similares = signal<readonly Similar[] | null>(null);

/**
 * Looks for others that tell of the same. Without a place, without signal or too slow there are none.
 * @returns how many
 */
export async function buscarSimilares({ punto, categoria_id }: Borrador): Promise<number> {
  similares.value = null;
  if (!punto || categoria_id === null || !navigator.onLine) return 0;
  try {
    const tope = AbortSignal.timeout(PACIENCIA_MS);
    similares.value = await verSimilares(punto, categoria_id, tope);
  } catch {
    return 0; // An extra of the way: the report goes on without it.
  }
  return similares.value.length;
}
