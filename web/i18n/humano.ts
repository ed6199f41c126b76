import { humano } from "./es/humano.ts";
import { traducir } from "./idioma.ts";

export const th = traducir("humano", humano);
