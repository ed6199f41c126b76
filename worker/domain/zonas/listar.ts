import { asc } from "drizzle-orm";
import type { Zona } from "../../../contract/esquemas/catalogos.ts";
import { schema } from "../../db/client.ts";
import type { Ctx } from "../contexto.ts";

/** All of them with their polygons, for anyone. */
export async function listarZonas(ctx: Ctx): Promise<{ items: Zona[] }> {
  return { items: await ctx.db.select().from(schema.zonas).orderBy(asc(schema.zonas.id)) };
}
