import { and, eq, lte, sql } from "drizzle-orm";
import { type Db, schema } from "../../db/client.ts";
import { destinatariosDeAnuncio } from "../../db/destinatarios.ts";
import { porQueFallo } from "../../events/record.ts";

const { anuncios, eventos, textos } = schema;

/**
 * Publishes an anuncio whose time has come: writes its evento, once, however many try. Dispatch tells everyone.
 * @returns the evento's id; null when it is not its time, or somebody else did it, ended it or has just changed it
 */
export async function publicarAnuncio(db: Db, id: number, ahora: number): Promise<number | null> {
  const [fila] = await db.select().from(anuncios).where(eq(anuncios.id, id));
  if (!fila) return null;
  const alcance = {
    ...(fila.rol === null ? {} : { rol: fila.rol }),
    ...(fila.zona_id === null ? {} : { zona_id: fila.zona_id }),
  };
  try {
    const [, [evento]] = await db.batch([
      db
        .update(anuncios)
        .set({
          estado: "enviando",
          destinatarios: sql`(SELECT count(*) FROM (${destinatariosDeAnuncio(alcance, fila.usuario_id)}))`,
        })
        .where(
          and(
            eq(anuncios.id, id),
            eq(anuncios.estado, "programado"),
            lte(anuncios.publicar_en, ahora),
            // As it was read: one that was changed meanwhile goes out the next time, as it is then.
            eq(anuncios.version, fila.version),
          ),
        ),
      db
        .insert(eventos)
        .values({
          reclamo_id: null,
          tipo: "anuncio",
          guardia: sql`CASE WHEN changes() = 1 THEN 1 END`,
          usuario_id: fila.usuario_id,
          datos: alcance,
          en: ahora,
        })
        .returning({ id: eventos.id }),
      // A row of textos goes by its evento's id, so that stays the last one written.
      db
        .insert(textos)
        .values({ evento_id: sql`last_insert_rowid()`, texto: `${fila.titulo}\n\n${fila.texto}` }),
      db.update(anuncios).set({ evento_id: sql`last_insert_rowid()` }).where(eq(anuncios.id, id)),
    ]);
    return evento?.id ?? null;
  } catch (error) {
    if (porQueFallo(error) === "guardia") return null;
    throw error;
  }
}
