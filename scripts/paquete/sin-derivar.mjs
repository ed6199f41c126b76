// What `@noble/hashes`' HKDF and SHA-2 mean inside the Worker (wrangler.toml, [alias]): the session library derives keys with
// them to cipher what other companies hand it for a user, and the cookies of a kind that is not ours. Keys of ours are
// derived by WebCrypto (worker/auth/cifrado.ts). Whatever calls it anyway says so.
const falta = () => {
  throw new Error("El Worker no lleva @noble/hashes: scripts/paquete/sin-derivar.mjs.");
};

export { falta as hkdf, falta as sha256 };
