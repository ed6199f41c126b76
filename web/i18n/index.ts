import { comun } from "./es/comun.ts";

/**
 * The words on every screen. Each area has its own catalogue, loaded with the pages that use it;
 * en/ has the same shape, kept so by the compiler.
 */
export const t = comun;

/** Where the people are: es-AR, all times in Buenos Aires. */
export const LOCAL = "es-AR";
export const ZONA_HORARIA = "America/Argentina/Buenos_Aires";
