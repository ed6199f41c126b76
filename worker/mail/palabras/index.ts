import { en } from "./en.ts";
import { es, type Palabras } from "./es.ts";

export type { Palabras } from "./es.ts";

/** The words of a person's language; for one that nobody knows, the Spanish ones. */
export const palabrasDe = (idioma: string): Palabras => (idioma === "en" ? en : es);
