import { auditoria } from "./es/auditoria.ts";
import { traducir } from "./idioma.ts";

export const tau = traducir("auditoria", auditoria);
