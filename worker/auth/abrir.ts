import type { Db } from "../db/client.ts";
import type { Entorno } from "../env.ts";
import { abrirAuth, type Segundo } from "./auth.ts";
import type { Ingreso } from "./ingresar.ts";

/**
 * Opens a session for an account whose owner proved to be it by a link of ours.
 * @param segundo "mostrado" in place of a session that has shown it; else who has a second factor gets none
 * @throws Fallo bloqueado, segundo_factor
 */
export async function abrirProbada(
  { entorno, db, headers }: { entorno: Entorno; db: Db; headers: Headers },
  usuarioId: number,
  segundo?: Segundo,
): Promise<Ingreso> {
  const { response, headers: vuelta } = await abrirAuth(entorno, db, segundo).api.abrirProbada({
    body: { usuarioId },
    headers,
    returnHeaders: true,
  });
  return { usuarioId, token: response.token, galletas: vuelta.getSetCookie() };
}
