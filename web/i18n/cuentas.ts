import { cuentas } from "./es/cuentas.ts";
import { traducir } from "./idioma.ts";

export const tc = traducir("cuentas", cuentas);
