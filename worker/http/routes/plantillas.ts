import { Hono } from "hono";
import * as z from "zod/mini";
import { idEnTexto } from "../../../contract/esquemas/comunes.ts";
import { plantilla, plantillaNueva } from "../../../contract/esquemas/plantillas.ts";
import { borrarPlantilla } from "../../domain/plantillas/borrar.ts";
import { cambiarPlantilla } from "../../domain/plantillas/cambiar.ts";
import { crearPlantilla } from "../../domain/plantillas/crear.ts";
import { listarPlantillas } from "../../domain/plantillas/listar.ts";
import type { AppEnv } from "../app-env.ts";
import { contarCambio } from "../cambios.ts";
import { describir } from "../describir.ts";
import { validar } from "../validar.ts";

const AREA = "Respuestas";
const porId = validar("param", z.object({ id: idEnTexto }));

/** Mounted at /api/plantillas. */
export const rutasPlantillas = new Hono<AppEnv>()
  .use(contarCambio("plantillas"))
  .get(
    "/",
    describir(AREA, "Los textos para responder", z.object({ items: z.array(plantilla) })),
    async (c) => c.json(await listarPlantillas(c.get("ctx"))),
  )
  .post(
    "/",
    describir(AREA, "Guarda un texto para responder", plantilla, 201),
    validar("json", plantillaNueva),
    async (c) => c.json(await crearPlantilla(c.get("ctx"), c.req.valid("json")), 201),
  )
  .put(
    "/:id",
    describir(AREA, "Cambia un texto para responder", plantilla),
    porId,
    validar("json", plantillaNueva),
    async (c) =>
      c.json(await cambiarPlantilla(c.get("ctx"), c.req.valid("param").id, c.req.valid("json"))),
  )
  .delete(
    "/:id",
    describir(AREA, "Borra un texto para responder", undefined, 204),
    porId,
    async (c) => {
      await borrarPlantilla(c.get("ctx"), c.req.valid("param").id);
      return c.body(null, 204);
    },
  );
