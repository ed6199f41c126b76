import { comun } from "./es/comun.ts";
import { idioma, traducir } from "./idioma.ts";

/**
 * The words on every screen. Each area has its own catalogue, loaded with the pages that use it;
 * en/ has the same shape, kept so by the compiler.
 */
export const t = traducir("comun", comun);

/** How dates and numbers are written; all times are in Buenos Aires. */
export const LOCAL = idioma === "en" ? "en-GB" : "es-AR";
export const ZONA_HORARIA = "America/Argentina/Buenos_Aires";
