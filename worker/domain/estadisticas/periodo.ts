import type { PeriodoConsulta } from "../../../contract/esquemas/estadisticas.ts";
import { falloDeCampo } from "../fallo.ts";
import { fechaDe } from "./dias.ts";

/** First and last day, both included, counted as `diaDe` does. */
export type Periodo = { desde: number; hasta: number };

const DIAS_SIN_DECIR = 90;
/** Two years: it bounds the months that an answer has, and so the rows that it reads. */
export const DIAS_MAX = 731;

/**
 * The period that a query names; what lies ahead of today is left out.
 * @throws Fallo datos_invalidos when it ends before it begins, or is longer than two years
 */
export function periodoDe(consulta: PeriodoConsulta, hoy: number): Periodo {
  const hasta = Math.min((consulta.dias === undefined && consulta.hasta) || hoy, hoy);
  const pedido = consulta.dias === undefined ? consulta.desde : undefined;
  const desde = pedido ?? hasta - (consulta.dias ?? DIAS_SIN_DECIR) + 1;
  if (desde > hasta) throw falloDeCampo("desde", "El período tiene que empezar antes de terminar.");
  if (hasta - desde >= DIAS_MAX)
    throw falloDeCampo("desde", "El período puede ser de hasta dos años.");
  return { desde, hasta };
}

/** As many days, right before. */
export const anteriorA = ({ desde, hasta }: Periodo): Periodo => ({
  desde: desde - (hasta - desde + 1),
  hasta: desde - 1,
});

const DIA_MS = 86_400_000;

/** The calendar months of a period, the first and the last cut to it. */
export function mesesDe({ desde, hasta }: Periodo): Periodo[] {
  const meses: Periodo[] = [];
  for (let dia = desde; dia <= hasta; ) {
    const [anio = 0, mes = 0] = fechaDe(dia).split("-").map(Number);
    // Months count from 0 here, so this is the first of the next one.
    const fin = Math.min(Date.UTC(anio, mes, 1) / DIA_MS - 1, hasta);
    meses.push({ desde: dia, hasta: fin });
    dia = fin + 1;
  }
  return meses;
}

/** The period in stretches of so many days, counted back from its end; the first may be shorter. */
export function tramosDe({ desde, hasta }: Periodo, dias: number): Periodo[] {
  const tramos: Periodo[] = [];
  for (let fin = hasta; fin >= desde; fin -= dias)
    tramos.unshift({ desde: Math.max(fin - dias + 1, desde), hasta: fin });
  return tramos;
}
