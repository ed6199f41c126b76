import type { cargarResto as EnElNavegador } from "./cargar.ts";

/** The Worker draws the first step alone (package.json, imports). */
export const cargarResto: typeof EnElNavegador = () => new Promise(() => {});
