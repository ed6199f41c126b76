/** What a text seems to hold that is one person's. `numero` may be a telephone or a document. */
export type Personal = { tipo: "correo" | "telefono" | "documento" | "numero"; texto: string };

const CORREO = /[\w.+-]+\s?(?:@|\(?\barroba\b\)?)\s?[\w-]+(?:\.[a-z]{2,})+/gi;
/** Runs of digits, with what people put between them. */
const CIFRAS = /(?:\+|\b)\d(?:[\s.()-]{0,2}\d){6,14}\b/g;
const FECHA = /^\d{1,2}[-.\s]\d{1,2}[-.\s](?:19|20)\d{2}$/;
const DINERO = /(?:\$|pesos|ars)\s*$/i;
const PALABRA_DOCUMENTO = /\b(?:dni|documento|doc|l\.?c|l\.?e|cuil|cuit)\b[\s.:n°º]*$/i;
const PALABRA_TELEFONO =
  /\b(?:tel|teléfono|telefono|cel|celu|celular|whatsapp|wsp|wasap|llam\w*)\b[^\d]{0,14}$/i;
const CON_PUNTOS = /^\d{1,2}\.\d{3}\.\d{3}$/;
/** An area code first, or the two halves of a local number joined by a hyphen. */
const FORMA_TELEFONO = /^(?:\+|0?\(?(?:11|[23]\d{2,3})\)?[\s.-]|15[\s.-]?\d)|^\d{3,4}-\d{4}$/;
const HORA_O_ALTURAS = /^\d{1,5}(?:\s\d{1,5})+$/;

/** How much of the text before a number is read for its word. */
const ANTES = 40;

function queEs(crudo: string, antes: string): Personal["tipo"] | null {
  const cifras = crudo.replace(/\D/g, "").length;
  if (FECHA.test(crudo) || DINERO.test(antes)) return null;
  if (PALABRA_DOCUMENTO.test(antes)) return "documento";
  if (CON_PUNTOS.test(crudo)) return "documento";
  if (PALABRA_TELEFONO.test(antes)) return "telefono";
  if (FORMA_TELEFONO.test(crudo) && cifras >= 7) return "telefono";
  // Two or three street numbers in a row.
  if (HORA_O_ALTURAS.test(crudo)) return null;
  return cifras >= 7 && cifras <= 11 ? "numero" : null;
}

/**
 * E-mails, telephones and document numbers that a text seems to hold, as written, each once.
 * A guess to warn by, never to refuse by: dates, prices and street numbers pass.
 */
export function datosPersonales(texto: string): Personal[] {
  const hallados = new Map<string, Personal>();
  for (const [crudo] of texto.matchAll(CORREO))
    hallados.set(crudo, { tipo: "correo", texto: crudo });
  const resto = texto.replace(CORREO, " · ");
  for (const m of resto.matchAll(CIFRAS)) {
    const crudo = m[0].trim();
    const tipo = queEs(crudo, resto.slice(Math.max(0, m.index - ANTES), m.index));
    if (tipo) hallados.set(crudo, { tipo, texto: crudo });
  }
  return [...hallados.values()];
}
