import { campo } from "./es/campo.ts";
import { traducir } from "./idioma.ts";

export const tk = traducir("campo", campo);
