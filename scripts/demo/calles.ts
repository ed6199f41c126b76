import { BORDE, type Metros, orilla } from "./geografia.ts";

export type TipoCalle = "avenida" | "calle" | "pasaje" | "diagonal" | "costanera";
export type Calle = { nombre: string; tipo: TipoCalle; desde: Metros; hasta: Metros };

/** From the middle of a street to the middle of the next. */
export const CUADRA_METROS = 120;

/** West to east, from south to north. */
const DE_OESTE_A_ESTE = [
  "Los Ceibos",
  "Ituzaingó",
  "Entre Ríos",
  "Santa Fe",
  "Corrientes",
  "Tucumán",
  "Av. Hipólito Yrigoyen",
  "Alsina",
  "Sarmiento",
  "Rivadavia",
  "Av. Colón",
  "Belgrano",
  "25 de Mayo",
  "Lavalle",
  "Av. Eva Perón",
  "Castelli",
  "Güemes",
  "Las Heras",
  "Balcarce",
  "Chacabuco",
  "Pasaje Los Tilos",
];

/** South to north, from west to east. */
const DE_SUR_A_NORTE = [
  "Italia",
  "España",
  "Francia",
  "Dorrego",
  "Almirante Brown",
  "Pellegrini",
  "Av. Roca",
  "Saavedra",
  "Alberdi",
  "Urquiza",
  "Moreno",
  "Av. San Martín",
  "Mitre",
  "9 de Julio",
  "Alem",
  "Pueyrredón",
  "Maipú",
  "Independencia",
  "Av. Libertad",
  "Vélez Sarsfield",
  "Pasaje El Hornero",
  "Los Jacarandás",
  "Del Puerto",
];

const tipoDe = (nombre: string): TipoCalle =>
  nombre.startsWith("Av. ") ? "avenida" : nombre.startsWith("Pasaje ") ? "pasaje" : "calle";

const COSTANERA_A_ORILLA_METROS = 70;
export const OESTE = -1380;
export const SUR = -1260;
export const NORTE = 1260;
export const yDe = (j: number): number => (j - 10) * CUADRA_METROS;
export const xDe = (i: number): number => (i - 11) * CUADRA_METROS;

/** Where the Costanera runs, in metres east. */
export const costanera = (y: number): number => orilla(y) - COSTANERA_A_ORILLA_METROS;

const horizontales: Calle[] = DE_OESTE_A_ESTE.map((nombre, j) => ({
  nombre,
  tipo: tipoDe(nombre),
  desde: { x: nombre.startsWith("Pasaje") ? xDe(2) : OESTE, y: yDe(j) },
  hasta: { x: nombre.startsWith("Pasaje") ? xDe(18) : costanera(yDe(j)), y: yDe(j) },
}));

const verticales: Calle[] = DE_SUR_A_NORTE.map((nombre, i) => ({
  nombre,
  tipo: tipoDe(nombre),
  desde: { x: xDe(i), y: SUR },
  hasta: { x: xDe(i), y: NORTE },
}));

/** It cuts the blocks corner to corner and touches the main square. */
const diagonal: Calle = {
  nombre: "Diagonal Alvear",
  tipo: "diagonal",
  desde: { x: xDe(1), y: yDe(1) },
  hasta: { x: xDe(20), y: yDe(20) },
};

export const HORIZONTALES: readonly Calle[] = horizontales;
export const VERTICALES: readonly Calle[] = verticales;
export const DIAGONAL: Calle = diagonal;
/** All straight streets; the Costanera, which winds, is drawn apart. */
export const CALLES: readonly Calle[] = [...horizontales, ...verticales, diagonal];

export const COSTANERA = { nombre: "Av. Costanera" };

export type Plaza = { nombre: string; puntos: Metros[] };

const manzana = (i: number, j: number, ancho = 1, alto = 1): Metros[] => {
  const margen = 11;
  const [oeste, sur] = [xDe(i) + margen, yDe(j) + margen];
  const [este, norte] = [xDe(i + ancho) - margen, yDe(j + alto) - margen];
  return [
    { x: oeste, y: sur },
    { x: este, y: sur },
    { x: este, y: norte },
    { x: oeste, y: norte },
  ];
};

export const PLAZAS: readonly Plaza[] = [
  { nombre: "Plaza 25 de Mayo", puntos: manzana(12, 10) },
  { nombre: "Plaza Mitre", puntos: manzana(4, 16) },
  { nombre: "Plaza de la Estación", puntos: manzana(3, 10) },
  { nombre: "Plaza Sarmiento", puntos: manzana(9, 3) },
  { nombre: "Parque de los Abuelos", puntos: manzana(16, 5, 2, 1) },
  { nombre: "Plaza del Puerto", puntos: manzana(20, 3) },
];

/** The old railway, on the side of Barrio Estación. */
export const VIA: readonly Metros[] = [
  { x: -1010, y: BORDE.sur },
  { x: -1050, y: -420 },
  { x: -1050, y: 420 },
  { x: -1000, y: BORDE.norte },
];
