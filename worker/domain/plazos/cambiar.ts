import { eq } from "drizzle-orm";
import type * as z from "zod/mini";
import type { Plazo, plazoCambio } from "../../../contract/esquemas/catalogos.ts";
import { schema } from "../../db/client.ts";
import { anotar } from "../auditoria/anotar.ts";
import { abrirCatalogo, escribirCatalogo, siguienteVersion } from "../catalogo.ts";
import type { Ctx } from "../contexto.ts";

const { plazos } = schema;

/**
 * Sets the hours of a categoría. What is already promised stays.
 * @throws Fallo sin_sesion, sin_permiso, no_encontrado
 */
export async function cambiarPlazo(
  ctx: Ctx,
  categoriaId: number,
  { horas_normal, horas_urgente }: z.infer<typeof plazoCambio>,
): Promise<Plazo> {
  const { antes } = await abrirCatalogo(ctx, { cambia: { tabla: "categorias", id: categoriaId } });
  const horas = { horas_normal, horas_urgente };
  return escribirCatalogo<Plazo>(ctx, "categorias", [
    ctx.db
      .insert(plazos)
      .values({ categoria_id: categoriaId, ...horas })
      .onConflictDoUpdate({ target: plazos.categoria_id, set: horas })
      .returning(),
    ...anotar(ctx, {
      accion: "ajuste",
      sobre: { objeto: "plazo", id: categoriaId },
      antes,
      despues: horas,
    }),
    // The plazo is a part of the categoría, and of its form.
    ctx.db
      .update(schema.categorias)
      .set({ version: siguienteVersion(undefined) })
      .where(eq(schema.categorias.id, categoriaId)),
  ]);
}
