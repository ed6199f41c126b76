/** Zooms that have a grid of their own; the one between two uses the coarser. */
export const NIVELES = [9, 11, 13, 15, 17] as const;
export type Nivel = (typeof NIVELES)[number];

/** Days back that the map can be asked for, besides for ever (0). */
export const PERIODOS = [30, 90, 365] as const;

/** Side of a cell on the screen at its own zoom, in pixels; twice that one zoom further in. */
const LADO_PIXELES = 56;
const PIXELES_POR_TESELA = 256;

/** Side of a cell in degrees, of longitude and of latitude alike. */
export const ladoDe = (nivel: Nivel): number =>
  (360 / 2 ** nivel / PIXELES_POR_TESELA) * LADO_PIXELES;

export type Celda = { x: number; y: number };

export const celdaDe = (lat: number, lng: number, nivel: Nivel): Celda => ({
  x: Math.floor((lng + 180) / ladoDe(nivel)),
  y: Math.floor((lat + 90) / ladoDe(nivel)),
});

/** West, south, east, north in degrees. */
export type Caja = { oeste: number; sur: number; este: number; norte: number };
export type Rango = { desde: Celda; hasta: Celda };

/** The cells that a box touches. */
export const rangoDe = (caja: Caja, nivel: Nivel): Rango => ({
  desde: celdaDe(caja.sur, caja.oeste, nivel),
  hasta: celdaDe(caja.norte, caja.este, nivel),
});

export const cantidad = ({ desde, hasta }: Rango): number =>
  (hasta.x - desde.x + 1) * (hasta.y - desde.y + 1);

/**
 * The finest grid that suits the zoom and has at most `tope` cells in the box; the box is cut to its middle where even the
 * coarsest has more, so that no question costs more than another.
 */
export function grillaPara(caja: Caja, zoom: number, tope: number): { nivel: Nivel; rango: Rango } {
  const [masGruesa, ...finas] = NIVELES;
  const nivel = finas.findLast((n) => n <= zoom && cantidad(rangoDe(caja, n)) <= tope) ?? masGruesa;
  const rango = rangoDe(caja, nivel);
  const lado = Math.floor(Math.sqrt(tope));
  return { nivel, rango: cantidad(rango) <= tope ? rango : recortar(rango, lado) };
}

function recortar({ desde, hasta }: Rango, lado: number): Rango {
  const eje = (a: number, b: number): [number, number] => {
    if (b - a < lado) return [a, b];
    const inicio = Math.round((a + b) / 2) - Math.floor(lado / 2);
    return [inicio, inicio + lado - 1];
  };
  const [x0, x1] = eje(desde.x, hasta.x);
  const [y0, y1] = eje(desde.y, hasta.y);
  return { desde: { x: x0, y: y0 }, hasta: { x: x1, y: y1 } };
}
