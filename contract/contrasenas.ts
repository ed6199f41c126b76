import { BITS, HUELLAS } from "./contrasenas-comunes.ts";

/** So many characters before or after a common word are what everybody adds to it: `Dragon2026!`. */
const AGREGADO_MAX = 5;
const PALABRA_MIN = 4;

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function fnv(texto: string, semilla: number): number {
  let h = 0x811c9dc5 ^ semilla;
  for (let i = 0; i < texto.length; i++) h = Math.imul(h ^ texto.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** The bits that stand for a word in a Bloom filter of so many: two hashes make them all (Kirsch and Mitzenmacher). */
export function bitsDe(palabra: string, total: number): number[] {
  const [a, b] = [fnv(palabra, 0), fnv(palabra, 0x9e3779b9) | 1].map((x) => x >>> 0) as [
    number,
    number,
  ];
  return Array.from({ length: HUELLAS }, (_, i) => (a + i * b) % total);
}

/** What people think of as one password, however they write it. */
export const plana = (s: string): string => s.normalize("NFKC").toLowerCase();
/** Its word, without what is put around it; itself when it has none. */
export function palabraDe(s: string): string {
  const palabra = s.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  return palabra.length >= PALABRA_MIN && s.length - palabra.length <= AGREGADO_MAX ? palabra : s;
}

/** How the filter is written: six bits a letter, the first the least. */
export const LETRAS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const POR_LETRA = 6;

const esta = (palabra: string): boolean =>
  bitsDe(palabra, BITS.length * POR_LETRA).every(
    (n) => (LETRAS.indexOf(BITS.charAt(Math.floor(n / POR_LETRA))) >> (n % POR_LETRA)) & 1,
  );

/**
 * Whether a password is among the first that anybody would try: one of the commonest, with a number or a sign added or not;
 * digits alone; one's own address. One in a hundred others is taken for one of them.
 * @param email of whose it would be
 */
export function esComun(contrasena: string, email = ""): boolean {
  const entera = plana(contrasena);
  const propia = plana(email.split("@")[0] ?? "");
  return (
    /^\d+$/.test(entera) ||
    /^(.{1,3})\1+$/.test(entera) ||
    (propia.length >= PALABRA_MIN && entera.includes(propia)) ||
    esta(entera) ||
    esta(palabraDe(entera))
  );
}
