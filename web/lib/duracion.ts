import { tci } from "../i18n/ciudad.ts";

const HORAS_DEL_DIA = 24;

/** So many hours as a person would say them: 120 is «5 días», 36 «1 día y 12 horas». */
export function duracion(horas: number): string {
  const dias = Math.floor(horas / HORAS_DEL_DIA);
  const resto = horas % HORAS_DEL_DIA;
  const partes = [
    ...(dias > 0 ? [tci.dias(dias)] : []),
    ...(resto > 0 || dias === 0 ? [tci.horas(resto)] : []),
  ];
  return partes.join(tci.y);
}
