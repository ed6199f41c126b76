import { sql } from "drizzle-orm";
import type { Db } from "../db/client.ts";

/** How long an Idempotency-Key gets the same answer again. */
const CLAVE_SEGUNDOS = 48 * 3600;

/** Forgets the answers kept for Idempotency-Keys of changes without an evento. @returns how many */
export async function borrarClavesViejas(db: Db, ahora: number): Promise<number> {
  const r = await db.run(sql`DELETE FROM claves WHERE en < ${ahora - CLAVE_SEGUNDOS}`);
  return r.meta.changes;
}

/**
 * Forgets the answers kept on eventos. Only looks at those after `desde`, where the last run ended: ids grow with time, and
 * the table is never read whole.
 * @returns how many, and where this run ended
 */
export async function borrarResultadosViejos(
  db: Db,
  ahora: number,
  desde: number,
): Promise<{ borrados: number; hasta: number }> {
  const [ultimo] = await db.all<{ id: number }>(
    sql`SELECT id FROM eventos WHERE en < ${ahora - CLAVE_SEGUNDOS} ORDER BY id DESC LIMIT 1`,
  );
  if (!ultimo || ultimo.id <= desde) return { borrados: 0, hasta: desde };
  const r = await db.run(
    sql`UPDATE eventos SET resultado = NULL WHERE id > ${desde} AND id <= ${ultimo.id} AND resultado IS NOT NULL`,
  );
  return { borrados: r.meta.changes, hasta: ultimo.id };
}
