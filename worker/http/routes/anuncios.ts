import { Hono } from "hono";
import { anuncio, anuncioNuevo } from "../../../contract/esquemas/avisos.ts";
import { anunciar } from "../../domain/anuncios/anunciar.ts";
import type { AppEnv } from "../app-env.ts";
import { describir } from "../describir.ts";
import { validar } from "../validar.ts";

/** Mounted at /api/anuncios. */
export const rutasAnuncios = new Hono<AppEnv>().post(
  "/",
  describir("Anuncios", "Anunciar algo a todos, a un rol o a una zona", anuncio, 201),
  validar("json", anuncioNuevo),
  async (c) => c.json(await anunciar(c.get("ctx"), c.req.valid("json")), 201),
);
