import type { Db } from "../db/client.ts";
import type { Entorno } from "../env.ts";
import { abrirAuth } from "./auth.ts";
import type { Ingreso } from "./ingresar.ts";

/** Opens a session for an account whose owner proved to be it by a link of ours. @throws Fallo bloqueado */
export async function abrirProbada(
  { entorno, db, headers }: { entorno: Entorno; db: Db; headers: Headers },
  usuarioId: number,
): Promise<Ingreso> {
  const { response, headers: vuelta } = await abrirAuth(entorno, db).api.abrirProbada({
    body: { usuarioId },
    headers,
    returnHeaders: true,
  });
  return { usuarioId, token: response.token, galletas: vuelta.getSetCookie() };
}
