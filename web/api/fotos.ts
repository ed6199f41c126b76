import type { Foto } from "../../contract/esquemas/reclamos.ts";
import { pedir } from "./cliente.ts";

/** Uploads one photo; the id it gets is what an action then carries. */
export function subirFoto(foto: Blob, clave: string): Promise<Pick<Foto, "id">> {
  const cuerpo = new FormData();
  cuerpo.append("foto", foto, "foto.jpg");
  return pedir("POST", "/api/fotos", { cuerpo, clave });
}
