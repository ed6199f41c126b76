const base64 = (b: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(b)));
const utf8 = new TextEncoder();

export type Llaves = CryptoKeyPair & { publica: string };

/** A pair as the mail provider has one, with its public half as it is told. */
export async function llavesNuevas(): Promise<Llaves> {
  const llaves = (await crypto.subtle.generateKey("Ed25519", true, [
    "sign",
    "verify",
  ])) as CryptoKeyPair;
  const publica = (await crypto.subtle.exportKey("spki", llaves.publicKey)) as ArrayBuffer;
  return { ...llaves, publica: base64(publica) };
}

/** A call as MailChannels signs it: RFC 9421 over the digest of the body. */
export async function firmada(
  eventos: unknown,
  {
    llaves,
    clave = "mckey",
    creado = Math.floor(Date.now() / 1000),
  }: { llaves: Llaves; clave?: string; creado?: number },
) {
  const body = JSON.stringify(eventos);
  const digest = `sha-256=:${base64(await crypto.subtle.digest("SHA-256", utf8.encode(body)))}:`;
  const parametros = `("content-digest");created=${creado};alg="ed25519";keyid="${clave}"`;
  const aFirmar = `"content-digest": ${digest}\n"@signature-params": ${parametros}`;
  const firma = base64(
    await crypto.subtle.sign("Ed25519", llaves.privateKey, utf8.encode(aFirmar)),
  );
  return {
    method: "POST",
    body,
    headers: {
      "Content-Type": "application/json",
      "Content-Digest": digest,
      Signature: `sig_${creado}=:${firma}:`,
      "Signature-Input": `sig_${creado}=${parametros}`,
    },
  };
}
