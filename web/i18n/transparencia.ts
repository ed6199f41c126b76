import { transparencia } from "./es/transparencia.ts";
import { traducir } from "./idioma.ts";

export const tp = traducir("transparencia", transparencia);
