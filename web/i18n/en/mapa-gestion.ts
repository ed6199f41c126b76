import type { mapaGestion as es } from "../es/mapa-gestion.ts";

export const mapaGestion = {
  titulo: "Map",
  calor: "Heat",
  elegirArea: "Choose an area",
  arrastra: "Drag over the map to mark the area.",
  loQueSeVe: "Choose what is in view",
  total: (n: number, completo: boolean) =>
    `${n} open in this part of the map${completo ? "" : ", among the first of the filter: come closer to see all"}`,
  grupo: (n: number) => `${n} reports together`,
  acercarse: "look closer",
  elegidos: "In the area",
  hayMas: (n: number) => `There are more than ${n}: the first ${n} are taken.`,
  ninguno: "There are no open reports in that area.",
  volver: "Back to the whole map",
  vacio: "There are no such reports here. Move away, or change the filters.",
  incluir: (numero: number) => `Include #${numero}`,
} satisfies typeof es;
