import type { Azar } from "./azar.ts";

export const HORA = 3600;
export const DIA = 86_400;
/** Buenos Aires: UTC−3, no daylight saving since 2009. */
const DESFASE = 3 * HORA;

const horaLocal = (t: number): number => ((t - DESFASE) % DIA) / HORA;
/** 0 is Sunday; 1 January 1970 was a Thursday. */
const diaLocal = (t: number): number => (Math.floor((t - DESFASE) / DIA) + 4) % 7;
const medianoche = (t: number): number => t - ((t - DESFASE) % DIA);

/** The same moment, or the next at which people are awake to report: 7 to 23. */
export const despierto = (azar: Azar, t: number): number =>
  horaLocal(t) < 7 ? Math.floor(medianoche(t) + azar.entre(7, 9.5) * HORA) : t;

/** The same moment, or the next in working hours: Monday to Saturday, 7:30 to 17. */
export function laboral(azar: Azar, t: number): number {
  let cuando = t;
  for (let intentos = 0; intentos < 4; intentos++) {
    const hora = horaLocal(cuando);
    if (diaLocal(cuando) !== 0 && hora >= 7.5 && hora <= 17) return Math.floor(cuando);
    const dia =
      hora < 7.5 && diaLocal(cuando) !== 0 ? medianoche(cuando) : medianoche(cuando) + DIA;
    cuando = dia + azar.entre(7.5, 10.5) * HORA;
  }
  return Math.floor(cuando);
}
