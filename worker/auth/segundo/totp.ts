/** One-time codes by the clock: RFC 6238 with what every authenticator app does: SHA-1, 30 seconds, 6 digits. */

export const PASO_SEGUNDOS = 30;
const DIGITOS = 6;
/** RFC 4226, §4: as long as the digest. */
const SECRETO_BYTES = 20;
/** RFC 6238, §5.2: a clock may be one step off, either way. */
const PASOS_DE_MAS = 1;

/** RFC 4648, §6. */
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

export const secretoNuevo = (): string =>
  // 32 divides 256, so that no letter is likelier than another.
  Array.from(
    crypto.getRandomValues(new Uint8Array((SECRETO_BYTES * 8) / 5)),
    (b) => BASE32[b % 32],
  ).join("");

function deBase32(texto: string): Uint8Array<ArrayBuffer> {
  const bits = [...texto].map((c) => BASE32.indexOf(c).toString(2).padStart(5, "0")).join("");
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (b) => Number.parseInt(b, 2));
}

export const pasoDe = (ahora: number): number => Math.floor(ahora / PASO_SEGUNDOS);

/** The code of this step: RFC 4226, §5.3. @param secreto in base32 */
export async function codigoDe(secreto: string, paso: number): Promise<string> {
  const clave = await crypto.subtle.importKey(
    "raw",
    deBase32(secreto),
    { name: "HMAC", hash: "SHA-1" },
    false,
    ["sign"],
  );
  const cuenta = new DataView(new ArrayBuffer(8));
  cuenta.setBigUint64(0, BigInt(paso));
  const mac = new DataView(await crypto.subtle.sign("HMAC", clave, cuenta.buffer));
  const desde = mac.getUint8(mac.byteLength - 1) & 0xf;
  const numero = (mac.getUint32(desde) & 0x7fff_ffff) % 10 ** DIGITOS;
  return String(numero).padStart(DIGITOS, "0");
}

/**
 * The step that this code is of, around now; null when of none.
 * @param ahora epoch seconds
 */
export async function buscarPaso(
  secreto: string,
  codigo: string,
  ahora: number,
): Promise<number | null> {
  const actual = pasoDe(ahora);
  let hallado: number | null = null;
  // All are tried, whichever it is.
  for (let paso = actual - PASOS_DE_MAS; paso <= actual + PASOS_DE_MAS; paso++)
    if ((await codigoDe(secreto, paso)) === codigo) hallado = paso;
  return hallado;
}

/** What an app reads from the picture: https://github.com/google/google-authenticator/wiki/Key-Uri-Format */
export const uriDe = (secreto: string, emisor: string, cuenta: string): string =>
  `otpauth://totp/${encodeURIComponent(emisor)}:${encodeURIComponent(cuenta)}?secret=${secreto}&issuer=${encodeURIComponent(emisor)}`;
