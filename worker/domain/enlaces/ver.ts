import { and, eq, sql } from "drizzle-orm";
import type { EnlaceVisto } from "../../../contract/esquemas/enlaces.ts";
import { schema } from "../../db/client.ts";
import type { Ctx } from "../contexto.ts";
import { exigirInvitacion, verInvitacion } from "../invitaciones/aceptar.ts";
import { enlaceMuerto } from "./internal.ts";

const { cuentas, enlaces, reportes, usuarios } = schema;

export type Enlace = typeof enlaces.$inferSelect & { email: string };
export type Leido = {
  enlace: Enlace;
  /** The account that has the address, or that asked to have it. */
  cuenta: typeof usuarios.$inferSelect | null;
  /** The account signs in with this. */
  hash: string | null;
  reporte: typeof reportes.$inferSelect | null;
};

/**
 * A link that still opens something, and what it is about. Reading it spends nothing.
 * @throws Fallo enlace_vencido, invitacion_superada
 */
export async function leerEnlace(ctx: Ctx, huella: string): Promise<Leido> {
  const { db, ahora } = ctx;
  const suyo = (columna: string) =>
    sql`(SELECT ${sql.raw(columna)} FROM enlaces WHERE huella = ${huella})`;
  const [[enlace], [propia], [deLaDireccion], [reporte]] = await db.batch([
    db.select().from(enlaces).where(eq(enlaces.huella, huella)),
    db
      .select()
      .from(usuarios)
      .where(eq(usuarios.id, suyo("usuario_id"))),
    db
      .select()
      .from(usuarios)
      .where(eq(usuarios.email, suyo("email"))),
    db
      .select()
      .from(reportes)
      .where(eq(reportes.id, suyo("reporte_id"))),
  ]);
  if (!enlace?.email) throw enlaceMuerto();
  if (enlace.que === "invitacion") await exigirInvitacion(ctx, huella);
  if (enlace.usado_en !== null) throw enlaceMuerto("usado");
  if (enlace.vence_en <= ahora) throw enlaceMuerto("vencido");
  const cuenta = propia ?? deLaDireccion ?? null;
  // Blocked since, or its address is another by now: the link was for who it was.
  if (
    cuenta &&
    (cuenta.bloqueadoEn !== null || (enlace.que !== "correo" && cuenta.email !== enlace.email))
  )
    throw enlaceMuerto();
  if (enlace.que === "reporte" && !reporte) throw enlaceMuerto();
  const [credencial] = cuenta
    ? await db
        .select({ hash: cuentas.password })
        .from(cuentas)
        .where(and(eq(cuentas.userId, cuenta.id), eq(cuentas.providerId, "credential")))
    : [];
  return {
    enlace: { ...enlace, email: enlace.email },
    cuenta,
    hash: credencial?.hash ?? null,
    reporte: reporte ?? null,
  };
}

/** What the page of a link says before its button is pressed. @throws Fallo enlace_vencido */
export async function verEnlace(ctx: Ctx, huella: string): Promise<EnlaceVisto> {
  const { enlace, cuenta, hash, reporte } = await leerEnlace(ctx, huella);
  const propia = ctx.actor.tipo === "usuario" && ctx.actor.id === cuenta?.id;
  return {
    que: enlace.que,
    email: enlace.email,
    /** Somebody opened it with a password, and it may not have been who reads this mail. */
    pide_contrasena:
      (enlace.que === "verificar" || enlace.que === "correo") && !propia && hash !== null,
    con_cuenta: cuenta !== null,
    invitacion: enlace.que === "invitacion" ? await verInvitacion(ctx, huella) : null,
    reporte: reporte && { titulo: reporte.titulo, direccion: reporte.direccion },
  };
}
