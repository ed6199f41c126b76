import { senal } from "./es/senal.ts";
import { traducir } from "./idioma.ts";

export const tn = traducir("senal", senal);
