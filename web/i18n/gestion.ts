import { gestion } from "./es/gestion.ts";
import { traducir } from "./idioma.ts";

export const tg = traducir("gestion", gestion);
