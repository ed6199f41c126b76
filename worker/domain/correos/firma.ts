const BYTES = 16;

const enBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** What a signature is good for: one made for a use proves nothing for another. */
export type Uso = "baja" | "referencia";

/**
 * A signature with the installation's secret, short enough for an address: the first 128 bits of HMAC-SHA-256.
 * @returns 22 characters of base64url
 */
export async function firmar(secreto: string, uso: Uso, texto: string): Promise<string> {
  const utf8 = new TextEncoder();
  const llave = await crypto.subtle.importKey(
    "raw",
    utf8.encode(secreto),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const firma = await crypto.subtle.sign("HMAC", llave, utf8.encode(`${uso}:${texto}`));
  return enBase64Url(new Uint8Array(firma).subarray(0, BYTES));
}

/** Whether the signature is ours, in the same time whatever is wrong with it. */
export async function firmaValida(
  secreto: string,
  uso: Uso,
  texto: string,
  dada: string,
): Promise<boolean> {
  const buena = await firmar(secreto, uso, texto);
  if (buena.length !== dada.length) return false;
  let distintas = 0;
  for (let i = 0; i < buena.length; i++) distintas |= buena.charCodeAt(i) ^ dada.charCodeAt(i);
  return distintas === 0;
}
