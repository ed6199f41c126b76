import { armar } from "./es/armar.ts";
import { traducir } from "./idioma.ts";

export const tar = traducir("armar", armar);
