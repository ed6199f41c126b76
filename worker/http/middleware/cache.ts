import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "../app-env.ts";
import { etagDe } from "../digesto.ts";

/**
 * Everything is private unless a route says otherwise: the platform's cache does not look at cookies, so a private answer
 * that could be cached would be a leak.
 */
export const privadoSiNoSeDice = (): MiddlewareHandler<AppEnv> => async (c, next) => {
  await next();
  if (c.res.status === 101) return;
  const dicho = c.res.headers.get("Cache-Control");
  if (dicho === null || c.res.headers.has("Set-Cookie")) c.header("Cache-Control", "no-store");
};

/** A public answer: cacheable for so many seconds, with an ETag, and 304 to who already has it. */
export const publico =
  (segundos: number): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    await next();
    if (!c.res.ok) return;
    const etag = await etagDe(await c.res.clone().arrayBuffer());
    c.header("ETag", etag);
    c.header("Cache-Control", `public, max-age=${segundos}`);
    if (c.req.header("If-None-Match") === etag)
      c.res = new Response(null, { status: 304, headers: c.res.headers });
  };
