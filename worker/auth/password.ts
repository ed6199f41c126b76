import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** OWASP's scrypt minimum of 16 MB: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html */
const COSTO = { n: 16_384, r: 8, p: 5 };
const SAL_BYTES = 16;
const CLAVE_BYTES = 32;

type Costo = typeof COSTO;

function derivar(password: string, sal: Uint8Array, { n, r, p }: Costo, bytes: number) {
  // The same word may be typed composed or decomposed, depending on the keyboard.
  const texto = password.normalize("NFKC");
  return new Promise<Uint8Array>((listo, falla) => {
    // scrypt needs 128·N·r bytes, and Node refuses at exactly that limit.
    scrypt(texto, sal, bytes, { N: n, r, p, maxmem: 256 * n * r }, (error, clave) =>
      error ? falla(error) : listo(clave),
    );
  });
}

/** @returns `scrypt$N$r$p$salt$key`, salt and key in base64: the parameters stand beside the hash, so that they can grow. */
export async function hashPassword(password: string): Promise<string> {
  const sal = randomBytes(SAL_BYTES);
  const clave = await derivar(password, sal, COSTO, CLAVE_BYTES);
  const { n, r, p } = COSTO;
  return ["scrypt", n, r, p, sal.toString("base64"), Buffer.from(clave).toString("base64")].join(
    "$",
  );
}

/** Whether the password is the hashed one, by the hash's own parameters; false for a hash that is not ours. */
export async function verifyPassword(hash: string, password: string): Promise<boolean> {
  const partes = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w+/=]+)\$([\w+/=]+)$/.exec(hash);
  if (!partes) return false;
  const [, n, r, p, sal = "", clave = ""] = partes;
  const esperada = Buffer.from(clave, "base64");
  const costo = { n: Number(n), r: Number(r), p: Number(p) };
  const dada = await derivar(password, Buffer.from(sal, "base64"), costo, esperada.length);
  return timingSafeEqual(dada, esperada);
}
