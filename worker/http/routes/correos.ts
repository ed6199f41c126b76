import { Hono } from "hono";
import * as z from "zod/mini";
import { correo, correoDetalle, filtroCorreos } from "../../../contract/esquemas/avisos.ts";
import { idEnTexto } from "../../../contract/esquemas/comunes.ts";
import { pagina_de } from "../../../contract/esquemas/reclamos.ts";
import { listarCorreos } from "../../domain/correos/listar.ts";
import { recibirNovedades } from "../../domain/correos/novedades.ts";
import { reenviarCorreo } from "../../domain/correos/reenviar.ts";
import { verCorreo } from "../../domain/correos/ver.ts";
import { Fallo } from "../../domain/fallo.ts";
import { OCUPADO } from "../../mail/claves.ts";
import { casaDeVista } from "../../mail/enlace.ts";
import { leerNovedades } from "../../mail/novedades.ts";
import { renderizarCorreo } from "../../mail/render.ts";
import type { AppEnv } from "../app-env.ts";
import { describir } from "../describir.ts";
import { deDonde, exigirLimite } from "../middleware/limites.ts";
import { validar } from "../validar.ts";

const porId = validar("param", z.object({ id: idEnTexto }));

/** Mounted at /api/correos. */
export const rutasCorreos = new Hono<AppEnv>()
  .post(
    "/novedades",
    describir(
      "Correos",
      "Lo que cuenta el proveedor de correo (entregado, rebotado, queja), con su firma (RFC 9421)",
      z.object({ anotadas: z.int() }),
    ),
    async (c) => {
      const { ahora } = c.get("ctx");
      const entorno = c.get("entorno");
      const dicho = await leerNovedades(
        entorno,
        await c.req.text(),
        c.req.raw.headers,
        ahora,
        // Fewer from one network than there are in all: nobody uses them up for the provider.
        () => exigirLimite(c.env.LIMITE_REGISTRARSE, `novedades:${deDonde(c)}`),
      );
      if (dicho === OCUPADO)
        throw new Fallo("no_disponible", "Ahora no podemos comprobar esa firma.", {
          reintentarEnSegundos: 60,
        });
      if (!dicho) {
        // Counted once it is known to be none of the provider's, so that no genuine one waits for others.
        await exigirLimite(c.env.LIMITE_GENERAL, `novedades:${deDonde(c)}`);
        throw new Fallo("sin_permiso", "Eso no lo firmó el proveedor de correo.");
      }
      return c.json(
        await recibirNovedades(c.get("ctx"), entorno.authSecret, dicho.huella, dicho.novedades),
      );
    },
  )
  .get(
    "/",
    describir("Correos", "El registro de correos, del más nuevo al más viejo", pagina_de(correo)),
    validar("query", filtroCorreos),
    async (c) => c.json(await listarCorreos(c.get("ctx"), c.req.valid("query"))),
  )
  .get(
    "/:id",
    describir("Correos", "Un correo, con lo que dice", correoDetalle),
    porId,
    async (c) => {
      const { id } = c.req.valid("param");
      const fila = await verCorreo(c.get("ctx"), id);
      const dice = await renderizarCorreo(c.get("db"), casaDeVista(c.get("entorno")), id);
      return c.json({
        ...fila,
        asunto: fila.asunto || (dice?.asunto ?? ""),
        html: dice?.html ?? "",
        texto: dice?.texto ?? "",
      });
    },
  )
  .get(
    "/:id/vista",
    describir("Correos", "Un correo, como se ve, para mostrarlo dentro de una página nuestra"),
    porId,
    async (c) => {
      const { id } = c.req.valid("param");
      await verCorreo(c.get("ctx"), id);
      const dice = await renderizarCorreo(c.get("db"), casaDeVista(c.get("entorno")), id);
      c.set("enMarco", true);
      return c.html(dice?.html ?? "");
    },
  )
  .post(
    "/:id/reenviar",
    describir("Correos", "Manda otra vez un correo que no llegó", z.object({ id: z.int() })),
    porId,
    async (c) => {
      const hecho = await reenviarCorreo(c.get("ctx"), c.req.valid("param").id);
      // A job that does not get into the queue is the sweep's to find.
      await c.env.CORREO.send({ correo_id: hecho.id }).catch(() => undefined);
      return c.json(hecho);
    },
  );
