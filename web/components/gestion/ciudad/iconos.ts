/** The pictures that one may choose for a categoría, each once, by the name that web/components/categorias.tsx knows. */
export const ICONOS_CATEGORIA: readonly string[] = [
  "lightbulb",
  "traffic-cone",
  "trash-2",
  "trees",
  "traffic-light",
  "droplets",
  "waves",
  "sprout",
  "casa",
  "personas",
  "megafono",
  "atencion",
  "candado",
  "otro",
];
