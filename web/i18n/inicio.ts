import { inicio } from "./es/inicio.ts";

export const ti = inicio;
