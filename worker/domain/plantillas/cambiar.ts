import { eq } from "drizzle-orm";
import type { Plantilla } from "../../../contract/esquemas/plantillas.ts";
import { schema } from "../../db/client.ts";
import { anotar, SI_CAMBIO } from "../auditoria/anotar.ts";
import { abrirCatalogo, siguienteVersion } from "../catalogo.ts";
import type { Ctx } from "../contexto.ts";
import { escribir, noEsta, type Pedido, vistaPlantilla } from "./internal.ts";

const { plantillas_respuesta: t } = schema;

/** Replaces one. What was answered with it stays as it was said. @throws Fallo sin_sesion, sin_permiso, no_encontrado, ya_existe */
export async function cambiarPlantilla(
  ctx: Ctx,
  id: number,
  { titulo, texto, accion, version }: Pedido,
): Promise<Plantilla> {
  const { antes } = await abrirCatalogo(ctx, {
    cambia: { tabla: "plantillas_respuesta", id },
  });
  const [[fila]] = await escribir(() =>
    ctx.db.batch([
      ctx.db
        .update(t)
        .set({
          titulo,
          texto,
          accion,
          actualizado_en: ctx.ahora,
          version: siguienteVersion(version),
        })
        .where(eq(t.id, id))
        .returning(),
      ...anotar(ctx, {
        accion: "ajuste",
        sobre: { objeto: "plantilla", id },
        antes,
        despues: { titulo, texto, accion },
        si: SI_CAMBIO,
      }),
    ]),
  );
  if (!fila) throw noEsta();
  return vistaPlantilla(fila);
}
