import { Hono } from "hono";
import * as z from "zod/mini";
import { borrarCuenta, type MisDatos, misDatos } from "../../../contract/esquemas/misDatos.ts";
import type { Aviso } from "../../../contract/tramas.ts";
import { exigirDuenio } from "../../auth/duenio.ts";
import { claveDe } from "../../auth/intentos.ts";
import { cerrarSesion } from "../../auth/sesion.ts";
import { exigirUsuario } from "../../domain/contexto.ts";
import { borrarCuenta as borrar, prepararBorrado } from "../../domain/personas/borrar.ts";
import { comoCsv, reunirDatos } from "../../domain/personas/misDatos.ts";
import { fechaLocal } from "../../domain/tiempo.ts";
import { denunciar } from "../../observar.ts";
import { borrarObjetos } from "../../photos/guardar.ts";
import { canales } from "../../realtime/channels.ts";
import type { AppEnv, C } from "../app-env.ts";
import { etiquetaDe, LISTAS, olvidar } from "../borde.ts";
import { describir } from "../describir.ts";
import { exigirPuerta } from "../middleware/limites.ts";
import { validar } from "../validar.ts";

const AREA = "Cuentas";
/** More than an inbox keeps. */
const AVISOS_MAX = 1000;

/** The inbox, told as the rest is. */
async function avisosDe(c: C): Promise<MisDatos["avisos"]> {
  const { id } = exigirUsuario(c.get("ctx"));
  const { items } = await canales(c.env).since(id, null, AVISOS_MAX);
  return items.map(({ trama, leido }) => {
    const { type, at, data } = JSON.parse(trama) as Aviso;
    const valores = Object.entries(data).filter(([, v]) => typeof v !== "object");
    return { que: type, en: at, leido: leido ? "sí" : "no", ...Object.fromEntries(valores) };
  });
}

const bajar = async (c: C): Promise<MisDatos> => {
  const datos = await reunirDatos(c.get("ctx"));
  return { ...datos, avisos: await avisosDe(c) };
};

const adjunto = (c: C, extension: string): string =>
  `attachment; filename="mis-datos-${fechaLocal(c.get("ctx").ahora)}.${extension}"`;

/** Mounted at /api/mis-datos: what the law gives a person over what is kept of them (docs/privacy.md). */
export const rutasMisDatos = new Hono<AppEnv>()
  .get("/", describir(AREA, "Todo lo que se guarda de vos, como JSON.", misDatos), async (c) =>
    c.json(await bajar(c), 200, { "Content-Disposition": adjunto(c, "json") }),
  )
  .get("/planilla.csv", describir(AREA, "Lo mismo, como planilla."), async (c) =>
    c.body(comoCsv(await bajar(c)), 200, {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": adjunto(c, "csv"),
    }),
  )
  .post(
    "/borrar",
    describir(
      AREA,
      "Borra tu cuenta y tus datos. Los reclamos siguen, sin decir de quién son.",
      z.object({ borrada: z.literal(true) }),
    ),
    validar("json", borrarCuenta),
    async (c) => {
      const ctx = c.get("ctx");
      const { confirmo, contrasena } = c.req.valid("json");
      await exigirPuerta(c, "cuenta");
      const borrado = await prepararBorrado(ctx, confirmo);
      const { usuario, email } = borrado;
      await exigirDuenio(ctx, usuario.id, contrasena, "contrasena");
      const huella = await claveDe(email);
      // First, since their rows are what names them: what fails here is tried again as a whole.
      await borrarObjetos(c.env.FOTOS, borrado.claves);
      const { usuarioId, correoId, bandejas } = await borrar(ctx, borrado, huella);
      const canal = canales(c.env);
      // What of this fails, the clock does again (cron/olvidados.ts).
      await Promise.allSettled([
        canal.olvidar(usuarioId),
        ...bandejas.map((b) => canal.retitular(b.usuarioId, b.eventoId, b.titulo)),
      ]);
      if (correoId !== null)
        await c.env.CORREO.send({ correo_id: correoId }).catch(() => undefined);
      const codigos = borrado.tachado.reclamos.map((r) => r.codigo);
      c.executionCtx.waitUntil(
        olvidar(c.get("entorno"), [LISTAS, ...codigos.map(etiquetaDe)]).catch(denunciar),
      );
      const galletas = await cerrarSesion(c.get("entorno"), ctx.db, c.req.raw.headers);
      for (const galleta of galletas) c.header("Set-Cookie", galleta, { append: true });
      return c.json({ borrada: true as const });
    },
  );
