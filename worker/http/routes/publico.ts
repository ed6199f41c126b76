import { Hono } from "hono";
import * as z from "zod/mini";
import { codigo } from "../../../contract/esquemas/comunes.ts";
import {
  consultaGeojson,
  consultaListaMapa,
  consultaMapa,
  geojsonReclamos,
  listaMapa,
  vistaMapa,
} from "../../../contract/esquemas/mapa.ts";
import { reclamoPublico } from "../../../contract/esquemas/reclamos.ts";
import { LIMITES } from "../../../contract/limites.ts";
import { verGeojson } from "../../domain/mapa/geojson.ts";
import { listarMapa } from "../../domain/mapa/lista.ts";
import { verMapa } from "../../domain/mapa/ver.ts";
import { verPublico } from "../../domain/reclamos/publico.ts";
import type { AppEnv } from "../app-env.ts";
import { describir } from "../describir.ts";
import { publico } from "../middleware/cache.ts";
import { validar } from "../validar.ts";

/** Mounted at /api/publico: no session, cacheable, nobody's data. */
export const rutasPublicas = new Hono<AppEnv>()
  .get(
    "/reclamos/:codigo",
    describir("Público", "Lo que cualquiera puede ver de un reclamo", reclamoPublico),
    publico(LIMITES.pollSegundos),
    validar("param", z.object({ codigo })),
    async (c) => c.json(await verPublico(c.get("ctx"), c.req.valid("param").codigo)),
  )
  .get(
    "/reclamos.geojson",
    describir(
      "Público",
      "Lo que está en el mapa, como GeoJSON: de a partes, la siguiente en `cursor`",
      geojsonReclamos,
    ),
    publico(LIMITES.pollSegundos),
    validar("query", consultaGeojson),
    async (c) => {
      const parte = await verGeojson(c.get("ctx"), c.req.valid("query"));
      return c.body(JSON.stringify(parte), 200, {
        "Content-Type": "application/geo+json",
        "Content-Disposition": 'attachment; filename="reclamos.geojson"',
      });
    },
  )
  .get(
    "/mapa",
    describir(
      "Público",
      "Un pedazo del mapa: grupos, o cada reclamo de cerca, y el principio de su lista",
      vistaMapa,
    ),
    publico(LIMITES.pollSegundos),
    validar("query", consultaMapa),
    async (c) => c.json(await verMapa(c.get("ctx"), c.req.valid("query"))),
  )
  .get(
    "/mapa/lista",
    describir("Público", "La lista de un pedazo del mapa, de a páginas", listaMapa),
    publico(LIMITES.pollSegundos),
    validar("query", consultaListaMapa),
    async (c) => c.json(await listarMapa(c.get("ctx"), c.req.valid("query"))),
  );
