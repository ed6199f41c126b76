import { sql } from "drizzle-orm";
import { LIMITES } from "../../../contract/limites.ts";
import type { Db } from "../../db/client.ts";

/**
 * Takes out the rows of photos that waited too long for an action.
 * @param ahora epoch seconds
 * @param cuantas at most so many
 * @returns their keys, whose objects are to go
 */
export async function olvidarFotosSueltas(
  db: Db,
  ahora: number,
  cuantas: number,
): Promise<string[]> {
  const antes = ahora - LIMITES.fotoSueltaHoras * 3600;
  const filas = await db.all<{ clave: string }>(sql`
    DELETE FROM fotos WHERE reclamo_id IS NULL AND id IN (
      SELECT id FROM fotos WHERE reclamo_id IS NULL AND creado_en < ${antes} ORDER BY creado_en LIMIT ${cuantas}
    ) RETURNING clave`);
  return filas.map((f) => f.clave);
}
