import type { Grupo } from "../components/mapa/tipos.ts";

/** What a mark covers on the screen, in pixels. */
export type Recuadro = { x: number; y: number; ancho: number; alto: number };

const sePisan = (a: Recuadro, b: Recuadro): boolean =>
  a.x < b.x + b.ancho && b.x < a.x + a.ancho && a.y < b.y + b.alto && b.y < a.y + a.alto;

/**
 * How much of a mark can be pointed at: the shorter side of the largest part that nothing hides.
 * @param marco what lies outside of it is not seen
 * @param tapas what stands on top
 * @returns pixels; 0 or less when all of it is hidden
 */
export function ladoLibre(r: Recuadro, marco: Recuadro, tapas: readonly Recuadro[]): number {
  const borde = (c: Recuadro) => ({ w: c.x, e: c.x + c.ancho, n: c.y, s: c.y + c.alto });
  const [yo, afuera] = [borde(r), borde(marco)];
  const visto = {
    w: Math.max(yo.w, afuera.w),
    e: Math.min(yo.e, afuera.e),
    n: Math.max(yo.n, afuera.n),
    s: Math.min(yo.s, afuera.s),
  };
  const lado = (c: typeof visto) => Math.min(c.e - c.w, c.s - c.n);
  // What covers it from one side leaves a strip on the others.
  return Math.min(
    lado(visto),
    ...tapas
      .filter((t) => sePisan(t, r))
      .map(borde)
      .map((t) =>
        Math.max(
          lado({ ...visto, e: Math.min(visto.e, t.w) }),
          lado({ ...visto, w: Math.max(visto.w, t.e) }),
          lado({ ...visto, s: Math.min(visto.s, t.n) }),
          lado({ ...visto, n: Math.max(visto.n, t.s) }),
        ),
      ),
  );
}

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
