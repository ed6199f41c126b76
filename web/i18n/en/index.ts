/** Every area in English: one chunk, for who reads it. A missing area or word does not compile. */
export { acciones } from "./acciones.ts";
export { avisos } from "./avisos.ts";
export { bandeja } from "./bandeja.ts";
export { campo } from "./campo.ts";
export { comun } from "./comun.ts";
export { cuentas } from "./cuentas.ts";
export { fotos } from "./fotos.ts";
export { gestion } from "./gestion.ts";
export { inicio } from "./inicio.ts";
export { mapa } from "./mapa.ts";
export { oficina } from "./oficina.ts";
export { personal } from "./personal.ts";
export { reportar } from "./reportar.ts";
export { seguimiento } from "./seguimiento.ts";
export { senal } from "./senal.ts";
export { tablero } from "./tablero.ts";
export { zonas } from "./zonas.ts";
