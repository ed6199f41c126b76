import { oficina } from "./es/oficina.ts";

export const to = oficina;
