import type { Plantilla } from "../../../contract/esquemas/plantillas.ts";
import { schema } from "../../db/client.ts";
import { abrirCatalogo } from "../catalogo.ts";
import type { Ctx } from "../contexto.ts";
import { escribir, type Fila, type Pedido, vistaPlantilla } from "./internal.ts";

/** A new text to answer with. @throws Fallo sin_sesion, sin_permiso, ya_existe */
export async function crearPlantilla(
  ctx: Ctx,
  { titulo, texto, accion }: Pedido,
): Promise<Plantilla> {
  await abrirCatalogo(ctx, {});
  const [fila] = await escribir(() =>
    ctx.db
      .insert(schema.plantillas_respuesta)
      .values({ titulo, texto, accion, actualizado_en: ctx.ahora })
      .returning(),
  );
  return vistaPlantilla(fila as Fila);
}
