import { eq, sql } from "drizzle-orm";
import { schema } from "../../db/client.ts";
import { anotar, SI_CAMBIO } from "../auditoria/anotar.ts";
import type { Ctx } from "../contexto.ts";

const { usuarios } = schema;

/**
 * Where nobody runs the install yet, the account of this address does from now on, if its owner has proved it. Decided by
 * the statement that writes it: of two who come at once, one is first. It signs the account out everywhere, since its
 * sessions say what it was.
 * @param email the one of BOOTSTRAP_ADMIN_EMAIL
 * @returns the account; null when there is an admin already, or nobody has proved that address
 */
export async function nombrarPrimerAdmin(ctx: Ctx, email: string): Promise<number | null> {
  const { db, ahora } = ctx;
  const suya = sql`(SELECT id FROM usuarios WHERE email = ${email})`;
  const [nombrados] = await db.batch([
    db
      .update(usuarios)
      .set({ rol: "admin", cuadrillaId: null, updatedAt: new Date(ahora * 1000) })
      .where(
        sql`email = ${email} AND email_verificado = 1 AND bloqueado_en IS NULL
          AND NOT EXISTS (SELECT 1 FROM usuarios AS otro WHERE otro.rol = 'admin')`,
      )
      .returning({ id: usuarios.id }),
    ...anotar(ctx, {
      accion: "rol",
      usuarioId: suya,
      sobre: { objeto: "usuario", id: suya },
      antes: { rol: "vecino" },
      despues: { rol: "admin", motivo: "primer_admin" },
      si: SI_CAMBIO,
    }),
  ]);
  const [nombrado] = nombrados;
  if (!nombrado) return null;
  await db.delete(schema.sesiones).where(eq(schema.sesiones.userId, nombrado.id));
  return nombrado.id;
}
