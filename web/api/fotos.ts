import type { Foto } from "../../contract/esquemas/reclamos.ts";
import { pedir } from "./cliente.ts";

/**
 * Uploads one photo; the id it gets is what an action then carries.
 * @param usuario whose it is: refused when the browser is signed in as somebody else
 */
export function subirFoto(foto: Blob, clave: string, usuario?: number): Promise<Pick<Foto, "id">> {
  const cuerpo = new FormData();
  cuerpo.append("foto", foto, "foto.jpg");
  return pedir("POST", "/api/fotos", {
    cuerpo,
    clave,
    ...(usuario === undefined ? {} : { usuario }),
  });
}
