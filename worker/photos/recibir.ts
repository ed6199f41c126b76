import type { Foto } from "../../contract/esquemas/reclamos.ts";
import type { Ctx } from "../domain/contexto.ts";
import { falloDeCampo } from "../domain/fallo.ts";
import { crearFoto, permitirFoto } from "../domain/fotos/crear.ts";
import { borrarObjetos, claveNueva, guardar } from "./guardar.ts";
import { procesar } from "./procesar.ts";

/** The one file of the form. @throws Fallo datos_invalidos */
function archivoDe(formulario: FormData): File {
  const [archivo, ...mas] = formulario.getAll("foto");
  if (!archivo || typeof archivo === "string" || archivo.size === 0)
    throw falloDeCampo("foto", "Falta la foto.");
  if (mas.length > 0) throw falloDeCampo("foto", "Mandá las fotos de a una.");
  return archivo;
}

/**
 * Takes in one photo: right first, then its bytes, its objects, its row. It waits, loose, for an action to carry it.
 * @param leer reads the form; called only for who may upload
 * @throws Fallo sin_sesion, limite, datos_invalidos, cuerpo_grande, tipo_no_admitido, no_disponible
 */
export async function recibirFoto(
  ctx: Ctx,
  env: Pick<Env, "IMAGES" | "FOTOS">,
  leer: () => Promise<FormData>,
): Promise<Foto> {
  await permitirFoto(ctx);
  const archivo = archivoDe(await leer());
  const foto = await procesar(env.IMAGES, new Uint8Array(await archivo.arrayBuffer()));
  const clave = claveNueva();
  try {
    await guardar(env.FOTOS, clave, foto);
    return await crearFoto(ctx, {
      clave,
      ancho: foto.ancho,
      alto: foto.alto,
      bytes: foto.grande.length,
    });
  } catch (error) {
    // No row, no objects. That they go is best effort: the error is what matters.
    await borrarObjetos(env.FOTOS, [clave]).catch(() => undefined);
    throw error;
  }
}
