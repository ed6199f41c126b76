import { iso } from "../../contract/tiempo.ts";

export { iso };

export const isoONulo = (segundos: number | null): string | null =>
  segundos === null ? null : iso(segundos);

const DIA_BUENOS_AIRES = new Intl.DateTimeFormat("en-CA", {
  timeZone: "America/Argentina/Buenos_Aires",
});

/** Start of the day in Buenos Aires (UTC−3, no daylight saving since 2009) that `ahora` falls in. Epoch seconds. */
export const inicioDelDia = (ahora: number): number =>
  Date.parse(`${DIA_BUENOS_AIRES.format(new Date(ahora * 1000))}T00:00:00-03:00`) / 1000;
