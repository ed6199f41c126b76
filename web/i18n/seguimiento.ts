import { seguimiento } from "./es/seguimiento.ts";

export const ts = seguimiento;
