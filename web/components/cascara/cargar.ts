/** The account's dialog, when it is opened. */
export const cargarCuenta = () => import("./tu-cuenta.tsx").then((m) => m.TuCuenta);
