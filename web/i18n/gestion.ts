import { gestion } from "./es/gestion.ts";

export const tg = gestion;
