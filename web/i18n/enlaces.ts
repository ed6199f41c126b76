import { enlaces } from "./es/enlaces.ts";
import { traducir } from "./idioma.ts";

export const te = traducir("enlaces", enlaces);
