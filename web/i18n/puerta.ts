import { puerta } from "./es/puerta.ts";
import { traducir } from "./idioma.ts";

export const tpu = traducir("puerta", puerta);
