import { Hono } from "hono";
import * as z from "zod/mini";
import { idEnTexto } from "../../../contract/esquemas/comunes.ts";
import { conteos, resultadoLote, sugerencia } from "../../../contract/esquemas/gestion.ts";
import { lote } from "../../../contract/esquemas/pedidos.ts";
import { contarVistas } from "../../domain/reclamos/contar.ts";
import { aplicarLote } from "../../domain/reclamos/lote.ts";
import { sugerirCuadrillas } from "../../domain/reclamos/sugerencias.ts";
import type { AppEnv } from "../app-env.ts";
import { describir } from "../describir.ts";
import { validar } from "../validar.ts";

const AREA = "Bandeja";

/** What the desk asks besides the reclamos themselves. Mounted at /api/reclamos, before them. */
export const rutasGestion = new Hono<AppEnv>()
  .get(
    "/conteos",
    describir(AREA, "Cuántos tiene cada lista de todos los días", conteos),
    async (c) => c.json(await contarVistas(c.get("ctx"))),
  )
  .post(
    "/lote",
    describir(
      AREA,
      "Asignar, rechazar o priorizar varios, con un resultado por cada uno",
      resultadoLote,
    ),
    validar("json", lote),
    async (c) => c.json(await aplicarLote(c.get("ctx"), c.req.valid("json"))),
  )
  .get(
    "/:id/sugerencias",
    describir(
      AREA,
      "A qué cuadrilla conviene dárselo, y por qué",
      z.object({ items: z.array(sugerencia) }),
    ),
    validar("param", z.object({ id: idEnTexto })),
    async (c) => c.json(await sugerirCuadrillas(c.get("ctx"), c.req.valid("param").id)),
  );
