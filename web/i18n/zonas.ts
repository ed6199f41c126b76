import { zonas } from "./es/zonas.ts";
import { traducir } from "./idioma.ts";

export const tz = traducir("zonas", zonas);
