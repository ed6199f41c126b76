import { isAPIError } from "better-auth/api";
import type { Db } from "../db/client.ts";
import { Fallo, falloDeCampo } from "../domain/fallo.ts";
import type { Entorno } from "../env.ts";
import { abrirAuth } from "./auth.ts";
import { claveDe, exigirIntento, olvidarIntentos } from "./intentos.ts";
import { credencial } from "./sesion.ts";

type Pedido = { entorno: Entorno; db: Db; ahora: number; headers: Headers };

/**
 * Changes the password of who is signed in, and ends every session of theirs: this browser gets a new one.
 * Guessing at the present one counts as guessing at the door, by the account's address.
 * @throws Fallo sin_sesion, limite; datos_invalidos for a wrong present password
 */
export async function cambiarContrasena(
  { entorno, db, ahora, headers }: Pedido,
  email: string,
  { actual, nueva }: { actual: string; nueva: string },
): Promise<{ token: string; galletas: string[] }> {
  const suya = credencial(headers);
  if (!suya) throw new Fallo("sin_sesion", "Ingresá para seguir.");
  const clave = await claveDe(email);
  await exigirIntento(db, clave, ahora);
  try {
    const { response, headers: vuelta } = await abrirAuth(
      entorno,
      db,
      "mostrado",
    ).api.changePassword({
      body: { currentPassword: actual, newPassword: nueva, revokeOtherSessions: true },
      headers: suya,
      returnHeaders: true,
    });
    await olvidarIntentos(db, clave);
    return {
      token: response.token ?? "",
      galletas: suya.has("Cookie") ? vuelta.getSetCookie() : [],
    };
  } catch (error) {
    if (isAPIError(error) && error.statusCode === 400)
      throw falloDeCampo("actual", "No es tu contraseña de ahora.");
    if (isAPIError(error) && error.statusCode === 401)
      throw new Fallo("sin_sesion", "Tu sesión terminó. Ingresá de nuevo.");
    throw error;
  }
}
