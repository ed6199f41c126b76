import type * as Ingles from "./en/index.ts";

export const IDIOMAS = ["es", "en"] as const;
export type Idioma = (typeof IDIOMAS)[number];

const CLAVE = "baldosa.idioma";
const esIdioma = (x: unknown): x is Idioma => IDIOMAS.includes(x as Idioma);

/** Kept on this browser; a link may say it (?idioma=en), and then it is kept. */
function leer(): Idioma {
  // The Worker's pages are the same for everybody: Spanish.
  if (typeof document === "undefined") return "es";
  try {
    const pedido = new URLSearchParams(location.search).get("idioma");
    if (esIdioma(pedido)) localStorage.setItem(CLAVE, pedido);
    const guardado = localStorage.getItem(CLAVE);
    return esIdioma(guardado) ? guardado : "es";
  } catch {
    return "es";
  }
}

/** The reader's language, for as long as the page is open. */
export const idioma: Idioma = leer();

let ingles: typeof Ingles | null = null;

/** Brings the English words, when they are wanted, before any page is loaded. Without them (no signal) it stays Spanish. */
export async function cargarIdioma(): Promise<void> {
  if (idioma === "en") ingles = await import("./en/index.ts").catch(() => null);
  document.documentElement.lang = ingles ? "en" : "es-AR";
}

/** The words of an area in the reader's language; en/ has the shape of es/, kept so by the compiler. */
export const traducir = <T extends object>(area: keyof typeof Ingles, es: T): T =>
  (ingles?.[area] as T | undefined) ?? es;

/** Reads the whole site again in another language. */
export function cambiarIdioma(a: Idioma): void {
  localStorage.setItem(CLAVE, a);
  const url = new URL(location.href);
  url.searchParams.delete("idioma");
  location.replace(url);
}
