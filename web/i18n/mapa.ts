import { mapa } from "./es/mapa.ts";
import { traducir } from "./idioma.ts";

export const tm = traducir("mapa", mapa);
