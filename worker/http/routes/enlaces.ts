import { Hono } from "hono";
import * as z from "zod/mini";
import { idEnTexto } from "../../../contract/esquemas/comunes.ts";
import {
  correoCambio,
  enlaceEnCamino,
  enlacePedido,
  enlaceTraido,
  enlaceUsado,
  enlaceUso,
  enlaceVisto,
  sesiones,
  sesionesCerradas,
} from "../../../contract/esquemas/enlaces.ts";
import { exigirDuenio } from "../../auth/duenio.ts";
import { cerrarSesiones, listarSesiones } from "../../domain/sesiones/propias.ts";
import { verYo } from "../../domain/usuarios/ver.ts";
import { canales } from "../../realtime/channels.ts";
import type { AppEnv, C } from "../app-env.ts";
import { describir } from "../describir.ts";
import { pedir, pedirOtroCorreo, pedirQueVerifique, usar, ver } from "../enlaces.ts";
import { limitarPuerta } from "../middleware/limites.ts";
import { validar } from "../validar.ts";

const AREA = "Cuentas";

/** The same for every address. */
const EN_CAMINO =
  "Si esa dirección tiene cuenta, ya le mandamos un correo. Puede tardar un minuto.";

/** Ends sessions of the actor's, and the sockets that they opened. */
async function cerrar(c: C, cuales: Parameters<typeof cerrarSesiones>[1]) {
  const { usuarioId, cerradas } = await cerrarSesiones(c.get("ctx"), cuales);
  await Promise.all(cerradas.map((id) => canales(c.env).cerrarSesion(usuarioId, id)));
  return c.json({ cerradas: cerradas.length });
}

/** Mounted at /api/auth: links by mail, and what a person does with an account of theirs. */
export const rutasEnlaces = new Hono<AppEnv>()
  .post(
    "/enlace",
    describir(
      AREA,
      "Pide por correo un enlace para ingresar, o para elegir otra contraseña.",
      enlaceEnCamino,
    ),
    limitarPuerta("pedir"),
    validar("json", enlacePedido),
    async (c) => {
      await pedir(c, c.req.valid("json"));
      return c.json({ detalle: EN_CAMINO });
    },
  )
  .post(
    "/enlace/ver",
    describir(AREA, "Dice para qué es un enlace, sin gastarlo.", enlaceVisto),
    limitarPuerta("enlace"),
    validar("json", enlaceTraido),
    async (c) => c.json(await ver(c, c.req.valid("json").token)),
  )
  .post(
    "/enlace/usar",
    describir(AREA, "Gasta un enlace y hace aquello para lo que es.", enlaceUsado),
    limitarPuerta("enlace"),
    validar("json", enlaceUso),
    async (c) => {
      const { usado, galletas } = await usar(c, c.req.valid("json"));
      for (const galleta of galletas) c.header("Set-Cookie", galleta, { append: true });
      return c.json(usado);
    },
  )
  .post(
    "/verificar",
    describir(AREA, "Manda otra vez el correo que confirma la dirección.", enlaceEnCamino),
    limitarPuerta("pedir"),
    async (c) => {
      const { id, email } = await verYo(c.get("ctx"));
      await pedirQueVerifique(c, id, email);
      return c.json({ detalle: "Te mandamos un correo con el enlace." });
    },
  )
  .post(
    "/correo",
    describir(AREA, "Pide usar otra dirección: se confirma desde ella.", enlaceEnCamino),
    limitarPuerta("pedir"),
    validar("json", correoCambio),
    async (c) => {
      const { email, actual } = c.req.valid("json");
      const yo = await verYo(c.get("ctx"));
      await exigirDuenio(c.get("ctx"), yo.id, actual);
      await pedirOtroCorreo(c, email);
      return c.json({
        detalle: `Te mandamos un enlace a ${email}. Tu correo cambia al confirmarlo.`,
      });
    },
  )
  .get("/sesiones", describir(AREA, "Dónde tenés la cuenta abierta.", sesiones), async (c) =>
    c.json({ items: await listarSesiones(c.get("ctx")) }),
  )
  .delete("/sesiones", describir(AREA, "Cierra tus demás sesiones.", sesionesCerradas), async (c) =>
    cerrar(c, "las_demas"),
  )
  .delete(
    "/sesiones/:id",
    describir(AREA, "Cierra una de tus sesiones.", sesionesCerradas),
    validar("param", z.object({ id: idEnTexto })),
    async (c) => cerrar(c, c.req.valid("param").id),
  );
