import { acciones } from "./es/acciones.ts";

export const ta = acciones;
