import { planilla } from "./es/planilla.ts";
import { traducir } from "./idioma.ts";

export const tl = traducir("planilla", planilla);
