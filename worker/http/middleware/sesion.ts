import type { MiddlewareHandler } from "hono";
import { leerSesion } from "../../auth/sesion.ts";
import type { AppEnv } from "../app-env.ts";

export { actorDeToken } from "../../auth/sesion.ts";

const nombreDe = (galleta: string) => galleta.slice(0, galleta.indexOf("="));

/**
 * Puts the request's actor into ctx: the site's cookie, or a program's `Authorization: Bearer`. A blocked person counts as
 * nobody. A renewed cookie goes out with the answer, unless the route has set the same one itself.
 */
export const sesion = (): MiddlewareHandler<AppEnv> => async (c, next) => {
  const { usuario, galletas } = await leerSesion(c.get("entorno"), c.get("db"), c.req.raw.headers);
  if (usuario) c.get("ctx").actor = usuario;
  await next();
  // A socket's answer cannot be copied to add headers to it.
  if (galletas.length === 0 || c.res.status === 101) return;
  const puestas = new Set(c.res.headers.getSetCookie().map(nombreDe));
  for (const galleta of galletas)
    if (!puestas.has(nombreDe(galleta))) c.header("Set-Cookie", galleta, { append: true });
};
