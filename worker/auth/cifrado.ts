/** What must be read again is encrypted at rest, and what must only be recognised is digested: both under this install's own secret, so that the database alone gives neither away. */

import { timingSafeEqual } from "node:crypto";

const utf8 = new TextEncoder();
const IV_BYTES = 12;

/** A key of its own for each use: HKDF, RFC 5869. */
async function claveDe(
  secreto: string,
  uso: string,
  para: { name: "AES-GCM"; length: 256 } | { name: "HMAC"; hash: "SHA-256"; length: 256 },
): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey("raw", utf8.encode(secreto), "HKDF", false, [
    "deriveKey",
  ]);
  return crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: utf8.encode(`baldosa ${uso}`) },
    base,
    para,
    false,
    para.name === "HMAC" ? ["sign"] : ["encrypt", "decrypt"],
  );
}

/** AES-256-GCM; the nonce goes before the text. In base64. */
export async function cifrar(secreto: string, uso: string, texto: string): Promise<string> {
  const clave = await claveDe(secreto, uso, { name: "AES-GCM", length: 256 });
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const cifrado = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, clave, utf8.encode(texto));
  return Buffer.concat([iv, new Uint8Array(cifrado)]).toString("base64");
}

/** @throws when it was encrypted under another secret, or changed since */
export async function descifrar(secreto: string, uso: string, cifrado: string): Promise<string> {
  const clave = await claveDe(secreto, uso, { name: "AES-GCM", length: 256 });
  const bytes = Buffer.from(cifrado, "base64");
  const iv = bytes.subarray(0, IV_BYTES);
  return new TextDecoder().decode(
    await crypto.subtle.decrypt({ name: "AES-GCM", iv }, clave, bytes.subarray(IV_BYTES)),
  );
}

/** HMAC-SHA-256, in base64url. */
export async function sellar(secreto: string, uso: string, texto: string): Promise<string> {
  const clave = await claveDe(secreto, uso, { name: "HMAC", hash: "SHA-256", length: 256 });
  return Buffer.from(await crypto.subtle.sign("HMAC", clave, utf8.encode(texto))).toString(
    "base64url",
  );
}

/** Whether it is the seal of this text, or its first `largo` characters: in the same time whatever is wrong with it. */
export async function selloValido(
  secreto: string,
  uso: string,
  texto: string,
  dado: string,
  largo = 43,
): Promise<boolean> {
  const suyo = utf8.encode(dado);
  const bueno = utf8.encode((await sellar(secreto, uso, texto)).slice(0, largo));
  return suyo.length === bueno.length && timingSafeEqual(suyo, bueno);
}
