import { Hono } from "hono";
import * as z from "zod/mini";
import { idEnTexto } from "../../../contract/esquemas/comunes.ts";
import {
  aReintentar,
  listaAReintentar,
  listaDeSalud,
  reintentados,
  saludDetalle,
  saludHoja,
} from "../../../contract/esquemas/salud.ts";
import { verSaludDetalle, verSaludHoja } from "../../domain/salud/detalle.ts";
import { reintentarEvento, reintentarLista } from "../../domain/salud/reintentar.ts";
import { verSalud } from "../../domain/salud/ver.ts";
import type { AppEnv } from "../app-env.ts";
import { describir } from "../describir.ts";
import { validar } from "../validar.ts";

const AREA = "Sistema";
const segundos = z.nullable(z.int());
const salud = z.object({
  ok: z.boolean(),
  d1: z.enum(["bien", "sin_respuesta"]),
  evento_mas_viejo_s: segundos,
  correo_mas_viejo_s: segundos,
  ultimo_barrido_s: segundos,
  aparcados: segundos,
  version: z.string(),
});

/** Mounted at /api/health. */
export const rutaSalud = new Hono<AppEnv>().get(
  "/",
  describir(AREA, "Cómo está el sistema", salud),
  async (c) => {
    const estado = await verSalud(c.get("ctx"));
    return c.json({ ...estado, version: c.env.VERSION?.id ?? "local" }, estado.ok ? 200 : 503);
  },
);

/** Mounted at /api/salud: for who runs it. */
export const rutasSalud = new Hono<AppEnv>()
  .get(
    "/",
    describir(AREA, "Lo que no llegó y por qué, y las últimas corridas del reloj", saludDetalle),
    async (c) => c.json(await verSaludDetalle(c.get("ctx"))),
  )
  .post(
    "/eventos/:id/reintentar",
    describir(
      AREA,
      "Prueba otra vez un evento con quienes no se enteraron",
      z.object({ id: z.int() }),
    ),
    validar("param", z.object({ id: idEnTexto })),
    async (c) => c.json(await reintentarEvento(c.get("ctx"), c.req.valid("param").id)),
  )
  .get(
    "/:lista",
    describir(AREA, "Más de lo que no llegó, de lo más viejo a lo más nuevo", saludHoja),
    validar("param", listaDeSalud),
    validar("query", z.object({ cursor: z.optional(z.string()) })),
    async (c) =>
      c.json(
        await verSaludHoja(c.get("ctx"), c.req.valid("param").lista, c.req.valid("query").cursor),
      ),
  )
  .post(
    "/:lista/reintentar",
    describir(
      AREA,
      "Prueba otra vez lo que se aparcó, los avisos perdidos o los correos fallidos: los nombrados, o los más viejos",
      reintentados,
    ),
    validar("param", listaAReintentar),
    validar("json", aReintentar),
    async (c) =>
      c.json(
        await reintentarLista(c.get("ctx"), c.req.valid("param").lista, c.req.valid("json").ids),
      ),
  );
