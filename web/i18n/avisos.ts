import { avisos } from "./es/avisos.ts";

export const tv = avisos;
