import { Hono } from "hono";
import * as z from "zod/mini";
import { verSalud } from "../../domain/salud.ts";
import type { AppEnv } from "../app-env.ts";
import { describir } from "../describir.ts";

const segundos = z.nullable(z.int());
const salud = z.object({
  ok: z.boolean(),
  d1: z.enum(["bien", "sin_respuesta"]),
  evento_mas_viejo_s: segundos,
  correo_mas_viejo_s: segundos,
  ultimo_barrido_s: segundos,
  version: z.string(),
});

/** Mounted at /api/health. */
export const rutaSalud = new Hono<AppEnv>().get(
  "/",
  describir("Sistema", "Cómo está el sistema", salud),
  async (c) => {
    const estado = await verSalud(c.get("ctx"));
    return c.json({ ...estado, version: c.env.VERSION?.id ?? "local" }, estado.ok ? 200 : 503);
  },
);
