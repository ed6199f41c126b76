import { Hono } from "hono";
import { anotacion, filtroAuditoria } from "../../../contract/esquemas/auditoria.ts";
import { pagina_de } from "../../../contract/esquemas/reclamos.ts";
import { listarAuditoria } from "../../domain/auditoria/listar.ts";
import type { AppEnv } from "../app-env.ts";
import { describir } from "../describir.ts";
import { validar } from "../validar.ts";

/** Mounted at /api/auditoria. */
export const rutasAuditoria = new Hono<AppEnv>().get(
  "/",
  describir(
    "Auditoría",
    "Quién hizo qué, cuándo y desde qué red, de lo más nuevo a lo más viejo",
    pagina_de(anotacion),
  ),
  validar("query", filtroAuditoria),
  async (c) => c.json(await listarAuditoria(c.get("ctx"), c.req.valid("query"))),
);
