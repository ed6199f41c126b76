import { seguimiento } from "./es/seguimiento.ts";
import { traducir } from "./idioma.ts";

export const ts = traducir("seguimiento", seguimiento);
