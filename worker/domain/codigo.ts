const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Ten random characters of Crockford's base32: 50 bits, the public name of a reclamo. */
export function codigoNuevo(): string {
  const azar = crypto.getRandomValues(new Uint8Array(10));
  return Array.from(azar, (b) => CROCKFORD[b % 32]).join("");
}
