/** All that comes after the photo; it arrives while the person takes it. */
export const cargarResto = () => import("./resto.tsx").then((m) => m.Resto);
/** Reports that wait in this browser. */
export const cargarPendientes = () => import("./pendientes.tsx").then((m) => m.Pendientes);
/** Where the draft is kept; the page shows before it comes. */
export const cargarGuardado = () => import("../../state/borrador-guardado.ts");
