export type CategoriaDemo = {
  id: number;
  nombre: string;
  /** A Lucide name, as web/components/categorias.tsx draws it. */
  icono: string;
  color: string;
  horas_normal: number;
  horas_urgente: number;
  /** How many of a hundred reclamos are about it. */
  peso: number;
};

/** The eight categorías of the product, with the city's plazos in hours. */
export const CATEGORIAS: readonly CategoriaDemo[] = [
  {
    id: 1,
    nombre: "Alumbrado",
    icono: "lightbulb",
    color: "#8a5200",
    horas_normal: 120,
    horas_urgente: 48,
    peso: 22,
  },
  {
    id: 2,
    nombre: "Bacheo",
    icono: "traffic-cone",
    color: "#9a3412",
    horas_normal: 240,
    horas_urgente: 72,
    peso: 20,
  },
  {
    id: 3,
    nombre: "Limpieza",
    icono: "trash-2",
    color: "#5b4b8a",
    horas_normal: 72,
    horas_urgente: 24,
    peso: 18,
  },
  {
    id: 4,
    nombre: "Arbolado",
    icono: "trees",
    color: "#1b6b3a",
    horas_normal: 168,
    horas_urgente: 24,
    peso: 12,
  },
  {
    id: 5,
    nombre: "Tránsito",
    icono: "traffic-light",
    color: "#b3261e",
    horas_normal: 120,
    horas_urgente: 24,
    peso: 8,
  },
  {
    id: 6,
    nombre: "Agua",
    icono: "droplets",
    color: "#17518c",
    horas_normal: 72,
    horas_urgente: 12,
    peso: 8,
  },
  {
    id: 7,
    nombre: "Cloacas",
    icono: "waves",
    color: "#545d69",
    horas_normal: 72,
    horas_urgente: 12,
    peso: 6,
  },
  {
    id: 8,
    nombre: "Espacios verdes",
    icono: "sprout",
    color: "#4d6b17",
    horas_normal: 360,
    horas_urgente: 120,
    peso: 6,
  },
];

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
