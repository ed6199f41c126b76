import { sql } from "drizzle-orm";
import type { Db } from "../db/client.ts";
import { fechaLocal, inicioDelDia } from "../domain/tiempo.ts";
import { type Deps, encolar } from "../events/deps.ts";

/** From seven in the morning in Buenos Aires; a clock that comes late still sends it until ten. */
const DESDE_SEGUNDOS = 7 * 3600;
const HASTA_SEGUNDOS = 10 * 3600;

/**
 * The morning's summary by mail, to the supervisors and admins who asked for it: one a person and day, however often this
 * runs. What it says is read when it is sent.
 */
export const resumen = {
  nombre: "resumen",
  async hacer({ db, deps, ahora }: { db: Db; deps: Deps; ahora: number }) {
    const hora = ahora - inicioDelDia(ahora);
    if (hora < DESDE_SEGUNDOS || hora >= HASTA_SEGUNDOS) return { escritos: 0 };
    const escritos = await db.all<{ id: number }>(sql`
      INSERT OR IGNORE INTO correos (persona_id, plantilla, para, estado, creado_en, encolado_en, clave)
      SELECT u.persona_id, 'resumen', u.email, 'pendiente', ${ahora}, ${ahora}, 'resumen:' || ${fechaLocal(ahora)} || ':' || u.persona_id
      FROM usuarios u JOIN preferencias f ON f.usuario_id = u.id
      WHERE u.rol IN ('supervisor', 'admin') AND u.bloqueado_en IS NULL
        AND f.tipo = 'resumen' AND f.canal = 'correo' AND f.activa = 1
      RETURNING id`);
    // What does not get into the queue, the sweep finds later.
    await encolar(
      deps.colaCorreo,
      escritos.map(({ id }) => ({ correo_id: id })),
    );
    return { escritos: escritos.length };
  },
};
