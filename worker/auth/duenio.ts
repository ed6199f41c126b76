import { and, eq } from "drizzle-orm";
import type { Yo } from "../../contract/esquemas/cuentas.ts";
import { schema } from "../db/client.ts";
import type { Ctx } from "../domain/contexto.ts";
import { falloDeCampo } from "../domain/fallo.ts";
import { claveDe, exigirIntento, olvidarIntentos } from "./intentos.ts";
import { verifyPassword } from "./password.ts";

const { cuentas, sesiones } = schema;

/** A session opened by a link so lately stands for the password that its account has not. */
const RECIENTE_SEGUNDOS = 3600;

/**
 * An open screen must not be enough to take an account over: its password is asked for again, or a link that was just used
 * by who has none. Guessing counts as guessing at the door.
 * @param campo where it was typed
 * @throws Fallo datos_invalidos, limite
 */
export async function exigirDuenio(
  { db, actor, ahora }: Ctx,
  { id, email }: Pick<Yo, "id" | "email">,
  actual: string | undefined,
  campo = "actual",
): Promise<void> {
  const [[cuenta], [sesion]] = await db.batch([
    db
      .select({ hash: cuentas.password })
      .from(cuentas)
      .where(and(eq(cuentas.userId, id), eq(cuentas.providerId, "credential"))),
    db
      .select({ creada: sesiones.createdAt })
      .from(sesiones)
      .where(eq(sesiones.id, (actor.tipo === "usuario" && actor.sesionId) || 0)),
  ]);
  if (!cuenta?.hash) {
    const desde = (sesion?.creada.getTime() ?? 0) / 1000;
    if (ahora - desde <= RECIENTE_SEGUNDOS) return;
    throw falloDeCampo(
      campo,
      "Tu cuenta no tiene contraseña: salí, ingresá con un enlace y hacelo dentro de la hora.",
    );
  }
  if (!actual) throw falloDeCampo(campo, "Falta tu contraseña de ahora.");
  const clave = await claveDe(email);
  await exigirIntento(db, clave, ahora);
  if (!(await verifyPassword(cuenta.hash, actual)))
    throw falloDeCampo(campo, "No es tu contraseña de ahora.");
  await olvidarIntentos(db, clave);
}
