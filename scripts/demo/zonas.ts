import type { Poligono } from "../../contract/esquemas/catalogos.ts";
import { xDe, yDe } from "./calles.ts";
import { anillo, BORDE, type Metros, ribera } from "./geografia.ts";

/** Three rows, south to north, of four barrios, west to east. The last of each row reaches the river. */
const NOMBRES = [
  ["La Loma", "Sur", "Barrio Obrero", "Puerto"],
  ["Estación", "Centro", "San Cayetano", "Ribera"],
  ["Los Tilos", "Norte", "Villa Alegre", "El Mirador"],
] as const;

const DIVISIONES_X = [BORDE.oeste, xDe(6), xDe(13), xDe(18)];
const DIVISIONES_Y = [BORDE.sur, yDe(6), yDe(14), BORDE.norte];

const en = (lista: readonly number[], i: number): number => {
  const valor = lista[i];
  if (valor === undefined) throw new Error(`No hay división ${i}`);
  return valor;
};

function puntosDe(fila: number, columna: number): Metros[] {
  const [sur, norte] = [en(DIVISIONES_Y, fila), en(DIVISIONES_Y, fila + 1)];
  const oeste = en(DIVISIONES_X, columna);
  const este: Metros[] =
    columna === DIVISIONES_X.length - 1
      ? ribera(sur, norte)
      : [
          { x: en(DIVISIONES_X, columna + 1), y: sur },
          { x: en(DIVISIONES_X, columna + 1), y: norte },
        ];
  return [{ x: oeste, y: sur }, ...este, { x: oeste, y: norte }];
}

export type ZonaDemo = { id: number; nombre: string; poligono: Poligono };

/** Twelve barrios that share their edges exactly and together are the municipality. */
export const ZONAS: readonly ZonaDemo[] = NOMBRES.flatMap((nombres, fila) =>
  nombres.map((nombre, columna) => ({
    id: fila * nombres.length + columna + 1,
    nombre,
    poligono: { type: "Polygon", coordinates: [anillo(puntosDe(fila, columna))] } as Poligono,
  })),
);

/** The municipality's edge, through the same corners as the zonas, so that no sliver is left out. */
export const LIMITE: Poligono = {
  type: "Polygon",
  coordinates: [
    anillo([
      ...DIVISIONES_X.map((x) => ({ x, y: BORDE.sur })),
      ...[0, 1, 2].flatMap((fila) =>
        ribera(en(DIVISIONES_Y, fila), en(DIVISIONES_Y, fila + 1)).slice(fila === 0 ? 0 : 1),
      ),
      ...[...DIVISIONES_X].reverse().map((x) => ({ x, y: BORDE.norte })),
      ...[2, 1].map((i) => ({ x: BORDE.oeste, y: en(DIVISIONES_Y, i) })),
    ]),
  ],
};
