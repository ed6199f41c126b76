/** The two objects of a photo. `clave` is random: nobody finds an object by guessing. */
export const objetosDe = (clave: string) => ({
  grande: `fotos/${clave}.jpg`,
  mini: `miniaturas/${clave}.jpg`,
});

export type Tamano = keyof ReturnType<typeof objetosDe>;

/** 128 random bits, in hexadecimal. */
export const claveNueva = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) =>
    b.toString(16).padStart(2, "0"),
  ).join("");

export async function guardar(
  r2: R2Bucket,
  clave: string,
  { grande, miniatura }: { grande: Uint8Array; miniatura: Uint8Array },
): Promise<void> {
  const objetos = objetosDe(clave);
  const httpMetadata = { contentType: "image/jpeg" };
  await Promise.all([
    r2.put(objetos.grande, grande, { httpMetadata }),
    r2.put(objetos.mini, miniatura, { httpMetadata }),
  ]);
}

/** R2 deletes up to 1,000 keys in one call. */
const CLAVES_POR_VEZ = 500;

export async function borrarObjetos(r2: R2Bucket, claves: readonly string[]): Promise<void> {
  for (let i = 0; i < claves.length; i += CLAVES_POR_VEZ)
    await r2.delete(
      claves.slice(i, i + CLAVES_POR_VEZ).flatMap((c) => Object.values(objetosDe(c))),
    );
}
