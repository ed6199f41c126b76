import { seguridad } from "./es/seguridad.ts";
import { traducir } from "./idioma.ts";

export const ts = traducir("seguridad", seguridad);
