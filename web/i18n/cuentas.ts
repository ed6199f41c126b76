import { cuentas } from "./es/cuentas.ts";

export const tc = cuentas;
