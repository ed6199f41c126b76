import { segundo } from "./es/segundo.ts";
import { traducir } from "./idioma.ts";

export const ts = traducir("segundo", segundo);
