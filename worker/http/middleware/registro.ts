import type { MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { anotar } from "../../observar.ts";
import type { AppEnv, C } from "../app-env.ts";

/** The route's pattern, never the path itself: a path may hold a codigo or a token. */
const patron = (c: C): string =>
  matchedRoutes(c).findLast((r) => !r.path.endsWith("*"))?.path ?? "*";

/** Logs each request, and tells what it cost the database outside production. */
export const registro = (): MiddlewareHandler<AppEnv> => async (c, next) => {
  const inicio = Date.now();
  await next();
  const { viajes, leidas, escritas } = c.get("consumo");
  const actor = c.get("ctx").actor;
  const ms = Date.now() - inicio;
  anotar({
    que: "pedido",
    id: c.get("requestId"),
    metodo: c.req.method,
    ruta: patron(c),
    status: c.res.status,
    rol: actor.tipo === "usuario" ? actor.rol : actor.tipo,
    usuario: actor.tipo === "usuario" ? actor.id : undefined,
    ms,
    d1_viajes: viajes,
    d1_leidas: leidas,
    d1_escritas: escritas,
  });
  if (c.get("entorno").environment !== "production" && c.res.status !== 101)
    c.header(
      "Server-Timing",
      `total;dur=${ms}, d1;desc="viajes=${viajes} leidas=${leidas} escritas=${escritas}"`,
    );
};
