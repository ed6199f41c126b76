import type { MiddlewareHandler } from "hono";
import { aparatoDe } from "../../../contract/agente.ts";
import { truncar } from "../../domain/auditoria/direccion.ts";
import { abrirDatos } from "../../domain/contexto.ts";
import { entornoDe } from "../../env.ts";
import type { AppEnv } from "../app-env.ts";

/** What every request begins with: an id, the configuration, a database that counts, and nobody signed in yet. */
export const pedido = (): MiddlewareHandler<AppEnv> => async (c, next) => {
  const requestId = crypto.randomUUID();
  c.set("requestId", requestId);
  c.set("entorno", entornoDe(c.env));
  const { db, consumo } = abrirDatos(c.env.DB);
  c.set("db", db);
  c.set("consumo", consumo);
  c.set("ctx", {
    db,
    actor: { tipo: "anonimo" },
    ahora: Math.floor(Date.now() / 1000),
    aparato: aparatoDe(c.req.header("User-Agent") ?? "").join(", ") || null,
    direccion: truncar(c.req.header("CF-Connecting-IP")),
    hechos: [],
  });
  await next();
  if (c.res.status !== 101) c.header("X-Request-Id", requestId);
};
