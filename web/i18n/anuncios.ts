import { anuncios } from "./es/anuncios.ts";
import { traducir } from "./idioma.ts";

export const tan = traducir("anuncios", anuncios);
