import type { Estado } from "../../../contract/vocabulario.ts";
import type { DatosCorreo, Parte } from "./contenido.ts";

/** Estado: always a sign and a word, colour only besides. Colours from the site's tokens, light theme. */
export const ESTADO_VISTO: Record<
  Estado,
  { palabra: string; signo: string; tinta: string; fondo: string }
> = {
  nuevo: { palabra: "Nuevo", signo: "●", tinta: "#b3261e", fondo: "#fce9e6" },
  asignado: { palabra: "Asignado", signo: "➤", tinta: "#8a5200", fondo: "#fff0cf" },
  en_proceso: { palabra: "En proceso", signo: "◐", tinta: "#17518c", fondo: "#e4eef9" },
  resuelto: { palabra: "Resuelto", signo: "✔", tinta: "#1b6b3a", fondo: "#e1f3e6" },
  rechazado: { palabra: "Rechazado", signo: "✕", tinta: "#545d69", fondo: "#eceff2" },
};

const FECHA = new Intl.DateTimeFormat("es-AR", {
  timeZone: "America/Argentina/Buenos_Aires",
  weekday: "long",
  day: "numeric",
  month: "long",
});

/** "viernes 27 de noviembre", in Buenos Aires. @param segundos epoch seconds */
export function fechaLarga(segundos: number): string {
  const partes = FECHA.formatToParts(new Date(segundos * 1000));
  const de = (tipo: string) => partes.find((p) => p.type === tipo)?.value ?? "";
  return `${de("weekday")} ${de("day")} de ${de("month")}`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are exactly what is taken out
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** One line for a header: no line ends, no control characters, at most so many characters. */
export function renglonDeCabecera(texto: string, maximo = 150): string {
  const limpio = [...texto.replace(CONTROL, " ").replace(/ {2,}/g, " ").trim()];
  return limpio.length > maximo ? `${limpio.slice(0, maximo - 1).join("")}…` : limpio.join("");
}

const RUTAS: Record<Parte, (r: { id: number; codigo: string }) => string> = {
  interesado: (r) => `/r/${r.codigo}`,
  equipo: (r) => `/campo/${r.id}`,
  supervision: (r) => `/gestion/bandeja/${r.id}`,
};

/** Where this reader sees the reclamo. */
export const enlaceDe = (d: DatosCorreo): string => d.appUrl + RUTAS[d.lector.parte](d.reclamo);

/** "tu reclamo" for who made it, "el reclamo" for who follows it. */
export const suReclamo = (d: DatosCorreo): string =>
  d.lector.esCreador ? "tu reclamo" : "el reclamo que seguís";

/** "La cuadrilla Alumbrado 2": a crew's own name may already say what it is. */
export function nombreDeCuadrilla(nombre: string | null): string {
  if (!nombre) return "una cuadrilla";
  return /^cuadrilla\b/i.test(nombre) ? `la ${nombre}` : `la cuadrilla ${nombre}`;
}

export const enMayuscula = (s: string): string => s.charAt(0).toUpperCase() + s.slice(1);

export const PORQUE: Record<Parte, string> = {
  interesado: "Te escribimos porque hiciste o seguís este reclamo.",
  equipo: "Te escribimos porque sos parte de la cuadrilla que lo tiene.",
  supervision: "Te escribimos porque supervisás los reclamos de la ciudad.",
};

export const porqueDe = (d: DatosCorreo): string => PORQUE[d.lector.parte];
