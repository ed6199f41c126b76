import { Hono } from "hono";
import * as z from "zod/mini";
import { idEnTexto, ref } from "../../../contract/esquemas/comunes.ts";
import {
  CUERPOS,
  filtroReclamos,
  reclamoCambio,
  reclamoNuevo,
  similaresConsulta,
} from "../../../contract/esquemas/pedidos.ts";
import {
  entrega,
  pagina_de,
  paso,
  reclamo,
  reclamoFila,
  similar,
} from "../../../contract/esquemas/reclamos.ts";
import { asignarReclamo } from "../../domain/reclamos/asignar.ts";
import { comentarReclamo } from "../../domain/reclamos/comentar.ts";
import { confirmarReclamo } from "../../domain/reclamos/confirmar.ts";
import { crearReclamo } from "../../domain/reclamos/crear.ts";
import { devolverReclamo } from "../../domain/reclamos/devolver.ts";
import { editarReclamo } from "../../domain/reclamos/editar.ts";
import { verEntregas, verHistorial } from "../../domain/reclamos/historial.ts";
import { iniciarReclamo } from "../../domain/reclamos/iniciar.ts";
import { listarReclamos } from "../../domain/reclamos/listar.ts";
import { moderarReclamo } from "../../domain/reclamos/moderar.ts";
import { priorizarReclamo, reclasificarReclamo } from "../../domain/reclamos/priorizar.ts";
import { reabrirReclamo } from "../../domain/reclamos/reabrir.ts";
import { rechazarReclamo } from "../../domain/reclamos/rechazar.ts";
import { resolverReclamo } from "../../domain/reclamos/resolver.ts";
import { dejarReclamo, sumarseAReclamo } from "../../domain/reclamos/seguir.ts";
import { similaresDe } from "../../domain/reclamos/similares.ts";
import { verReclamo } from "../../domain/reclamos/ver.ts";
import type { AppEnv } from "../app-env.ts";
import { describir } from "../describir.ts";
import { validar } from "../validar.ts";

const AREA = "Reclamos";
const accion = (que: string) => describir(AREA, que, reclamo);
const conRef = validar("param", ref);

/** `1284` is an id, ten characters are a codigo. A codigo of digits alone is still ten long, an id never is. */
const leerRef = (texto: string): number | string =>
  texto.length === 10 ? texto.toUpperCase() : Number(texto);

