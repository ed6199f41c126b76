import { Hono } from "hono";
import * as z from "zod/mini";
import {
  categoria,
  categoriaNueva,
  cuadrilla,
  cuadrillaNueva,
  plazo,
  plazoCambio,
  zona,
  zonaNueva,
} from "../../../contract/esquemas/catalogos.ts";
import { idEnTexto } from "../../../contract/esquemas/comunes.ts";
import { cambiarCategoria } from "../../domain/categorias/cambiar.ts";
import { crearCategoria } from "../../domain/categorias/crear.ts";
import { listarCategorias } from "../../domain/categorias/listar.ts";
import { crearUsuales } from "../../domain/categorias/usuales.ts";
import { cambiarCuadrilla } from "../../domain/cuadrillas/cambiar.ts";
import { crearCuadrilla } from "../../domain/cuadrillas/crear.ts";
import { listarCuadrillas } from "../../domain/cuadrillas/listar.ts";
import { cambiarPlazo } from "../../domain/plazos/cambiar.ts";
import { listarPlazos } from "../../domain/plazos/listar.ts";
import { cambiarZona } from "../../domain/zonas/cambiar.ts";
import { crearZona } from "../../domain/zonas/crear.ts";
import { listarZonas } from "../../domain/zonas/listar.ts";
import type { AppEnv } from "../app-env.ts";
import { contarCambio } from "../cambios.ts";
import { describir } from "../describir.ts";
import { validar } from "../validar.ts";

const AREA = "Catálogos";
const items = <T extends z.ZodMiniType>(fila: T) => z.object({ items: z.array(fila) });
const porId = validar("param", z.object({ id: idEnTexto }));

/** Mounted at /api/categorias. */
export const rutasCategorias = new Hono<AppEnv>()
  .use(contarCambio("categorias"))
  .get("/", describir(AREA, "De qué puede ser un reclamo", items(categoria)), async (c) =>
    c.json(await listarCategorias(c.get("ctx"))),
  )
  .post(
    "/",
    describir(AREA, "Crea una categoría con su plazo", categoria, 201),
    validar("json", categoriaNueva),
    async (c) => c.json(await crearCategoria(c.get("ctx"), c.req.valid("json")), 201),
  )
  .post(
    "/usuales",
    describir(AREA, "Crea las categorías de siempre que falten", items(categoria), 201),
    async (c) => c.json(await crearUsuales(c.get("ctx")), 201),
  )
  .put(
    "/:id",
    describir(AREA, "Cambia una categoría", categoria),
    porId,
    validar("json", categoriaNueva),
    async (c) =>
      c.json(await cambiarCategoria(c.get("ctx"), c.req.valid("param").id, c.req.valid("json"))),
  );

/** Mounted at /api/zonas. */
export const rutasZonas = new Hono<AppEnv>()
  .use(contarCambio("zonas"))
  .get("/", describir(AREA, "Las zonas con sus polígonos", items(zona)), async (c) =>
    c.json(await listarZonas(c.get("ctx"))),
  )
  .post("/", describir(AREA, "Crea una zona", zona, 201), validar("json", zonaNueva), async (c) =>
    c.json(await crearZona(c.get("ctx"), c.req.valid("json")), 201),
  )
  .put(
    "/:id",
    describir(AREA, "Cambia una zona", zona),
    porId,
    validar("json", zonaNueva),
    async (c) =>
      c.json(await cambiarZona(c.get("ctx"), c.req.valid("param").id, c.req.valid("json"))),
  );

/** Mounted at /api/cuadrillas. */
export const rutasCuadrillas = new Hono<AppEnv>()
  .use(contarCambio("cuadrillas"))
  .get(
    "/",
    describir(AREA, "Las cuadrillas y cuánto tienen abierto", items(cuadrilla)),
    async (c) => c.json(await listarCuadrillas(c.get("ctx"))),
  )
  .post(
    "/",
    describir(AREA, "Crea una cuadrilla", cuadrilla, 201),
    validar("json", cuadrillaNueva),
    async (c) => c.json(await crearCuadrilla(c.get("ctx"), c.req.valid("json")), 201),
  )
  .put(
    "/:id",
    describir(AREA, "Cambia una cuadrilla", cuadrilla),
    porId,
    validar("json", cuadrillaNueva),
    async (c) =>
      c.json(await cambiarCuadrilla(c.get("ctx"), c.req.valid("param").id, c.req.valid("json"))),
  );

/** Mounted at /api/plazos. */
export const rutasPlazos = new Hono<AppEnv>()
  .use(contarCambio("categorias"))
  .get(
    "/",
    describir(AREA, "Cuánto se da la ciudad para cada categoría", items(plazo)),
    async (c) => c.json(await listarPlazos(c.get("ctx"))),
  )
  .put(
    "/:categoria_id",
    describir(AREA, "Cambia el plazo de una categoría", plazo),
    validar("param", z.object({ categoria_id: idEnTexto })),
    validar("json", plazoCambio),
    async (c) =>
      c.json(
        await cambiarPlazo(c.get("ctx"), c.req.valid("param").categoria_id, c.req.valid("json")),
      ),
  );
