import { fotos } from "./es/fotos.ts";

export const tf = fotos;
