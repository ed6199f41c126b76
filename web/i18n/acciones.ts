import { acciones } from "./es/acciones.ts";
import { traducir } from "./idioma.ts";

export const ta = traducir("acciones", acciones);
