import { avisos } from "./es/avisos.ts";
import { traducir } from "./idioma.ts";

export const tv = traducir("avisos", avisos);
