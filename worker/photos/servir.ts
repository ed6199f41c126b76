import { noEncontrado } from "../domain/fallo.ts";
import type { FotoVisible } from "../domain/fotos/ver.ts";
import { objetosDe, type Tamano } from "./guardar.ts";

/** A redaction holds everywhere within a minute (architecture.md, Photos). */
const SEGUNDOS_EN_CACHE = 60;

/**
 * The photo's bytes, for who has already been found to have the right to see it.
 * @throws Fallo no_encontrado when its object is gone
 */
export async function servirFoto(
  r2: R2Bucket,
  { clave, publica }: FotoVisible,
  tamano: Tamano,
  yaTiene: string | undefined,
): Promise<Response> {
  const etag = `"${clave.slice(0, 16)}-${tamano}"`;
  const headers = new Headers({
    ETag: etag,
    "Cache-Control": publica ? `public, max-age=${SEGUNDOS_EN_CACHE}` : "private, no-store",
    "X-Content-Type-Options": "nosniff",
  });
  if (yaTiene?.includes(etag)) return new Response(null, { status: 304, headers });
  const objeto = await r2.get(objetosDe(clave)[tamano]);
  if (!objeto) throw noEncontrado("Esa foto ya no está.");
  headers.set("Content-Type", "image/jpeg");
  headers.set("Content-Length", String(objeto.size));
  return new Response(objeto.body, { headers });
}
