import { sql } from "drizzle-orm";
import { aMano, type Db, leerAMano } from "../../db/client.ts";
import { SIN_CUENTA } from "../enlaces/internal.ts";

const DIA = 86_400;

/**
 * Takes out the reports that nobody confirmed in time, with their photos' rows, links and mails.
 * @param ahora epoch seconds
 * @param cuantos at most so many
 * @returns the keys of their photos, whose objects are to go, and how many reports there were
 */
export async function vencerReportes(
  db: Db,
  ahora: number,
  cuantos: number,
): Promise<{ claves: string[]; vencidos: number }> {
  const filas = await db.all<{ id: number }>(
    sql`SELECT id FROM reportes WHERE vence_en <= ${ahora} ORDER BY vence_en LIMIT ${cuantos}`,
  );
  if (filas.length === 0) return { claves: [], vencidos: 0 };
  // One that is confirmed meanwhile is none of these any more.
  const esos = sql`(SELECT r.id FROM reportes r WHERE r.vence_en <= ${ahora}
    AND r.id IN (SELECT value FROM json_each(${JSON.stringify(filas.map((f) => f.id))})))`;
  const [fotos] = await db.batch([
    leerAMano<{ clave: string }>(
      db,
      sql`DELETE FROM reportes_fotos WHERE reporte_id IN ${esos} RETURNING clave`,
    ),
    aMano(
      db,
      sql`DELETE FROM correos WHERE evento_id IS NULL AND persona_id = ${SIN_CUENTA}
        AND enlace_id IN (SELECT id FROM enlaces WHERE reporte_id IN ${esos})`,
    ),
    aMano(db, sql`DELETE FROM enlaces WHERE reporte_id IN ${esos}`),
    aMano(db, sql`DELETE FROM reportes WHERE id IN ${esos}`),
  ]);
  return { claves: fotos.map((f) => f.clave), vencidos: filas.length };
}

/** Forgets the links that have opened nothing for a day. @returns how many */
export async function olvidarEnlaces(db: Db, ahora: number): Promise<number> {
  const r = await db.run(sql`DELETE FROM enlaces WHERE vence_en < ${ahora - DIA}
    AND reporte_id IS NULL OR (reporte_id IS NOT NULL AND usado_en < ${ahora - DIA})`);
  return r.meta.changes;
}
