import { iso } from "../../contract/tiempo.ts";

export { iso };

export const isoONulo = (segundos: number | null): string | null =>
  segundos === null ? null : iso(segundos);

const DIA_BUENOS_AIRES = new Intl.DateTimeFormat("en-CA", {
  timeZone: "America/Argentina/Buenos_Aires",
});

/** The day in Buenos Aires that `ahora` falls in, as 2026-11-24. */
export const fechaLocal = (ahora: number): string =>
  DIA_BUENOS_AIRES.format(new Date(ahora * 1000));

/** Start of the day in Buenos Aires (UTC−3, no daylight saving since 2009) that `ahora` falls in. Epoch seconds. */
export const inicioDelDia = (ahora: number): number =>
  Date.parse(`${fechaLocal(ahora)}T00:00:00-03:00`) / 1000;

const DESFASE_BUENOS_AIRES_SEGUNDOS = 10_800;

/** A moment (epoch seconds) as a spreadsheet in Spanish reads it, in Buenos Aires: `24/11/2026 16:40`. */
export function fechaHoraLocal(segundos: number): string {
  const [fecha = "", hora = ""] = iso(segundos - DESFASE_BUENOS_AIRES_SEGUNDOS).split("T");
  return `${fecha.split("-").reverse().join("/")} ${hora.slice(0, 5)}`;
}
