import type * as EnElNavegador from "./cargar.ts";

const nunca = () => new Promise<never>(() => {});

/** The Worker draws the first step alone (package.json, imports). */
export const cargarResto: typeof EnElNavegador.cargarResto = nunca;
export const cargarPendientes: typeof EnElNavegador.cargarPendientes = nunca;
export const cargarGuardado: typeof EnElNavegador.cargarGuardado = nunca;
