import { LOCAL, t, ZONA_HORARIA } from "../i18n/index.ts";

const MINUTO = 60;
const HORA = 60 * MINUTO;
const DIA = 24 * HORA;

const relativo = new Intl.RelativeTimeFormat(LOCAL, { numeric: "auto" });
const formato = (o: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(LOCAL, { timeZone: ZONA_HORARIA, ...o });
const HORA_MINUTO = { hour: "2-digit", minute: "2-digit", hour12: false } as const;
const conHora = formato({
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  ...HORA_MINUTO,
});
const soloHora = formato(HORA_MINUTO);
const diaSemana = formato({ weekday: "long", day: "numeric" });
const diaMes = formato({ weekday: "long", day: "numeric", month: "long" });
const diaClave = formato({ year: "numeric", month: "2-digit", day: "2-digit" });

const DIAS_CON_MES = 20;

/** The exact moment, in Buenos Aires. In: ISO-8601. */
export const exacta = (iso: string): string => conHora.format(new Date(iso));

/** Day of a promise: "viernes 27", with its month when it is far. In: ISO-8601, epoch milliseconds. */
export function dia(iso: string, ahora: number): string {
  const fecha = new Date(iso);
  const lejos = Math.abs(fecha.getTime() - ahora) > DIAS_CON_MES * DIA * 1000;
  return (lejos ? diaMes : diaSemana).format(fecha).replace(",", "");
}

const diasEntre = (a: number, b: number): number =>
  Math.round((medianoche(a) - medianoche(b)) / (DIA * 1000));

/** Start of the day in Buenos Aires (no daylight saving since 2009), as comparable milliseconds. */
function medianoche(ms: number): number {
  const [d, m, a] = diaClave.format(new Date(ms)).split("/").map(Number);
  return Date.UTC(a ?? 0, (m ?? 1) - 1, d ?? 1);
}

/** Days of the calendar from `ahora` to a moment, in Buenos Aires: 0 today, -1 yesterday. In: ISO-8601, epoch milliseconds. */
export const diasHasta = (iso: string, ahora: number): number => diasEntre(Date.parse(iso), ahora);

/** The locale says "dentro de 5 horas"; a clock says "en 5 horas". */
const enPalabras = (n: number, unidad: "minute" | "hour" | "day"): string =>
  relativo.format(n, unidad).replace(/^dentro de /, "en ");

/** Distance in words: "hace 2 horas", "en 3 días". In: ISO-8601, epoch milliseconds. */
export function distancia(iso: string, ahora: number): string {
  const s = Math.round((Date.parse(iso) - ahora) / 1000);
  const abs = Math.abs(s);
  if (abs < MINUTO) return s <= 0 ? t.tiempo.recien : t.tiempo.enUnMomento;
  if (abs < HORA) return enPalabras(Math.trunc(s / MINUTO), "minute");
  if (abs < DIA) return enPalabras(Math.trunc(s / HORA), "hour");
  return enPalabras(Math.trunc(s / DIA), "day");
}

/** A moment as a timeline tells it: "hace 12 minutos", "ayer, 16:40", "martes 24, 9:05". */
export function momento(iso: string, ahora: number): string {
  // What happened cannot be ahead: the screen's clock is.
  const ms = Math.min(Date.parse(iso), ahora);
  if (ahora - ms < 12 * HORA * 1000) return distancia(new Date(ms).toISOString(), ahora);
  const dias = diasEntre(ms, ahora);
  const hora = soloHora.format(new Date(ms));
  if (dias === 0) return t.tiempo.hoy(hora);
  if (dias === -1) return t.tiempo.ayer(hora);
  return t.tiempo.diaYHora(dia(iso, ahora), hora);
}

export type Plazo = { texto: string; tono: "vencido" | "pronto" | "normal" };

/** A deadline as a clock: "vence en 5 h", "vencido hace 2 días", "vence el viernes 27". */
export function plazo(iso: string, ahora: number): Plazo {
  const falta = Date.parse(iso) - ahora;
  if (falta <= 0) return { texto: t.tiempo.vencido(distancia(iso, ahora)), tono: "vencido" };
  const horas = falta / 1000 / HORA;
  if (horas < 24) return { texto: t.tiempo.vence(distancia(iso, ahora)), tono: "pronto" };
  const dias = diasEntre(Date.parse(iso), ahora);
  if (dias === 1) return { texto: t.tiempo.venceManana, tono: "normal" };
  return { texto: t.tiempo.venceEl(dia(iso, ahora)), tono: "normal" };
}

/** How long a promise has to go: "faltan 2 días", "falta 1 hora", "pasó hace 3 días". */
export function faltaPara(iso: string, ahora: number): string {
  const s = Math.round((Date.parse(iso) - ahora) / 1000);
  if (s <= 0) return t.tiempo.paso(distancia(iso, ahora));
  if (s < HORA) return t.tiempo.falta(Math.max(1, Math.round(s / MINUTO)), "minuto");
  if (s < DIA) return t.tiempo.falta(Math.round(s / HORA), "hora");
  return t.tiempo.falta(Math.round(s / DIA), "dia");
}
