import { Hono } from "hono";
import * as z from "zod/mini";
import {
  avisos,
  avisosConsulta,
  avisosLeidos,
  casilla,
  preferencias,
} from "../../../contract/esquemas/avisos.ts";
import type { Aviso } from "../../../contract/tramas.ts";
import { guardarPreferencias, verPreferencias } from "../../domain/avisos/preferencias.ts";
import { verCasilla, volverAProbarCasilla } from "../../domain/correos/casilla.ts";
import { exigirVigente } from "../../domain/usuarios/ver.ts";
import { levantarEnProveedor } from "../../mail/novedades.ts";
import { canales } from "../../realtime/channels.ts";
import type { AppEnv } from "../app-env.ts";
import { describir } from "../describir.ts";
import { validar } from "../validar.ts";

const AREA = "Avisos";
const leido = z.object({ hasta: z.int(), seq: z.int(), sin_leer: z.int() });

/** Mounted at /api/avisos. The inbox is the person's own object: nobody can name another's. */
export const rutasAvisos = new Hono<AppEnv>()
  .get(
    "/",
    describir(
      AREA,
      "Tu bandeja: lo que vino después de `desde`; sin él lo último, o lo anterior a `antes`",
      avisos,
    ),
    validar("query", avisosConsulta),
    async (c) => {
      const { id } = await exigirVigente(c.get("ctx"));
      const { desde, antes, limite } = c.req.valid("query");
      const { items, ...contadores } = await canales(c.env).since(id, desde ?? null, limite, antes);
      return c.json({
        items: items.map(({ seq, trama, leido }) => ({
          ...(JSON.parse(trama) as Aviso),
          seq,
          leido,
        })),
        ...contadores,
      });
    },
  )
  .post(
    "/leidos",
    describir(AREA, "Marcar como leído todo hasta un aviso", leido),
    validar("json", avisosLeidos),
    async (c) => {
      const { id } = await exigirVigente(c.get("ctx"));
      return c.json(await canales(c.env).markRead(id, c.req.valid("json").hasta));
    },
  )
  .get(
    "/casilla",
    describir(AREA, "Si el correo llega a tu casilla, y si no por qué", casilla),
    async (c) => c.json(await verCasilla(c.get("ctx"))),
  )
  .post("/casilla", describir(AREA, "Volver a mandar correo a tu casilla", casilla), async (c) => {
    const hecho = await volverAProbarCasilla(c.get("ctx"));
    c.executionCtx.waitUntil(levantarEnProveedor(c.get("entorno"), hecho.email, "all"));
    return c.json(hecho);
  })
  .get("/preferencias", describir(AREA, "Qué avisos y correos recibís", preferencias), async (c) =>
    c.json({ items: await verPreferencias(c.get("ctx")) }),
  )
  .put(
    "/preferencias",
    describir(AREA, "Prender o apagar avisos y correos", preferencias),
    validar("json", preferencias),
    async (c) =>
      c.json({ items: await guardarPreferencias(c.get("ctx"), c.req.valid("json").items) }),
  );
