import { and, eq } from "drizzle-orm";
import { schema } from "../db/client.ts";
import type { Ctx } from "../domain/contexto.ts";
import { falloDeCampo } from "../domain/fallo.ts";
import { claveDe, exigirIntento, olvidarIntentos } from "./intentos.ts";
import { verifyPassword } from "./password.ts";

const { cuentas, sesiones, usuarios } = schema;

/** A session opened by a link so lately stands for the password that its account has not. */
const RECIENTE_SEGUNDOS = 3600;

/**
 * An open screen must not be enough to take an account over: its password is asked for again, or a link that was just used
 * by who has none. Guesses count by the session: those at the door, from wherever, keep nobody out of their own account.
 * @param campo where it was typed
 * @throws Fallo datos_invalidos, limite
 */
export async function exigirDuenio(
  { db, actor, ahora }: Ctx,
  id: number,
  actual: string | undefined,
  campo = "actual",
): Promise<void> {
  const sesionId = (actor.tipo === "usuario" && actor.sesionId) || 0;
  const [[cuenta], [sesion], [usuario]] = await db.batch([
    db
      .select({ hash: cuentas.password })
      .from(cuentas)
      .where(and(eq(cuentas.userId, id), eq(cuentas.providerId, "credential"))),
    db.select({ creada: sesiones.createdAt }).from(sesiones).where(eq(sesiones.id, sesionId)),
    db.select({ segundo: usuarios.segundoFactorEn }).from(usuarios).where(eq(usuarios.id, id)),
  ]);
  if (!cuenta?.hash) {
    const desde = (sesion?.creada.getTime() ?? 0) / 1000;
    if (ahora - desde <= RECIENTE_SEGUNDOS) return;
    throw falloDeCampo(
      campo,
      // Links that sign in are only for who has no second factor.
      usuario?.segundo == null
        ? "Tu cuenta no tiene contraseña: salí, ingresá con un enlace y hacelo dentro de la hora."
        : "Tu cuenta no tiene contraseña: salí, elegí una desde «Olvidé mi contraseña», e ingresá con ella.",
    );
  }
  if (!actual) throw falloDeCampo(campo, "Falta tu contraseña de ahora.");
  const clave = await claveDe(`dueño de la sesión ${sesionId}`);
  await exigirIntento(db, clave, ahora);
  if (!(await verifyPassword(cuenta.hash, actual)))
    throw falloDeCampo(campo, "No es tu contraseña de ahora.");
  await olvidarIntentos(db, clave);
}
