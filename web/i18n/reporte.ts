import { reporte } from "./es/reporte.ts";

export const tn = reporte;
