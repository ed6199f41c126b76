import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { AppEnv } from "../app-env.ts";

/** One JSON line a request or a job. Ids, roles, routes and figures; nothing personal. */
export function anotar(linea: Record<string, string | number | boolean | null | undefined>): void {
  console.log(JSON.stringify(linea));
}

/** The route's pattern, never the path itself: a path may hold a codigo or a token. */
const patron = (c: Parameters<MiddlewareHandler<AppEnv>>[0]): string => routePath(c, -1) || "*";

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
