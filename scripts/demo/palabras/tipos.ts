/**
 * What people of the city write about one categoría. In every text `{calle}`, `{altura}`, `{cien}` (the block) and `{cruce}`
 * (the nearest corner) stand for the place.
 */
export type Palabras = {
  /** Title and description. */
  problemas: readonly (readonly [titulo: string, descripcion: string])[];
  /** What the cuadrilla writes when it is done. */
  soluciones: readonly string[];
  /** What staff note for one another. */
  internas: readonly string[];
};
