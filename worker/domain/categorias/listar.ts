import { asc } from "drizzle-orm";
import type { Categoria } from "../../../contract/esquemas/catalogos.ts";
import { schema } from "../../db/client.ts";
import type { Ctx } from "../contexto.ts";

const { categorias: t } = schema;

/** All of them, for anyone: what a reclamo may be about. The inactive ones still name old reclamos. */
export async function listarCategorias(ctx: Ctx): Promise<{ items: Categoria[] }> {
  const items = await ctx.db
    .select({
      id: t.id,
      nombre: t.nombre,
      icono: t.icono,
      color: t.color,
      privada: t.privada,
      activa: t.activa,
      version: t.version,
    })
    .from(t)
    .orderBy(asc(t.orden), asc(t.id));
  return { items };
}
