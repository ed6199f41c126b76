import { USUALES, type Usual } from "../../contract/usuales.ts";

export type CategoriaDemo = Usual & {
  id: number;
  /** How many of a hundred reclamos are about it. */
  peso: number;
};

const PESOS = [22, 20, 18, 12, 8, 8, 6, 6];

/** The eight categorías of the product, with the city's plazos in hours. */
export const CATEGORIAS: readonly CategoriaDemo[] = USUALES.map((u, i) => ({
  ...u,
  id: i + 1,
  peso: PESOS[i] ?? 0,
}));

export type CuadrillaDemo = {
  id: number;
  nombre: string;
  capacidad: number;
  zona_id: number | null;
  categorias: readonly number[];
};

/** Two of them share the streets: one the north, one the rest. */
export const CUADRILLAS: readonly CuadrillaDemo[] = [
  { id: 1, nombre: "Alumbrado 1", capacidad: 12, zona_id: null, categorias: [1] },
  { id: 2, nombre: "Vialidad 1", capacidad: 8, zona_id: 10, categorias: [2, 5] },
  { id: 3, nombre: "Vialidad 2", capacidad: 10, zona_id: 6, categorias: [2, 5] },
  { id: 4, nombre: "Higiene 1", capacidad: 14, zona_id: null, categorias: [3] },
  { id: 5, nombre: "Verde 1", capacidad: 10, zona_id: null, categorias: [4, 8] },
  { id: 6, nombre: "Agua y Cloacas 1", capacidad: 10, zona_id: null, categorias: [6, 7] },
];

export const categoriaDe = (id: number): CategoriaDemo => {
  const categoria = CATEGORIAS.find((c) => c.id === id);
  if (!categoria) throw new Error(`No hay categoría ${id}`);
  return categoria;
};

/** The crew that a supervisor would choose: speciality first, then the row of the city it works in. */
export function cuadrillaPara(categoriaId: number, zonaId: number | null): CuadrillaDemo {
  const aptas = CUADRILLAS.filter((c) => c.categorias.includes(categoriaId));
  const enElNorte = zonaId !== null && zonaId > 8;
  const elegida = aptas.length > 1 ? aptas[enElNorte ? 0 : 1] : aptas[0];
  if (!elegida) throw new Error(`Nadie se ocupa de la categoría ${categoriaId}`);
  return elegida;
}
