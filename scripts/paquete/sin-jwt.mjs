// What `jose` and `jose/errors` mean inside the Worker (wrangler.toml, [alias]): the session library brings them for the
// identity tokens of other companies and for links that it would send itself. Baldosa's cookies are signed without them;
// 12 kB gzipped. Whatever calls them anyway says so.
const falta = () => {
  throw new Error("El Worker no lleva jose: scripts/paquete/sin-jwt.mjs.");
};

export const base64url = { encode: falta, decode: falta };
export const errors = {};
export class JWTExpired extends Error {}
export {
  falta as calculateJwkThumbprint,
  falta as createLocalJWKSet,
  falta as createRemoteJWKSet,
  falta as decodeJwt,
  falta as decodeProtectedHeader,
  falta as EncryptJWT,
  falta as exportJWK,
  falta as generateKeyPair,
  falta as importJWK,
  falta as importPKCS8,
  falta as jwtDecrypt,
  falta as jwtVerify,
  falta as SignJWT,
  falta as UnsecuredJWT,
};
