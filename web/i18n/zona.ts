import { zona } from "./es/zona.ts";
import { traducir } from "./idioma.ts";

export const tz = traducir("zona", zona);
