import { Hono } from "hono";
import * as z from "zod/mini";
import { personaBuscada, personaConocida } from "../../../contract/esquemas/personas.ts";
import { buscarPersonas } from "../../domain/personas/buscar.ts";
import type { AppEnv } from "../app-env.ts";
import { describir } from "../describir.ts";
import { validar } from "../validar.ts";

/** Mounted at /api/personas. A search by POST: an e-mail or a telephone has no place in an address that is logged. */
export const rutasPersonas = new Hono<AppEnv>().post(
  "/buscar",
  describir(
    "Personas",
    "A quién ya se conoce por ese correo o ese teléfono, para la ventanilla.",
    z.object({ items: z.array(personaConocida) }),
  ),
  validar("json", personaBuscada),
  async (c) => c.json(await buscarPersonas(c.get("ctx"), c.req.valid("json"))),
);
