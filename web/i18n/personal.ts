import { personal } from "./es/personal.ts";
import { traducir } from "./idioma.ts";

export const tp = traducir("personal", personal);
