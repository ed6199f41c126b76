/** All that comes after the photo; it arrives while the person takes it. */
export const cargarResto = () => import("./resto.tsx").then((m) => m.Resto);
