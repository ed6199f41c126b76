import { sql } from "drizzle-orm";
import { aMano } from "../../db/client.ts";
import type { Ctx } from "../contexto.ts";
import { cabeOtro, type Sello, sentenciaCorreo, VIDA } from "./internal.ts";

/**
 * A link to sign in, or to choose another password, for whoever reads that mailbox. Known or not, the address costs the
 * same statements, and the answer is the same nothing: who asks learns nothing of it. To sign in by mail is for vecinos
 * without a second factor; a persona without an account gets one by it.
 * @param direccion digest of the address
 * @returns the mail to queue; null when nobody is to get one
 */
export async function pedirEnlace(
  { db, ahora }: Ctx,
  que: "ingresar" | "recuperar",
  email: string,
  direccion: string,
  { semilla, huella }: Sello,
): Promise<number | null> {
  const cuenta =
    que === "ingresar"
      ? sql`u.bloqueado_en IS NULL AND u.rol = 'vecino' AND u.segundo_factor_en IS NULL`
      : sql`u.bloqueado_en IS NULL`;
  const persona =
    que === "ingresar"
      ? sql`(SELECT min(p.id) FROM personas p WHERE p.email = ${email} AND p.anonimizada_en IS NULL
          AND NOT EXISTS (SELECT 1 FROM usuarios x WHERE x.email = ${email} OR x.persona_id = p.id)
          AND NOT EXISTS (SELECT 1 FROM invitaciones i WHERE i.persona_id = p.id))`
      : sql`NULL`;
  const [, correo] = await db.batch([
    aMano(
      db,
      sql`INSERT INTO enlaces (huella, semilla, que, usuario_id, email, direccion, creado_en, vence_en)
      SELECT ${huella}, ${semilla}, ${que}, u.id, CASE WHEN u.id IS NOT NULL OR ${persona} IS NOT NULL THEN ${email} END,
        ${direccion}, ${ahora}, ${ahora + VIDA[que]}
      FROM (SELECT 1) LEFT JOIN usuarios u ON u.email = ${email} AND ${cuenta}
      WHERE ${cabeOtro(que, direccion, ahora)}`,
    ),
    sentenciaCorreo(db, {
      plantilla: `enlace_${que}`,
      persona: sql`coalesce((SELECT persona_id FROM usuarios WHERE id = e.usuario_id), ${persona})`,
      para: sql`e.email`,
      enlace: sql`e.id`,
      desde: sql`FROM enlaces e WHERE e.huella = ${huella} AND e.email IS NOT NULL`,
      ahora,
    }),
  ]);
  return (correo as { id: number }[])[0]?.id ?? null;
}
