import { Hono } from "hono";
import * as z from "zod/mini";
import { codigo } from "../../../contract/esquemas/comunes.ts";
import { reclamoPublico } from "../../../contract/esquemas/reclamos.ts";
import { LIMITES } from "../../../contract/limites.ts";
import { verPublico } from "../../domain/reclamos/publico.ts";
import type { AppEnv } from "../app-env.ts";
import { describir } from "../describir.ts";
import { publico } from "../middleware/cache.ts";
import { validar } from "../validar.ts";

/** Mounted at /api/publico: no session, cacheable, nobody's data. */
export const rutasPublicas = new Hono<AppEnv>().get(
  "/reclamos/:codigo",
  describir("Público", "Lo que cualquiera puede ver de un reclamo", reclamoPublico),
  publico(LIMITES.pollSegundos),
  validar("param", z.object({ codigo })),
  async (c) => c.json(await verPublico(c.get("ctx"), c.req.valid("param").codigo)),
);
