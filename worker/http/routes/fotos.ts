import { Hono } from "hono";
import * as z from "zod/mini";
import { idEnTexto } from "../../../contract/esquemas/comunes.ts";
import { foto } from "../../../contract/esquemas/reclamos.ts";
import { Fallo, falloDeCampo } from "../../domain/fallo.ts";
import { verFoto } from "../../domain/fotos/ver.ts";
import { recibirFoto } from "../../photos/recibir.ts";
import { servirFoto } from "../../photos/servir.ts";
import type { AppEnv, C } from "../app-env.ts";
import { describir } from "../describir.ts";
import { validar } from "../validar.ts";

/** @throws Fallo datos_invalidos when the body is no form, and what the body's own limit throws */
async function formularioDe(c: C): Promise<FormData> {
  try {
    return await c.req.formData();
  } catch (error) {
    throw error instanceof Fallo
      ? error
      : falloDeCampo("foto", "No se entiende el formulario: mandá la foto de nuevo.");
  }
}

/** Mounted at /api/fotos. */
export const rutasFotos = new Hono<AppEnv>()
  .post(
    "/",
    describir(
      "Fotos",
      "Sube una foto (multipart, campo `foto`); una acción la lleva después",
      foto,
      201,
    ),
    async (c) => c.json(await recibirFoto(c.get("ctx"), c.env, () => formularioDe(c)), 201),
  )
  .get(
    "/:id",
    describir("Fotos", "La foto, o su miniatura, para quien la puede ver"),
    validar("param", z.object({ id: idEnTexto })),
    validar(
      "query",
      z.object({ tamano: z.optional(z.enum(["mini"], "El tamaño es mini, o nada.")) }),
    ),
    async (c) => {
      const visible = await verFoto(c.get("ctx"), c.req.valid("param").id);
      const tamano = c.req.valid("query").tamano ?? "grande";
      return servirFoto(c.env.FOTOS, visible, tamano, c.req.header("If-None-Match"));
    },
  );
