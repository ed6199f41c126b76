import { inicio } from "./es/inicio.ts";
import { traducir } from "./idioma.ts";

export const ti = traducir("inicio", inicio);
