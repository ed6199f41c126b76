import { eq } from "drizzle-orm";
import { schema } from "../../db/client.ts";
import { abrirCatalogo } from "../catalogo.ts";
import type { Ctx } from "../contexto.ts";
import { noEsta } from "./internal.ts";

const { plantillas_respuesta: t } = schema;

/** Forgets one. @throws Fallo sin_sesion, sin_permiso, no_encontrado */
export async function borrarPlantilla(ctx: Ctx, id: number): Promise<void> {
  await abrirCatalogo(ctx, {});
  const [fila] = await ctx.db.delete(t).where(eq(t.id, id)).returning({ id: t.id });
  if (!fila) throw noEsta();
}
