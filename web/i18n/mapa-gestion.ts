import { mapaGestion } from "./es/mapa-gestion.ts";
import { traducir } from "./idioma.ts";

export const tmg = traducir("mapaGestion", mapaGestion);
