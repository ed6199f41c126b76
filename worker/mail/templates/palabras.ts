import type { Estado } from "../../../contract/vocabulario.ts";
import type { Palabras } from "../palabras/index.ts";
import type { DatosCorreo, Parte } from "./contenido.ts";

/** Estado: always a sign and a word, colour only besides. Colours from the site's tokens, light theme. */
export const ESTADO_VISTO: Record<Estado, { signo: string; tinta: string; fondo: string }> = {
  nuevo: { signo: "●", tinta: "#b3261e", fondo: "#fce9e6" },
  asignado: { signo: "➤", tinta: "#8a5200", fondo: "#fff0cf" },
  en_proceso: { signo: "◐", tinta: "#17518c", fondo: "#e4eef9" },
  resuelto: { signo: "✔", tinta: "#1b6b3a", fondo: "#e1f3e6" },
  rechazado: { signo: "✕", tinta: "#545d69", fondo: "#eceff2" },
};

/** "viernes 27 de noviembre", "Friday 27 November": in Buenos Aires. @param segundos epoch seconds */
export function fechaLarga(segundos: number, lengua = "es-AR"): string {
  const partes = new Intl.DateTimeFormat(lengua, {
    timeZone: "America/Argentina/Buenos_Aires",
    weekday: "long",
    day: "numeric",
    month: "long",
  }).formatToParts(new Date(segundos * 1000));
  const parte = (tipo: string) => partes.find((p) => p.type === tipo)?.value ?? "";
  const [dia, numero, mes] = [parte("weekday"), parte("day"), parte("month")];
  return lengua === "en" ? `${dia} ${numero} ${mes}` : `${dia} ${numero} de ${mes}`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are exactly what is taken out
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;

/** One line for a header: no line ends, no control characters, at most so many characters. */
export function renglonDeCabecera(texto: string, maximo = 150): string {
  const limpio = [...texto.replace(CONTROL, " ").replace(/ {2,}/g, " ").trim()];
  return limpio.length > maximo ? `${limpio.slice(0, maximo - 1).join("")}…` : limpio.join("");
}

/** What looks like an address of the web or of mail: clients would make a link of it, whoever wrote it. */
const ENLAZABLE = /:\/\/|www\.|@|[\p{L}\d-]\.[\p{L}]{2,}/iu;

/** A name to greet by; none when it is a message of its own ("Ganaste, entrá a …"). Anyone may type any name. */
export function nombreParaSaludar(nombre: string): string {
  const limpio = renglonDeCabecera(nombre, 60);
  return ENLAZABLE.test(limpio) ? "" : limpio;
}

/**
 * One line that somebody wrote, in which mail clients find no link: a word joiner, which nobody sees, after each sign that
 * would make one.
 */
export const renglonSinEnlace = (texto: string, maximo = 300): string =>
  renglonDeCabecera(texto, maximo).replace(/:(?=\/\/)|@(?=\S)|\.(?=[\p{L}]{2,})/gu, "$&\u2060");

const RUTAS: Record<Parte, (r: { id: number; codigo: string }) => string> = {
  interesado: (r) => `/r/${r.codigo}`,
  equipo: (r) => `/campo/${r.id}`,
  supervision: (r) => `/gestion/bandeja/${r.id}`,
};

/** Where this reader sees the reclamo. */
export const enlaceDe = (d: DatosCorreo): string => d.appUrl + RUTAS[d.lector.parte](d.reclamo);

/** "tu reclamo" for who made it, "el reclamo" for who follows it. */
export const suReclamo = (d: DatosCorreo, t: Palabras): string =>
  d.lector.esCreador ? t.tuReclamo : t.elQueSeguis;

export const enMayuscula = (s: string): string => s.charAt(0).toUpperCase() + s.slice(1);
