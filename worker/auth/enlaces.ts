import { createHash, createHmac, randomBytes } from "node:crypto";

/** 128 bits: a link's whole strength. */
const BYTES = 16;
/** Crockford's, without letters that look like digits, since a token may be typed: https://www.crockford.com/base32.html */
const ALFABETO = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LARGO = 26;

function enBase32(bytes: Uint8Array): string {
  let n = 0n;
  for (const b of bytes) n = (n << 8n) | BigInt(b);
  let texto = "";
  for (let i = 0; i < LARGO; i++, n >>= 5n) texto = ALFABETO.charAt(Number(n & 31n)) + texto;
  return texto;
}

/** What a link's row keeps. Neither opens anything without the installation's secret. */
export type Sello = { semilla: string; huella: string };

/** The token of a link, made anew each time that its mail is written. */
export const tokenDe = (secreto: string, semilla: string): string =>
  enBase32(createHmac("sha256", secreto).update(`enlace:${semilla}`).digest().subarray(0, BYTES));

/** What a token is found by. It may have been copied by hand: case, blanks and look-alikes do not matter. */
export const huellaDe = (token: string): string =>
  createHash("sha256")
    .update(
      token
        .toUpperCase()
        .replace(/[^0-9A-Z]/g, "")
        .replaceAll("O", "0")
        .replace(/[IL]/g, "1"),
    )
    .digest("hex");

export function selloNuevo(secreto: string): Sello {
  const semilla = randomBytes(BYTES).toString("hex");
  return { semilla, huella: huellaDe(tokenDe(secreto, semilla)) };
}

/** The link of a mail. The token is in the fragment: it reaches no server, log or Referer until a button sends it. */
export const enlaceDe = (appUrl: string, token: string): string => `${appUrl}/enlace#${token}`;
