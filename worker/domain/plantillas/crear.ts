import { sql } from "drizzle-orm";
import type { Plantilla } from "../../../contract/esquemas/plantillas.ts";
import { schema } from "../../db/client.ts";
import { anotar } from "../auditoria/anotar.ts";
import { abrirCatalogo } from "../catalogo.ts";
import type { Ctx } from "../contexto.ts";
import { escribir, type Fila, type Pedido, vistaPlantilla } from "./internal.ts";

/** A new text to answer with. @throws Fallo sin_sesion, sin_permiso, ya_existe */
export async function crearPlantilla(
  ctx: Ctx,
  { titulo, texto, accion }: Pedido,
): Promise<Plantilla> {
  await abrirCatalogo(ctx, {});
  const [[fila]] = await escribir(() =>
    ctx.db.batch([
      ctx.db
        .insert(schema.plantillas_respuesta)
        .values({ titulo, texto, accion, actualizado_en: ctx.ahora })
        .returning(),
      ...anotar(ctx, {
        accion: "ajuste_creado",
        sobre: { objeto: "plantilla", id: sql`last_insert_rowid()` },
        despues: { titulo, texto, accion },
      }),
    ]),
  );
  return vistaPlantilla(fila as Fila);
}
