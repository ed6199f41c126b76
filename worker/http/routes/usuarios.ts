import { Hono } from "hono";
import * as z from "zod/mini";
import { idEnTexto } from "../../../contract/esquemas/comunes.ts";
import {
  filtroUsuarios,
  usuarioCambio,
  usuarioDetalle,
} from "../../../contract/esquemas/cuentas.ts";
import { pagina_de } from "../../../contract/esquemas/reclamos.ts";
import { restablecerSegundo } from "../../auth/segundo/administrar.ts";
import { cambiarUsuario } from "../../domain/usuarios/cambiar.ts";
import { listarUsuarios } from "../../domain/usuarios/listar.ts";
import { canales } from "../../realtime/channels.ts";
import type { AppEnv } from "../app-env.ts";
import { describir } from "../describir.ts";
import { mandar } from "../enlaces.ts";
import { validar } from "../validar.ts";

const AREA = "Personas";
const param = z.object({ id: idEnTexto });

/** Mounted at /api/usuarios. */
export const rutasUsuarios = new Hono<AppEnv>()
  .get(
    "/",
    describir(AREA, "Las cuentas, por rol o por nombre.", pagina_de(usuarioDetalle)),
    validar("query", filtroUsuarios),
    async (c) => c.json(await listarUsuarios(c.get("ctx"), c.req.valid("query"))),
  )
  .put(
    "/:id",
    describir(AREA, "Cambia el rol, la cuadrilla o el bloqueo de una cuenta.", usuarioDetalle),
    validar("param", param),
    validar("json", usuarioCambio),
    async (c) => {
      const { usuario, sesionesCerradas } = await cambiarUsuario(
        c.get("ctx"),
        c.req.valid("param").id,
        c.req.valid("json"),
      );
      // Also when nothing changed, since an earlier try may have failed just here.
      if (sesionesCerradas || usuario.bloqueado)
        await canales(c.env).cerrar(usuario.id, "sesion_terminada");
      return c.json(usuario);
    },
  )
  .post(
    "/:id/segundo-factor/restablecer",
    describir(
      AREA,
      "Quita el segundo factor que una persona perdió, y cierra sus sesiones.",
      undefined,
      204,
    ),
    validar("param", param),
    async (c) => {
      const { id } = c.req.valid("param");
      mandar(c, await restablecerSegundo(c.get("ctx"), id));
      await canales(c.env).cerrar(id, "sesion_terminada");
      return c.body(null, 204);
    },
  );
