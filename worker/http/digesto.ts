/** A digest in hexadecimal. */
export async function digerir(
  algoritmo: "SHA-1" | "SHA-256",
  datos: ArrayBuffer | Uint8Array<ArrayBuffer>,
): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest(algoritmo, datos));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
}

const LARGO_ETAG = 24;

/** A weak ETag of a body, RFC 9110 §8.8.3. It tells versions apart; it is no proof against forgery. */
export const etagDe = async (datos: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<string> =>
  `W/"${(await digerir("SHA-1", datos)).slice(0, LARGO_ETAG)}"`;

/** Whether who asks has this very version, RFC 9110 §13.1.2: weak comparison. */
export const yaLoTiene = (ifNoneMatch: string | null | undefined, etag: string): boolean =>
  (ifNoneMatch ?? "")
    .split(",")
    .some((x) => x.trim().replace(/^W\//, "") === etag.replace(/^W\//, ""));
