// Makes contract/contrasenas-comunes.ts: node scripts/paquete/contrasenas.ts LIST.json
// LIST.json is a JSON array, the commonest first: passwords.json of the npm package
// @zxcvbn-ts/language-common (MIT). Only a Bloom filter of it goes into the Worker: 10 bits a word.
import { readFileSync, writeFileSync } from "node:fs";
import { bitsDe, LETRAS, palabraDe, plana } from "../../contract/contrasenas.ts";

const CUANTAS = 2500;
const BITS_POR_PALABRA = 10;
/** ln 2 · bits a word: the least false hits, just under one in a hundred. */
const HUELLAS = 7;
/** What is common here, and on no list in English. */
const DE_ACA = [
  ..."contraseña contrasena clave argentina buenosaires bocajuniors riverplate racing".split(" "),
  ..."independiente sanlorenzo maradona messi teamo teamomucho mimamor familia".split(" "),
  ..."municipalidad municipio intendencia reclamo reclamos vecino usuario".split(" "),
];

const [ruta = ""] = process.argv.slice(2);
const lista = JSON.parse(readFileSync(ruta, "utf8")) as string[];
const palabras = new Set([...DE_ACA, ...lista].map((p) => palabraDe(plana(p))));
const elegidas = [...palabras].filter((p) => p.length >= 4 && !/^\d+$/.test(p)).slice(0, CUANTAS);

const letras: number[] = Array(Math.ceil((CUANTAS * BITS_POR_PALABRA) / 6)).fill(0);
for (const palabra of elegidas)
  for (const n of bitsDe(palabra, letras.length * 6))
    letras[Math.floor(n / 6)] = (letras[Math.floor(n / 6)] ?? 0) | (1 << (n % 6));
writeFileSync(
  new URL("../../contract/contrasenas-comunes.ts", import.meta.url),
  `/** Made by scripts/paquete/contrasenas.ts: a Bloom filter of the ${elegidas.length} commonest words of passwords. */
export const HUELLAS = ${HUELLAS};
export const BITS =
  "${letras.map((n) => LETRAS[n]).join("")}";
`,
);
