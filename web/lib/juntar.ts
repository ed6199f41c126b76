import type { Grupo } from "../components/mapa/tipos.ts";

type Pixel = { x: number; y: number };

/**
 * What would stand on top of another on the screen becomes one with it: a finger cannot choose between them.
 * @param lista pins and groups
 * @param donde where each falls, in pixels
 * @param minimo pixels between the centres of two that stay apart; 0 leaves all as they are
 */
export function juntar(
  lista: readonly Grupo[],
  donde: (g: Grupo) => Pixel,
  minimo: number,
): Grupo[] {
  if (minimo === 0) return [...lista];
  const puestos: (Grupo & { px: Pixel })[] = [];
  // The large ones stay in their place.
  for (const g of [...lista].sort((a, b) => b.n - a.n)) {
    const px = donde(g);
    const otro = puestos.find(
      (p) => Math.max(Math.abs(p.px.x - px.x), Math.abs(p.px.y - px.y)) < minimo,
    );
    if (!otro) puestos.push({ ...g, px });
    else {
      otro.n += g.n;
      otro.codigo = undefined;
      otro.estado = undefined;
      otro.titulo = undefined;
    }
  }
  return puestos.map(({ px: _, ...g }) => g);
}
