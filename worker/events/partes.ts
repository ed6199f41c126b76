import { sql } from "drizzle-orm";
import { aMano, leerAMano } from "../db/client.ts";
import { saldar } from "../db/entregas.ts";
import { type Deps, encolar, enGrupos, type MensajeMultitud } from "./deps.ts";

/** Longer than all the queue's retries of a part together: one that old was lost. */
const PARTE_PERDIDA_SEGUNDOS = 1800;
const PARTES_POR_VUELTA = 100;

type FilaParte = { evento_id: number; parte: number; usuario_ids: string };
const mensajeDe = (f: FilaParte): MensajeMultitud => ({
  evento_id: f.evento_id,
  parte: f.parte,
  usuario_ids: JSON.parse(f.usuario_ids) as number[],
});

/**
 * Divides an evento's crowd, the first time; each later time gives what is left of that division, so that it goes on
 * from where it was cut short. A part in which somebody is to be tried again counts as left.
 */
export async function partir(
  { db, ahora }: Deps,
  eventoId: number,
  ids: readonly number[],
  de: number,
): Promise<MensajeMultitud[]> {
  const partes = JSON.stringify(enGrupos(ids, de));
  const [, , quedan] = await db.batch([
    aMano(
      db,
      sql`INSERT INTO multitud_partes (evento_id, parte, usuario_ids)
        SELECT ${eventoId}, key, value FROM json_each(${partes})
        WHERE NOT EXISTS (SELECT 1 FROM multitud_partes WHERE evento_id = ${eventoId})`,
    ),
    aMano(
      db,
      sql`UPDATE multitud_partes SET hecho_en = NULL WHERE evento_id = ${eventoId} AND hecho_en IS NOT NULL
        AND EXISTS (SELECT 1 FROM json_each(usuario_ids) j JOIN entregas e ON e.usuario_id = j.value
          WHERE e.evento_id = ${eventoId} AND e.estado = 'pendiente')`,
    ),
    leerAMano<FilaParte>(
      db,
      sql`UPDATE multitud_partes SET encolado_en = ${ahora} WHERE evento_id = ${eventoId} AND hecho_en IS NULL
        RETURNING evento_id, parte, usuario_ids`,
    ),
  ]);
  return quedan.sort((a, b) => a.parte - b.parte).map(mensajeDe);
}

/** Writes down that a part is through. */
export async function anotarParte({ db, ahora }: Deps, m: MensajeMultitud): Promise<void> {
  if (m.parte === undefined) return;
  await db.run(sql`UPDATE multitud_partes SET hecho_en = ${ahora}
    WHERE evento_id = ${m.evento_id} AND parte = ${m.parte} AND hecho_en IS NULL`);
}

/** Whether an announcement was ended: what was not delivered by then is not, and is written off. */
export async function saldarSiTermino({ db, ahora }: Deps, eventoId: number): Promise<boolean> {
  const suyo = sql`SELECT evento_id FROM anuncios WHERE evento_id = ${eventoId} AND estado = 'terminado'`;
  const [, [fila]] = await db.batch([saldar(db, suyo, ahora), leerAMano(db, suyo)]);
  return fila !== undefined;
}

/** Queues again the parts whose message was lost. @returns how many */
export async function barrerPartes(deps: Deps): Promise<number> {
  const { db, ahora } = deps;
  const perdidas = await db.all<FilaParte>(sql`
    UPDATE multitud_partes SET encolado_en = ${ahora} WHERE hecho_en IS NULL AND (evento_id, parte) IN (
      SELECT p.evento_id, p.parte FROM multitud_partes p JOIN eventos e ON e.id = p.evento_id
      WHERE p.hecho_en IS NULL AND p.encolado_en <= ${ahora - PARTE_PERDIDA_SEGUNDOS} AND e.despachado_en IS NOT NULL
      LIMIT ${sql.raw(String(PARTES_POR_VUELTA))})
    RETURNING evento_id, parte, usuario_ids`);
  await encolar(deps.colaMultitud, perdidas.map(mensajeDe));
  return perdidas.length;
}
