import type { Cargador } from "./cargadores.ts";
import type { ModuloPropio } from "./rutas-propias.ts";

/** The Worker has none of them (package.json, imports): it shows that they are on their way. */
export const CARGADORES: Partial<Record<ModuloPropio, Cargador>> = {};