/** Mounted at /api/reclamos. */
export const rutasReclamos = new Hono<AppEnv>()
  .get(
    "/",
    describir(AREA, "Los reclamos que podés ver, de a páginas", pagina_de(reclamoFila)),
    validar("query", filtroReclamos),
    async (c) => c.json(await listarReclamos(c.get("ctx"), c.req.valid("query"))),
  )
  .post(
    "/",
    describir(AREA, "Crear un reclamo", reclamo, 201),
    validar("json", reclamoNuevo),
    async (c) => c.json(await crearReclamo(c.get("ctx"), c.req.valid("json")), 201),
  )
  .get(
    "/similares",
    describir(AREA, "Parecidos, cerca y abiertos", z.object({ items: z.array(similar) })),
    validar("query", similaresConsulta),
    async (c) => c.json(await similaresDe(c.get("ctx"), c.req.valid("query"))),
  )
  .get("/:ref", accion("Un reclamo entero, con lo que podés hacer"), conRef, async (c) =>
    c.json(await verReclamo(c.get("ctx"), leerRef(c.req.valid("param").ref))),
  )
  .put(
    "/:ref",
    accion("Corregirlo, mientras nadie lo tomó"),
    conRef,
    validar("json", reclamoCambio),
    async (c) =>
      c.json(
        await editarReclamo(c.get("ctx"), leerRef(c.req.valid("param").ref), c.req.valid("json")),
      ),
  )
  .get(
    "/:ref/historial",
    describir(AREA, "Todo lo que pasó", z.object({ items: z.array(paso) })),
    conRef,
    async (c) => c.json(await verHistorial(c.get("ctx"), leerRef(c.req.valid("param").ref))),
  )
  .get(
    "/:id/entregas",
    describir(
      AREA,
      "A quién se le avisó, y qué pasó con cada aviso",
      z.object({ items: z.array(entrega) }),
    ),
    validar("param", z.object({ id: idEnTexto })),
    async (c) => c.json(await verEntregas(c.get("ctx"), c.req.valid("param").id)),
  )
  .post(
    "/:ref/asignar",
    accion("Dárselo a una cuadrilla"),
    conRef,
    validar("json", CUERPOS.asignar),
    async (c) =>
      c.json(
        await asignarReclamo(c.get("ctx"), leerRef(c.req.valid("param").ref), c.req.valid("json")),
      ),
  )
  .post(
    "/:ref/iniciar",
    accion("Empezar el trabajo"),
    conRef,
    validar("json", CUERPOS.iniciar),
    async (c) =>
      c.json(
        await iniciarReclamo(c.get("ctx"), leerRef(c.req.valid("param").ref), c.req.valid("json")),
      ),
  )
  .post(
    "/:ref/resolver",
    accion("Darlo por arreglado"),
    conRef,
    validar("json", CUERPOS.resolver),
    async (c) =>
      c.json(
        await resolverReclamo(c.get("ctx"), leerRef(c.req.valid("param").ref), c.req.valid("json")),
      ),
  )
  .post(
    "/:ref/devolver",
    accion("Devolverlo sin hacer"),
    conRef,
    validar("json", CUERPOS.devolver),
    async (c) =>
      c.json(
        await devolverReclamo(c.get("ctx"), leerRef(c.req.valid("param").ref), c.req.valid("json")),
      ),
  )
  .post(
    "/:ref/rechazar",
    accion("Cerrarlo con un motivo"),
    conRef,
    validar("json", CUERPOS.rechazar),
    async (c) =>
      c.json(
        await rechazarReclamo(c.get("ctx"), leerRef(c.req.valid("param").ref), c.req.valid("json")),
      ),
  )
  .post(
    "/:ref/reabrir",
    accion("Sigue igual: abrirlo otra vez"),
    conRef,
    validar("json", CUERPOS.reabrir),
    async (c) =>
      c.json(
        await reabrirReclamo(c.get("ctx"), leerRef(c.req.valid("param").ref), c.req.valid("json")),
      ),
  )
  .post(
    "/:ref/confirmar",
    accion("Decir si quedó bien"),
    conRef,
    validar("json", CUERPOS.confirmar),
    async (c) =>
      c.json(
        await confirmarReclamo(
          c.get("ctx"),
          leerRef(c.req.valid("param").ref),
          c.req.valid("json"),
        ),
      ),
  )
  .post(
    "/:ref/comentar",
    accion("Escribir un comentario"),
    conRef,
    validar("json", CUERPOS.comentar),
    async (c) =>
      c.json(
        await comentarReclamo(c.get("ctx"), leerRef(c.req.valid("param").ref), c.req.valid("json")),
      ),
  )
  .post("/:ref/sumarse", accion("A mí también me pasa"), conRef, async (c) =>
    c.json(await sumarseAReclamo(c.get("ctx"), leerRef(c.req.valid("param").ref))),
  )
  .post("/:ref/dejar", accion("Dejar de seguirlo"), conRef, async (c) =>
    c.json(await dejarReclamo(c.get("ctx"), leerRef(c.req.valid("param").ref))),
  )
  .post(
    "/:ref/priorizar",
    accion("Cambiar su prioridad"),
    conRef,
    validar("json", CUERPOS.priorizar),
    async (c) =>
      c.json(
        await priorizarReclamo(
          c.get("ctx"),
          leerRef(c.req.valid("param").ref),
          c.req.valid("json"),
        ),
      ),
  )
  .post(
    "/:ref/reclasificar",
    accion("Cambiar su categoría"),
    conRef,
    validar("json", CUERPOS.reclasificar),
    async (c) =>
      c.json(
        await reclasificarReclamo(
          c.get("ctx"),
          leerRef(c.req.valid("param").ref),
          c.req.valid("json"),
        ),
      ),
  )
  .post(
    "/:ref/moderar",
    accion("Ocultar o corregir lo que se ve en público"),
    conRef,
    validar("json", CUERPOS.moderar),
    async (c) =>
      c.json(
        await moderarReclamo(c.get("ctx"), leerRef(c.req.valid("param").ref), c.req.valid("json")),
      ),
  );
