import { reporte } from "./es/reporte.ts";
import { traducir } from "./idioma.ts";

export const tn = traducir("reporte", reporte);
