import { tablero } from "./es/tablero.ts";
import { traducir } from "./idioma.ts";

export const tt = traducir("tablero", tablero);
