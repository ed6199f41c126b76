import { eq } from "drizzle-orm";
import { schema } from "../../db/client.ts";
import { anotar, SI_CAMBIO } from "../auditoria/anotar.ts";
import { abrirCatalogo } from "../catalogo.ts";
import type { Ctx } from "../contexto.ts";
import { noEsta } from "./internal.ts";

const { plantillas_respuesta: t } = schema;

/** Forgets one. @throws Fallo sin_sesion, sin_permiso, no_encontrado */
export async function borrarPlantilla(ctx: Ctx, id: number): Promise<void> {
  const { antes } = await abrirCatalogo(ctx, {
    cambia: { tabla: "plantillas_respuesta", id },
  });
  const [[fila]] = await ctx.db.batch([
    ctx.db.delete(t).where(eq(t.id, id)).returning({ id: t.id }),
    ...anotar(ctx, {
      accion: "ajuste_borrado",
      sobre: { objeto: "plantilla", id },
      antes,
      despues: { titulo: null, texto: null },
      si: SI_CAMBIO,
    }),
  ]);
  if (!fila) throw noEsta();
}
