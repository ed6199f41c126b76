const CODIGO = /^[0-9A-HJKMNP-TV-Z]{10}$/;

/**
 * A reclamo's codigo as a person may write it: Crockford's base32 reads O as 0 and I or L as 1, and there may be spaces or
 * hyphens in it. Null when it cannot be one.
 */
export function codigoDe(texto: string): string | null {
  const limpio = texto.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  return CODIGO.test(limpio) ? limpio : null;
}
