import { Hono } from "hono";
import {
  areaGestion,
  consultaAreaGestion,
  consultaMapaGestion,
  mapaGestion,
} from "../../../contract/esquemas/mapa-gestion.ts";
import { elegirArea, verMapaGestion } from "../../domain/mapa/gestion.ts";
import type { AppEnv } from "../app-env.ts";
import { describir } from "../describir.ts";
import { validar } from "../validar.ts";

/** Mounted at /api/mapa: the city's own map. The public's is at /api/publico/mapa. */
export const rutasMapa = new Hono<AppEnv>()
  .get(
    "/",
    describir("Mapa", "El trabajo abierto en un pedazo del mapa, en grupos", mapaGestion),
    validar("query", consultaMapaGestion),
    async (c) => c.json(await verMapaGestion(c.get("ctx"), c.req.valid("query"))),
  )
  .get(
    "/area",
    describir("Mapa", "Los reclamos de un área, hasta 50", areaGestion),
    validar("query", consultaAreaGestion),
    async (c) => c.json(await elegirArea(c.get("ctx"), c.req.valid("query"))),
  );
