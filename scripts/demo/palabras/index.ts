import { agua } from "./agua.ts";
import { alumbrado } from "./alumbrado.ts";
import { arbolado } from "./arbolado.ts";
import { bacheo } from "./bacheo.ts";
import { cloacas } from "./cloacas.ts";
import { espaciosVerdes } from "./espacios-verdes.ts";
import { limpieza } from "./limpieza.ts";
import type { Palabras } from "./tipos.ts";
import { transito } from "./transito.ts";

/** By the categoría's id, in the order of catalogo.ts. */
export const PALABRAS: Record<number, Palabras> = {
  1: alumbrado,
  2: bacheo,
  3: limpieza,
  4: arbolado,
  5: transito,
  6: agua,
  7: cloacas,
  8: espaciosVerdes,
};
