import { sql } from "drizzle-orm";
import type { Db } from "../db/client.ts";

/** The codigos of the reclamos that these eventos are about. */
export async function codigosDe(db: Db, eventos: readonly number[]): Promise<string[]> {
  const filas = await db.all<{ codigo: string }>(sql`
    SELECT DISTINCT r.codigo AS codigo FROM eventos e JOIN reclamos r ON r.id = e.reclamo_id
    WHERE e.id IN (SELECT value FROM json_each(${JSON.stringify(eventos)}))`);
  return filas.map((f) => f.codigo);
}
