import { privado } from "./es/privado.ts";
import { traducir } from "./idioma.ts";

export const tpr = traducir("privado", privado);
