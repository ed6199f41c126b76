import { Hono } from "hono";
import * as z from "zod/mini";
import {
  anuncio,
  anuncioCambio,
  anuncioNuevo,
  anuncios,
  anuncioVence,
} from "../../../contract/esquemas/avisos.ts";
import { idEnTexto } from "../../../contract/esquemas/comunes.ts";
import { anunciar } from "../../domain/anuncios/anunciar.ts";
import { cambiarAnuncio } from "../../domain/anuncios/cambiar.ts";
import { listarAnuncios, verAnuncio } from "../../domain/anuncios/listar.ts";
import { terminarAnuncio } from "../../domain/anuncios/terminar.ts";
import { cambiarVencimiento } from "../../domain/anuncios/vencimiento.ts";
import type { AppEnv } from "../app-env.ts";
import { describir } from "../describir.ts";
import { validar } from "../validar.ts";

const AREA = "Anuncios";
const porId = validar("param", z.object({ id: idEnTexto }));

/** Mounted at /api/anuncios. */
export const rutasAnuncios = new Hono<AppEnv>()
  .get("/", describir(AREA, "Los últimos anuncios, y por dónde va cada uno", anuncios), async (c) =>
    c.json(await listarAnuncios(c.get("ctx"))),
  )
  .post(
    "/",
    describir(
      AREA,
      "Anunciar algo a todos, a un rol o a una zona; ahora o más tarde, hasta una fecha",
      anuncio,
      201,
    ),
    validar("json", anuncioNuevo),
    async (c) => c.json(await anunciar(c.get("ctx"), c.req.valid("json")), 201),
  )
  .get("/:id", describir(AREA, "Un anuncio", anuncio), porId, async (c) =>
    c.json(await verAnuncio(c.get("ctx"), c.req.valid("param").id)),
  )
  .put(
    "/:id",
    describir(
      AREA,
      "Cambia un anuncio que todavía no salió: qué dice, a quiénes, desde y hasta cuándo",
      anuncio,
    ),
    porId,
    validar("json", anuncioCambio),
    async (c) =>
      c.json(await cambiarAnuncio(c.get("ctx"), c.req.valid("param").id, c.req.valid("json"))),
  )
  .put(
    "/:id/vencimiento",
    describir(AREA, "Cambia hasta cuándo se muestra un anuncio, aunque ya haya salido", anuncio),
    porId,
    validar("json", anuncioVence),
    async (c) =>
      c.json(await cambiarVencimiento(c.get("ctx"), c.req.valid("param").id, c.req.valid("json"))),
  )
  .post(
    "/:id/terminar",
    describir(AREA, "Termina un anuncio: no se muestra más ni sigue saliendo", anuncio),
    porId,
    async (c) => c.json(await terminarAnuncio(c.get("ctx"), c.req.valid("param").id)),
  );
