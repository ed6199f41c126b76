import { bandeja } from "./es/bandeja.ts";
import { traducir } from "./idioma.ts";

export const tb = traducir("bandeja", bandeja);
