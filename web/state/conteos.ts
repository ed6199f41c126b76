import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Conteos } from "../../contract/esquemas/gestion.ts";
import { contarVistas } from "../api/gestion.ts";
import { type Novedad, useNovedades } from "./novedades.ts";

/** News come in bursts; the counts are read once for all of a burst. */
const JUNTAR_MS = 3000;

/** News that may move a reclamo from one list to another. */
const CAMBIAN: readonly string[] = ["nuevo_reclamo", "reclamo_actualizado", "releer"];

const conteos = signal<Conteos | null>(null);
let porLeer = false;

async function leer(): Promise<void> {
  porLeer = false;
  try {
    conteos.value = await contarVistas();
  } catch {
    // The last known ones stay; the next news reads again.
  }
}
const oir = (n: Novedad): void => {
  if (!CAMBIAN.includes(n.type)) return;
  if (porLeer) return;
  porLeer = true;
  setTimeout(() => void leer(), JUNTAR_MS);
};

/** How many each daily list holds, kept true while staff look. Null until known. */
export function useConteos(): Conteos | null {
  useEffect(() => void leer(), []);
  useNovedades(oir);
  return conteos.value;
}
