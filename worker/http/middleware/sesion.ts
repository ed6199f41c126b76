import type { MiddlewareHandler } from "hono";
import { leerSesion } from "../../auth/sesion.ts";
import { Fallo } from "../../domain/fallo.ts";
import type { AppEnv } from "../app-env.ts";

export { lecturaDeToken } from "../../auth/sesion.ts";

/** All that is open to who has not yet set up the second factor that their role asks for. */
const CUENTA = "/api/auth/";

const nombreDe = (galleta: string) => galleta.slice(0, galleta.indexOf("="));

/**
 * Puts the request's actor into ctx: the site's cookie, or a program's `Authorization: Bearer`. A blocked person counts as
 * nobody, and `Baldosa-Usuario` says whose request it must be. A renewed cookie goes out with the answer, unless the route has set the same one itself.
 */
export const sesion = (): MiddlewareHandler<AppEnv> => async (c, next) => {
  const { usuario, sesion, pendiente, galletas } = await leerSesion(
    c.get("entorno"),
    c.get("db"),
    c.req.raw.headers,
  );
  const actor = usuario ?? (c.req.path.startsWith(CUENTA) ? pendiente : null);
  if (actor) c.get("ctx").actor = actor;
  if (pendiente) c.set("sinSegundo", true);
  c.set("sesion", sesion);
  // What was kept without signal goes out later, when the browser may be somebody else's.
  const para = c.req.header("Baldosa-Usuario");
  if (para !== undefined && para !== String(actor?.id))
    throw new Fallo("sin_sesion", "Eso lo hizo otra persona. Se envía cuando ingrese de nuevo.");
  await next();
  // A socket's answer cannot be copied to add headers to it.
  if (galletas.length === 0 || c.res.status === 101) return;
  const puestas = new Set(c.res.headers.getSetCookie().map(nombreDe));
  for (const galleta of galletas)
    if (!puestas.has(nombreDe(galleta))) c.header("Set-Cookie", galleta, { append: true });
};
