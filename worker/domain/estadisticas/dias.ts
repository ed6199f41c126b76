const SEGUNDOS_POR_DIA = 86_400;
/** Buenos Aires is three hours behind UTC, without daylight saving since 2009. */
const DESFASE_SEGUNDOS = 10_800;

/** The day in Buenos Aires that a moment (epoch seconds) falls in, counted from 1970-01-01. */
export const diaDe = (en: number): number => Math.floor((en - DESFASE_SEGUNDOS) / SEGUNDOS_POR_DIA);

/** A day as 2026-11-24. */
export const fechaDe = (dia: number): string =>
  new Date(dia * SEGUNDOS_POR_DIA * 1000).toISOString().slice(0, 10);

/** The moment (epoch seconds) that a day begins in Buenos Aires. */
export const inicioDeDia = (dia: number): number => dia * SEGUNDOS_POR_DIA + DESFASE_SEGUNDOS;
