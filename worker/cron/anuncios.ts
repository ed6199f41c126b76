import { sql } from "drizzle-orm";
import type { Db } from "../db/client.ts";
import { publicarAnuncio } from "../domain/anuncios/publicar.ts";
import { terminarVencidos } from "../domain/anuncios/terminar.ts";
import type { Deps } from "../events/deps.ts";
import { dispatch } from "../events/dispatch.ts";
import { barrerPartes } from "../events/partes.ts";

const POR_VUELTA = 20;

/** Marks as sent those that everybody has been told of, or could not be. */
const cerrarEnviados = (db: Db) =>
  db.run(sql`UPDATE anuncios SET estado = 'enviado' WHERE estado = 'enviando'
    AND EXISTS (SELECT 1 FROM eventos e WHERE e.id = evento_id AND e.despachado_en IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM multitud_partes p WHERE p.evento_id = anuncios.evento_id AND p.hecho_en IS NULL)`);

/** Each minute: announcements begin at their time, go on where they were cut short, and end at theirs. */
export const anuncios = {
  nombre: "anuncios",
  async hacer({ db, deps, ahora }: { db: Db; deps: Deps; ahora: number }) {
    const terminados = await terminarVencidos(db, ahora);
    const tocan = await db.all<{ id: number }>(sql`
      SELECT id FROM anuncios WHERE estado = 'programado' AND publicar_en <= ${ahora}
      ORDER BY publicar_en LIMIT ${POR_VUELTA}`);
    let publicados = 0;
    for (const { id } of tocan) {
      const evento = await publicarAnuncio(db, id, ahora);
      if (evento === null) continue;
      publicados += 1;
      // What fails here, the next sweep finishes.
      await dispatch(deps, evento).catch(() => undefined);
    }
    const partes = await barrerPartes(deps);
    const cerrados = (await cerrarEnviados(db)).meta.changes;
    return { publicados, terminados, partes, cerrados };
  },
};
