import { and, eq, isNotNull } from "drizzle-orm";
import { type Db, schema } from "../db/client.ts";
import { falloDeCampo } from "../domain/fallo.ts";
import { claveDe, exigirIntento, olvidarIntentos } from "./intentos.ts";
import { verifyPassword } from "./password.ts";

const { cuentas, usuarios } = schema;

/**
 * That who is signed in knows the account's password, for what must not be done from a screen left open. An account without
 * one (it signs in by link) has nothing to prove. Guessing here counts as guessing at the door.
 * @returns the digest by which the address' tries are counted
 * @throws Fallo limite, datos_invalidos
 */
export async function comprobarContrasena(
  db: Db,
  usuarioId: number,
  dada: string | undefined,
  ahora: number,
): Promise<string> {
  const [fila] = await db
    .select({ email: usuarios.email, hash: cuentas.password })
    .from(usuarios)
    .leftJoin(cuentas, and(eq(cuentas.userId, usuarios.id), isNotNull(cuentas.password)))
    .where(eq(usuarios.id, usuarioId));
  const clave = await claveDe(fila?.email ?? "");
  if (!fila?.hash) return clave;
  if (!dada) throw falloDeCampo("contrasena", "Escribí tu contraseña.");
  await exigirIntento(db, clave, ahora);
  if (!(await verifyPassword(fila.hash, dada)))
    throw falloDeCampo("contrasena", "No es tu contraseña.");
  await olvidarIntentos(db, clave);
  return clave;
}
