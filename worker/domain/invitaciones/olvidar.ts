import { sql } from "drizzle-orm";
import { aMano, type Db, leerAMano } from "../../db/client.ts";
import { vaciarCorreos } from "../personas/rastro.ts";

/** So long an admin may still look for what became of one. */
const SE_RECUERDAN_SEGUNDOS = 30 * 86_400;

/**
 * Forgets the invitations that were accepted, withdrawn or ran out a month ago, and of whoever has nothing else here, no
 * account and no reclamo, name and address.
 * @param ahora epoch seconds
 * @returns how many
 */
export async function olvidarInvitaciones(db: Db, ahora: number): Promise<number> {
  const pasada = sql`coalesce(aceptada_en, retirada_en, vence_en) < ${ahora - SE_RECUERDAN_SEGUNDOS}`;
  const suyas = sql`SELECT persona_id FROM invitaciones WHERE ${pasada}`;
  const [, , borradas] = await db.batch([
    aMano(
      db,
      sql`UPDATE personas SET nombre = '', apellido = '', email = NULL, telefono = NULL, anonimizada_en = ${ahora}
      WHERE anonimizada_en IS NULL AND id IN (${suyas}) AND id NOT IN (SELECT persona_id FROM usuarios)
        AND NOT EXISTS (SELECT 1 FROM reclamos r WHERE r.creador_id = personas.id)
        AND NOT EXISTS (SELECT 1 FROM seguidores s WHERE s.persona_id = personas.id)
        AND NOT EXISTS (SELECT 1 FROM invitaciones i WHERE i.persona_id = personas.id AND NOT ${pasada})`,
    ),
    vaciarCorreos(
      db,
      sql`evento_id IS NULL AND persona_id IN (SELECT id FROM personas WHERE anonimizada_en = ${ahora} AND id IN (${suyas}))`,
    ),
    leerAMano<{ id: number }>(db, sql`DELETE FROM invitaciones WHERE ${pasada} RETURNING id`),
  ]);
  return borradas.length;
}
