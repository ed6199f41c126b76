import { ALTO, ANCHO, aclarar, type Color, type Lienzo, mezclar, pintar } from "./lienzo.ts";

export type Escena = {
  l: Lienzo;
  ruido: (x: number, y: number) => number;
  /** A number between the two, of this photo's own. */
  entre: (desde: number, hasta: number) => number;
};
export const ASFALTO: Color = [96, 98, 97];
export const VEREDA: Color = [158, 154, 144];
export const PASTO: Color = [98, 122, 66];

/** The ground seen while standing on it: darker far away, grained, with the joints of the tiles when it is a pavement. */
export function suelo({ l, ruido, entre }: Escena, base: Color, baldosas: boolean): void {
  const luz = entre(-14, 14);
  const giro = entre(-0.25, 0.25);
  const horizonte = -220;
  pintar(l, {}, (x, y) => {
    const lejos = (ALTO - horizonte) / (y - horizonte);
    const [u, v] = [((x - ANCHO / 2) * lejos) / 46 + giro * y * 0.02, (lejos * 900) / 46];
    const grano = ruido(x / 3, y / 3) * 7 + ruido(x / 40, y / 30) * 12;
    const junta = baldosas && (u - Math.floor(u) < 0.05 || v - Math.floor(v) < 0.06) ? -26 : 0;
    return [aclarar(base, luz + grano + junta - (1 - y / ALTO) * 22), 1];
  });
}

/** A street at the end of the day: sky, a row of fronts, pavement and road. */
export function calle({ l, ruido, entre }: Escena, cielo: Color): number {
  const piso = entre(205, 225);
  const techo = entre(120, 150);
  pintar(l, {}, (x, y) => {
    if (y > piso + 26) return [aclarar(ASFALTO, ruido(x / 3, y / 3) * 6 - 20), 1];
    if (y > piso) return [aclarar(VEREDA, ruido(x / 4, y / 3) * 6 - 40), 1];
    const casa = Math.floor((x + 40) / 92);
    const alto = techo + (((casa * 37) % 5) - 2) * 13;
    if (y > alto) {
      const puerta = (x + 40) % 92;
      const hueco = puerta > 22 && puerta < 44 && y > alto + 26;
      const pared: Color = [
        120 + ((casa * 53) % 40),
        112 + ((casa * 29) % 30),
        100 + ((casa * 17) % 26),
      ];
      return [aclarar(hueco ? [58, 52, 50] : pared, ruido(x / 9, y / 9) * 6 - 34), 1];
    }
    return [mezclar(cielo, [214, 186, 160], y / techo), 1];
  });
  return piso;
}
