import { datosPersonales } from "../../../contract/personal.ts";

/** Who is to be no longer told from a text. */
export type Conocida = {
  nombre: string;
  apellido: string;
  email: string | null;
  telefono: string | null;
};

/** What stands in the place of what was taken out. */
export const TACHADO = "[dato borrado]";
/** Fewer say nothing of one line. */
const CIFRAS_MIN = 6;

const literal = (s: string) =>
  s
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\s+/g, "\\s+");
/** A word of a name, alone, where people say who they are; elsewhere it may be a street or a thing. */
const PRESENTADA =
  "(?:soy|me\\s+llamo|mi\\s+nombre\\s+es|de\\s+parte\\s+de|atte\\.?|saludos,?|firma[:\\s]|sr\\.?a?\\.?|se(?:ñ|n)ora?|don|doña|familia|flia\\.?|vecin[ao])";

const borde = (s: string) => `(?<![\\p{L}\\p{N}])${s}(?![\\p{L}\\p{N}])`;

/** What each of these may be written as, the longest first: a part of a name must not hide the whole of it. */
function patronesDe(personas: readonly Conocida[]): RegExp[] {
  const contactos: string[] = [];
  const enteros: string[] = [];
  const palabras = new Set<string>();
  for (const { nombre, apellido, email, telefono } of personas) {
    if (email) contactos.push(literal(email));
    const cifras = telefono?.replace(/\D/g, "") ?? "";
    // However it is written: its last digits, with what people put between them.
    if (cifras.length >= CIFRAS_MIN)
      contactos.push(`(?:\\+?\\d[\\d\\s().-]*)?${[...cifras.slice(-8)].join("[\\s().-]*")}`);
    const [n, a] = [literal(nombre), literal(apellido)];
    if (n && a) enteros.push(`${n}\\s+${a}`, `${a},?\\s+${n}`);
    for (const palabra of `${nombre} ${apellido}`.split(/\s+/))
      if (palabra.length > 1) palabras.add(literal(palabra));
  }
  const fuentes = [...contactos, ...enteros.sort((a, b) => b.length - a.length).map(borde)];
  if (palabras.size > 0) {
    const una = `(?:${[...palabras].sort((a, b) => b.length - a.length).join("|")})(?![\\p{L}\\p{N}])`;
    fuentes.push(`(?<=(?<!\\p{L})${PRESENTADA}\\s+)${una}(?:,?\\s+${una})*`);
  }
  return fuentes.map((f) => new RegExp(f, "giu"));
}

/**
 * A text without what tells who these people are, who may be one under several names: their name as a whole or where they present themselves, their e-mail and
 * telephone however written, and whatever else looks like an e-mail, a telephone or a document.
 */
export function tachar(texto: string, ...personas: readonly Conocida[]): string {
  let limpio = texto;
  for (const patron of patronesDe(personas)) limpio = limpio.replace(patron, TACHADO);
  for (const { texto: dato } of datosPersonales(limpio)) limpio = limpio.replaceAll(dato, TACHADO);
  return limpio;
}

const CON_MAYUSCULAS = /^\p{Lu}\S*(?:\s+\p{Lu}\S*)*$/u;

/**
 * The same of what others wrote about what others reported: their e-mail, their telephone, and their name written as a name
 * is. Anybody may call themselves anything: a name made of plain words must not take those words out of other people's texts.
 */
export function tacharAjeno(texto: string, ...personas: readonly Conocida[]): string {
  let limpio = texto;
  for (const patron of patronesDe(personas))
    limpio = limpio.replace(patron, (m) =>
      CON_MAYUSCULAS.test(m) || /[@\d]/.test(m) ? TACHADO : m,
    );
  return limpio;
}

/** The same of an address: a street may well be called like a person. */
export const tacharDireccion = (texto: string, ...personas: readonly Conocida[]): string =>
  tachar(
    texto,
    ...personas.map(({ email, telefono }) => ({ nombre: "", apellido: "", email, telefono })),
  );
