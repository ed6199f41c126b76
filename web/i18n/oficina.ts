import { oficina } from "./es/oficina.ts";
import { traducir } from "./idioma.ts";

export const to = traducir("oficina", oficina);
