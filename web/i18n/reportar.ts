import { reportar } from "./es/reportar.ts";

export const tr = reportar;
