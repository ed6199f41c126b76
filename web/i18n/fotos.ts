import { fotos } from "./es/fotos.ts";
import { traducir } from "./idioma.ts";

export const tf = traducir("fotos", fotos);
