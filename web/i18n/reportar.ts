import { reportar } from "./es/reportar.ts";
import { traducir } from "./idioma.ts";

export const tr = traducir("reportar", reportar);
