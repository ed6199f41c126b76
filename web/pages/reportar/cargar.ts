/** All that comes after the photo; it arrives while the person takes it. */
export const cargarPendientes = () => import("./pendientes.tsx").then((m) => m.Pendientes);
export const cargarResto = () => import("./resto.tsx").then((m) => m.Resto);
