import { type SQL, sql } from "drizzle-orm";

/** To whom an anuncio goes: everybody with an account, or those of a rol, of a zona, or of both at once. */
export type Alcance = { rol?: string | undefined; zona_id?: number | undefined };

/**
 * SQL that lists the accounts `(id)` an anuncio is for. Those of a zona are who reported or follow something in it. Blocked
 * people and the author are left out.
 */
export function destinatariosDeAnuncio(alcance: Alcance, autorId: number | null): SQL {
  const deRol = alcance.rol === undefined ? sql`` : sql` AND u.rol = ${alcance.rol}`;
  const deZona =
    alcance.zona_id === undefined
      ? sql``
      : sql` AND u.persona_id IN (
          SELECT r.creador_id FROM reclamos r WHERE r.zona_id = ${alcance.zona_id}
          UNION
          SELECT s.persona_id FROM reclamos r JOIN seguidores s ON s.reclamo_id = r.id
            WHERE r.zona_id = ${alcance.zona_id})`;
  return sql`SELECT u.id AS id FROM usuarios u
    WHERE u.bloqueado_en IS NULL AND u.id <> ${autorId ?? 0}${deRol}${deZona}`;
}
