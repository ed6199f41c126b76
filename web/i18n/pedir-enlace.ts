import { pedirEnlace } from "./es/pedir-enlace.ts";
import { traducir } from "./idioma.ts";

export const tpe = traducir("pedirEnlace", pedirEnlace);
