import { Hono } from "hono";
import {
  barrios,
  estadisticas,
  estadisticasPublicas,
  periodoConsulta,
} from "../../../contract/esquemas/estadisticas.ts";
import { planillaDe } from "../../domain/estadisticas/planilla.ts";
import { verEstadisticas } from "../../domain/estadisticas/ver.ts";
import { verBarrios, verEstadisticasPublicas } from "../../domain/estadisticas/verPublicas.ts";
import type { AppEnv } from "../app-env.ts";
import { describir } from "../describir.ts";
import { publico } from "../middleware/cache.ts";
import { validar } from "../validar.ts";

/** The figures move at most once a minute: as long as the clock that counts them. */
const CACHE_SEGUNDOS = 60;

/** Mounted at /api/estadisticas. */
export const rutasEstadisticas = new Hono<AppEnv>().get(
  "/",
  describir("Estadísticas", "Cómo anda la ciudad, para quien la gestiona", estadisticas),
  validar("query", periodoConsulta),
  async (c) => c.json(await verEstadisticas(c.get("ctx"), c.req.valid("query"))),
);

/** Mounted at /api/publico: no session, cacheable, nobody's data. */
export const rutasEstadisticasPublicas = new Hono<AppEnv>()
  .get(
    "/estadisticas",
    describir("Público", "Cuánto se reclama, cuánto se resuelve y en cuánto", estadisticasPublicas),
    publico(CACHE_SEGUNDOS),
    validar("query", periodoConsulta),
    async (c) => c.json(await verEstadisticasPublicas(c.get("ctx"), c.req.valid("query"))),
  )
  .get(
    "/estadisticas.csv",
    describir("Público", "Lo mismo, como planilla (UTF-8 con BOM, separada por ;)"),
    publico(CACHE_SEGUNDOS),
    validar("query", periodoConsulta),
    async (c) => {
      const e = await verEstadisticasPublicas(c.get("ctx"), c.req.valid("query"));
      return c.body(planillaDe(e), 200, {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="cifras-${e.desde}-${e.hasta}.csv"`,
      });
    },
  )
  .get(
    "/estadisticas.geojson",
    describir("Público", "Las cifras de cada barrio sobre su forma (GeoJSON, RFC 7946)", barrios),
    publico(CACHE_SEGUNDOS),
    validar("query", periodoConsulta),
    async (c) =>
      c.body(JSON.stringify(await verBarrios(c.get("ctx"), c.req.valid("query"))), 200, {
        "Content-Type": "application/geo+json",
        "Content-Disposition": 'attachment; filename="cifras-por-barrio.geojson"',
      }),
  );
