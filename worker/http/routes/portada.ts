import { Hono } from "hono";
import { portada } from "../../../contract/esquemas/portada.ts";
import { verPortada } from "../../domain/portada/ver.ts";
import type { AppEnv } from "../app-env.ts";
import { describir } from "../describir.ts";
import { publico } from "../middleware/cache.ts";

const CACHE_SEGUNDOS = 60;

/** Mounted at /api/publico: no session, cacheable, nobody's data. */
export const rutasPortada = new Hono<AppEnv>().get(
  "/portada",
  describir("Público", "Lo último que se arregló, dos cifras y los anuncios para todos", portada),
  publico(CACHE_SEGUNDOS),
  async (c) => c.json(await verPortada(c.get("ctx"))),
);
