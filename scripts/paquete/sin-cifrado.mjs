// What `@noble/ciphers` means inside the Worker (wrangler.toml, [alias]): the session library ciphers with it what other
// companies hand it for a user; nobody signs in through them here. Whatever calls it anyway says so.
const falta = () => {
  throw new Error("El Worker no lleva @noble/ciphers: scripts/paquete/sin-cifrado.mjs.");
};

export {
  falta as bytesToHex,
  falta as hexToBytes,
  falta as managedNonce,
  falta as utf8ToBytes,
  falta as xchacha20poly1305,
};
