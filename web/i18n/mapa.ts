import { mapa } from "./es/mapa.ts";

export const tm = mapa;
