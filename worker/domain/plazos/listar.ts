import { asc } from "drizzle-orm";
import type { Plazo } from "../../../contract/esquemas/catalogos.ts";
import { schema } from "../../db/client.ts";
import { type Ctx, exigirUsuario } from "../contexto.ts";
import { leerVigente } from "../reclamos/lectura.ts";

/** What the city gives itself for each categoría, for who is signed in. @throws Fallo sin_sesion */
export async function listarPlazos(ctx: Ctx): Promise<{ items: Plazo[] }> {
  const usuario = exigirUsuario(ctx);
  const { plazos } = schema;
  const todos = ctx.db.select().from(plazos).orderBy(asc(plazos.categoria_id));
  return { items: await leerVigente(ctx, usuario, todos) };
}
