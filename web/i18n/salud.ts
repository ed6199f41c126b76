import { salud } from "./es/salud.ts";
import { traducir } from "./idioma.ts";

export const tsa = traducir("salud", salud);
