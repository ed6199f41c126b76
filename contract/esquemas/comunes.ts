import * as z from "zod/mini";
import { LIMITES } from "../limites.ts";

/**
 * Control characters other than tab and new line, and those that turn the direction of what follows, which make a line read
 * as another; none belongs in what a person writes.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are exactly what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029]/;
const GIRA = /[\u202a-\u202e\u2066-\u2069]/;

/** Text as a person writes it: trimmed, no control characters, length counted in characters a person sees as such. */
export function texto(minimo: number, maximo: number) {
  return z.string("Falta este dato.").check(
    z.trim(),
    z.refine(
      (s) => !CONTROL.test(s) && !GIRA.test(s),
      "Tiene caracteres que no se pueden mostrar.",
    ),
    z.refine(
      (s) => [...s].length >= minimo,
      minimo === 1 ? "Falta este dato." : `Escribí al menos ${minimo} caracteres.`,
    ),
    z.refine((s) => [...s].length <= maximo, `Que no pase de ${maximo} caracteres.`),
  );
}

/** One line: as `texto`, with new lines refused. */
export function renglon(minimo: number, maximo: number) {
  return texto(minimo, maximo).check(
    z.refine((s) => !/[\n\r\t]/.test(s), "Tiene que ser un solo renglón."),
  );
}

export const idEntero = z
  .int("Tiene que ser un número.")
  .check(z.positive("Tiene que ser un número positivo."));

/** An id inside a URL or a query. */
export const idEnTexto = z.pipe(
  z.string().check(z.regex(/^[1-9]\d{0,14}$/, "Tiene que ser un número.")),
  z.transform((s) => Number(s)),
);

export const email = z
  .string("Falta el correo.")
  .check(
    z.trim(),
    z.toLowerCase(),
    z.maxLength(LIMITES.emailMax, "Es demasiado largo."),
    z.email("Escribí un correo como nombre@ejemplo.com."),
  );

export const latitud = z
  .number("Tiene que ser un número.")
  .check(z.gte(-90, "Fuera del mapa."), z.lte(90, "Fuera del mapa."));
export const longitud = z
  .number("Tiene que ser un número.")
  .check(z.gte(-180, "Fuera del mapa."), z.lte(180, "Fuera del mapa."));

/** The version that the person saw. */
export const version = z.int("Falta la versión.").check(z.gte(1, "Falta la versión."));

/** The version of a catalogue's row that the person saw; absent: whatever it is by now. */
export const vista = z.optional(z.int("Falta la versión.").check(z.gte(0, "Falta la versión.")));

/** ISO-8601 UTC, whole seconds. */
export const instante = z.string();

export const fechaHora = z.pipe(
  z.iso.datetime({ offset: true, error: "Escribí la fecha como 2026-11-27T18:00:00Z." }),
  z.transform((s) => Math.floor(Date.parse(s) / 1000)),
);

export const pagina = {
  limite: z._default(
    z.pipe(
      z.string().check(z.regex(/^\d{1,3}$/, "Tiene que ser un número.")),
      z.transform((s) => Math.min(Math.max(Number(s), 1), LIMITES.paginaMax)),
    ),
    LIMITES.paginaDefecto,
  ),
  cursor: z.optional(z.string().check(z.maxLength(200, "No es un cursor nuestro."))),
};

/** A code in Crockford's base32: https://www.crockford.com/base32.html */
export const CODIGO = /^[0-9A-HJKMNP-TV-Z]{10}$/;
export const codigo = z
  .string()
  .check(z.toUpperCase(), z.regex(CODIGO, "No es un código nuestro."));
/** How a reclamo is named in a URL: its id or its codigo. */
export const ref = z.object({
  ref: z
    .string()
    .check(z.maxLength(20), z.regex(/^([1-9]\d{0,14}|[0-9A-Za-z]{10})$/, "No es un reclamo.")),
});
