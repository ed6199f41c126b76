import type { Estado } from "../../../contract/vocabulario.ts";

/** Degrees, WGS 84. */
export type Punto = { lat: number; lng: number };
/** West, south, east, north, in degrees. */
export type Caja = readonly [w: number, s: number, e: number, n: number];
export type Vista = { caja: Caja; centro: Punto; zoom: number };

/** One reclamo (n is 1 and it has its codigo) or many that stand close together. */
export type Grupo = Punto & {
  n: number;
  codigo?: string | undefined;
  estado?: Estado | undefined;
  categoria_id?: number | undefined;
  titulo?: string | undefined;
};

export const ZOOM = { minimo: 11, ciudad: 14, barrio: 16, lugar: 17, maximo: 19 } as const;
