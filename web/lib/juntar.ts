import type { Grupo } from "../components/mapa/tipos.ts";

/** What a mark covers on the screen, in pixels. */
export type Recuadro = { x: number; y: number; ancho: number; alto: number };

const sePisan = (a: Recuadro, b: Recuadro): boolean =>
  a.x < b.x + b.ancho && b.x < a.x + a.ancho && a.y < b.y + b.alto && b.y < a.y + a.alto;

/** The larger one stays where it is; what was said of a single reclamo is no longer true of two. */
const sumar = (a: Grupo, b: Grupo): Grupo => ({
  ...a,
  n: a.n + b.n,
  codigo: undefined,
  estado: undefined,
  titulo: undefined,
});

/**
 * What would stand on top of another on the screen becomes one with it: a finger cannot choose between them.
 * One that has grown may cover another, so it looks again until none does.
 * @param lista pins and groups
 * @param recuadro what each covers; it may be another once it counts more
 */
export function juntar(lista: readonly Grupo[], recuadro: (g: Grupo) => Recuadro): Grupo[] {
  const puestos: { g: Grupo; r: Recuadro }[] = [];
  // Each of these either finds its place or takes one away: it ends.
  const cola = [...lista].sort((a, b) => b.n - a.n);
  for (let g = cola.shift(); g; g = cola.shift()) {
    const r = recuadro(g);
    const i = puestos.findIndex((p) => sePisan(p.r, r));
    const otro = puestos[i];
    if (!otro) {
      puestos.push({ g, r });
      continue;
    }
    puestos.splice(i, 1);
    cola.unshift(otro.g.n >= g.n ? sumar(otro.g, g) : sumar(g, otro.g));
  }
  return puestos.map((p) => p.g);
}
