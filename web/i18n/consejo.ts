import { consejo } from "./es/consejo.ts";
import { traducir } from "./idioma.ts";

export const tco = traducir("consejo", consejo);
