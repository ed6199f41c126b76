import { MEDIDAS, type Medida } from "../../db/medidas.ts";
import { celdaDe, NIVELES, PERIODOS } from "../mapa/grilla.ts";
import { type Aporte, GRUPOS, type Punto } from "./aporte.ts";

const LUGAR = new Map(MEDIDAS.map((m, i) => [m, i]));
const E6 = 1e6;

/** Changes to the figures' tables, by key. A key is the row's key columns, joined by commas. */
export type Diferencias = {
  acumuladas: Map<string, number[]>;
  celdas: Map<string, [n: number, lat: number, lng: number, id: number]>;
};

export const sinDiferencias = (): Diferencias => ({ acumuladas: new Map(), celdas: new Map() });

/** The rows of `cifras_acumuladas` that a reclamo belongs to: categoria, zona, cuadrilla; 0 for all. */
const claves = ({ categoria: c, zona: z, cuadrilla: q }: Aporte): string[] => [
  "0,0,0",
  `${c},0,0`,
  `0,${z},0`,
  `${c},${z},0`,
  ...(q === 0 ? [] : [`0,0,${q}`]),
];

/** The periods of the map that a day falls into, looked at from `hoy`. */
const periodosDe = (dia: number, hoy: number): number[] => [
  0,
  ...PERIODOS.filter((dias) => dia > hoy - dias),
];

/** A point in each cell of these periods, or out of it. @param signo 1 or -1 */
export function sumarPunto(
  { celdas }: Diferencias,
  punto: Punto,
  categoria: number,
  signo: 1 | -1,
  periodos: readonly number[],
): void {
  const { lat_e6, lng_e6, id } = punto;
  for (const nivel of NIVELES) {
    const { x, y } = celdaDe(lat_e6 / E6, lng_e6 / E6, nivel);
    for (const periodo of periodos)
      for (const c of [0, categoria])
        for (const grupo of [GRUPOS.todos, punto.grupo]) {
          const clave = `${periodo},${nivel},${c},${grupo},${x},${y}`;
          const v = celdas.get(clave) ?? [0, 0, 0, 0];
          v[0] += signo;
          v[1] += signo * lat_e6;
          v[2] += signo * lng_e6;
          v[3] += signo * id;
          celdas.set(clave, v);
        }
  }
}

/** All of a reclamo's share in the figures, or out of them. @param hoy the day from which periods count back */
export function sumarAporte(d: Diferencias, aporte: Aporte, signo: 1 | -1, hoy: number): void {
  for (const [dia, medidas] of Object.entries(aporte.dias))
    for (const clave of claves(aporte)) {
      const fila = `${clave},${dia}`;
      const v = d.acumuladas.get(fila) ?? MEDIDAS.map(() => 0);
      for (const [m, cuanto = 0] of Object.entries(medidas)) {
        const i = LUGAR.get(m as Medida);
        if (i !== undefined) v[i] = (v[i] ?? 0) + signo * cuanto;
      }
      d.acumuladas.set(fila, v);
    }
  if (aporte.punto)
    sumarPunto(d, aporte.punto, aporte.categoria, signo, periodosDe(aporte.punto.dia, hoy));
}

/** Key and values of what does change, as rows of numbers. */
export const filasDe = (m: ReadonlyMap<string, number[]>): number[][] =>
  [...m]
    .filter(([, v]) => v.some((n) => n !== 0))
    .map(([clave, v]) => [...clave.split(",").map(Number), ...v]);
