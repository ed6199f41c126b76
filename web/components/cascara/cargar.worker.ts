import type * as EnElNavegador from "./cargar.ts";

/** The Worker opens none (package.json, imports). */
export const cargarCuenta: typeof EnElNavegador.cargarCuenta = () => new Promise(() => {});
