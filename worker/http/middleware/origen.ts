import type { MiddlewareHandler } from "hono";
import { Fallo } from "../../domain/fallo.ts";
import type { AppEnv, C } from "../app-env.ts";
import { cambia } from "./cuerpo.ts";

/** What a browser says of a request that our own page makes, or a person by hand: https://www.w3.org/TR/fetch-metadata/ */
const SITIO_PROPIO = ["same-origin", "none"];

/**
 * Whether a browser's request comes from our own pages. Programs send neither header and carry no cookie of ours; a
 * neighbour on the same domain is another site.
 */
export function esDeCasa(c: C): boolean {
  const sitio = c.req.header("Sec-Fetch-Site");
  if (sitio !== undefined && !SITIO_PROPIO.includes(sitio)) return false;
  const origen = c.req.header("Origin");
  if (origen === undefined) return true;
  return origen === new URL(c.get("entorno").appUrl).origin || origen === new URL(c.req.url).origin;
}

/** Refuses a change that another site's page sends with our cookie. */
export const origen = (): MiddlewareHandler<AppEnv> => async (c, next) => {
  if (cambia(c) && !esDeCasa(c))
    throw new Fallo("origen_invalido", "Ese pedido viene de otro sitio.");
  await next();
};
