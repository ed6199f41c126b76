import { ciudad } from "./es/ciudad.ts";
import { traducir } from "./idioma.ts";

export const tci = traducir("ciudad", ciudad);
