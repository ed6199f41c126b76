import { isAPIError } from "better-auth/api";
import { sql } from "drizzle-orm";
import { esComun } from "../../contract/contrasenas.ts";
import type { Db } from "../db/client.ts";
import { anotar } from "../domain/auditoria/anotar.ts";
import { truncar } from "../domain/auditoria/direccion.ts";
import type { Ctx } from "../domain/contexto.ts";
import { Fallo } from "../domain/fallo.ts";
import type { Entorno } from "../env.ts";
import { abrirAuth } from "./auth.ts";
import { claveDelIntento, galletaConocido } from "./conocido.ts";
import { exigirIntento, olvidarIntentos } from "./intentos.ts";

export type Ingreso = { usuarioId: number; token: string; galletas: string[] };

/**
 * Opens a session for an address and its password.
 * @param ahora epoch seconds
 * @throws Fallo limite after too many failures; credenciales, with the same work and words for an unknown address;
 *   bloqueado, contrasena_comun (of staff) and segundo_factor only for who knows the password: with a second factor, it is sent once more with the code,
 *   so that nothing half-open is kept in between that could be stolen or planted
 */
export async function ingresar(
  { entorno, db, ahora, headers }: { entorno: Entorno; db: Db; ahora: number; headers: Headers },
  {
    username,
    password,
    codigo,
  }: { username: string; password: string; codigo?: string | undefined },
): Promise<Ingreso> {
  const { clave, conocido } = await claveDelIntento(entorno.authSecret, username, headers);
  await exigirIntento(db, clave, ahora);
  try {
    const { response, headers: vuelta } = await abrirAuth(entorno, db, {
      codigo: codigo || null,
      ahora,
      // Asked for where the second factor is: in development the first account runs the place, with whatever it was tried.
      comun: entorno.segundoObligatorio && esComun(password, username),
    }).api.signInEmail({
      body: { email: username, password },
      headers,
      returnHeaders: true,
    });
    await olvidarIntentos(db, clave);
    return {
      usuarioId: Number(response.user.id),
      token: response.token,
      galletas: [
        ...vuelta.getSetCookie(),
        // Not to who may have opened it in another's name: it would outlive their hold on it.
        ...(conocido || !response.user.emailVerified
          ? []
          : [await galletaConocido(entorno.authSecret, username)]),
      ],
    };
  } catch (error) {
    if (error instanceof Fallo) await olvidarIntentos(db, clave);
    // 400 is an address that cannot be one, 401 an unknown one or a wrong password.
    if (isAPIError(error) && (error.statusCode === 401 || error.statusCode === 400)) {
      await anotarFallido({ db, ahora, headers }, username);
      throw new Fallo(
        "credenciales",
        "El correo o la contraseña no coinciden. Revisalos y probá de nuevo.",
      );
    }
    throw error;
  }
}

/** On record, whether anybody has that address or not: the same work, and never the address itself. */
async function anotarFallido(
  { db, ahora, headers }: { db: Db; ahora: number; headers: Headers },
  username: string,
): Promise<void> {
  const direccion = truncar(headers.get("CF-Connecting-IP") ?? undefined);
  const ctx: Ctx = { db, ahora, direccion, actor: { tipo: "anonimo" }, hechos: [] };
  const id = sql`(SELECT id FROM usuarios WHERE email = ${username})`;
  await db.batch(anotar(ctx, { accion: "ingreso_fallido", sobre: { objeto: "usuario", id } }));
}
