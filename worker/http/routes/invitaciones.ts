import { Hono } from "hono";
import * as z from "zod/mini";
import { idEnTexto } from "../../../contract/esquemas/comunes.ts";
import {
  invitacion,
  invitaciones,
  invitacionNueva,
} from "../../../contract/esquemas/invitaciones.ts";
import { selloNuevo } from "../../auth/enlaces.ts";
import { claveDe } from "../../auth/intentos.ts";
import {
  listarInvitaciones,
  reenviarInvitacion,
  retirarInvitacion,
} from "../../domain/invitaciones/administrar.ts";
import { invitar } from "../../domain/invitaciones/invitar.ts";
import type { AppEnv, C } from "../app-env.ts";
import { describir } from "../describir.ts";
import { mandar } from "../enlaces.ts";
import { validar } from "../validar.ts";

const AREA = "Personas";
const param = z.object({ id: idEnTexto });
const sello = (c: C) => selloNuevo(c.get("entorno").authSecret);

/** Mounted at /api/invitaciones: who is asked to work for the city. */
export const rutasInvitaciones = new Hono<AppEnv>()
  .get(
    "/",
    describir(AREA, "Las invitaciones que nadie aceptó todavía.", invitaciones),
    async (c) => c.json(await listarInvitaciones(c.get("ctx"))),
  )
  .post(
    "/",
    describir(AREA, "Invita por correo a alguien, con su rol y su cuadrilla.", invitacion, 201),
    validar("json", invitacionNueva),
    async (c) => {
      const nueva = c.req.valid("json");
      const direccion = await claveDe(nueva.email);
      const r = await invitar(c.get("ctx"), nueva, direccion, sello(c));
      mandar(c, r.correos);
      return c.json(r.invitacion, 201);
    },
  )
  .post(
    "/:id/reenviar",
    describir(AREA, "La manda otra vez, con otro enlace; el anterior ya no sirve.", invitacion),
    validar("param", param),
    async (c) => {
      const { id } = c.req.valid("param");
      const r = await reenviarInvitacion(c.get("ctx"), id, sello(c), claveDe);
      mandar(c, r.correos);
      return c.json(r.invitacion);
    },
  )
  .post(
    "/:id/retirar",
    describir(AREA, "La retira: su enlace ya no abre nada.", undefined, 204),
    validar("param", param),
    async (c) => {
      await retirarInvitacion(c.get("ctx"), c.req.valid("param").id);
      return c.body(null, 204);
    },
  );
