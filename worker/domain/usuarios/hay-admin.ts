import { eq } from "drizzle-orm";
import { schema } from "../../db/client.ts";
import type { Ctx } from "../contexto.ts";

const { usuarios } = schema;

/** Whether anybody runs this install yet. */
export async function hayAdmin({ db }: Pick<Ctx, "db">): Promise<boolean> {
  const filas = await db
    .select({ id: usuarios.id })
    .from(usuarios)
    .where(eq(usuarios.rol, "admin"))
    .limit(1);
  return filas.length > 0;
}
