import { Hono } from "hono";
import { reporteRecibido } from "../../../contract/esquemas/reportes.ts";
import { LIMITES } from "../../../contract/limites.ts";
import { Fallo, falloDeCampo } from "../../domain/fallo.ts";
import type { AppEnv } from "../app-env.ts";
import { describir } from "../describir.ts";
import { limitarRegistro } from "../middleware/limites.ts";
import { fotosDe, leerReporte, recibir } from "../reportes.ts";
import { exigirPersona } from "../turnstile.ts";

/** Mounted at /api/reportes: a report of who has no account, or does not sign in. */
export const rutasReportes = new Hono<AppEnv>().post(
  "/",
  describir(
    "Reclamos",
    "Recibe un reclamo con un correo y nada más (multipart, fotos en `fotos`): espera, sin que nadie lo vea, a que se confirme su enlace. Donde la ciudad pide Turnstile, con su token en la cabecera Turnstile-Token",
    reporteRecibido,
    201,
  ),
  limitarRegistro(),
  async (c) => {
    const formulario = await c.req.formData().catch((error: unknown) => {
      throw error instanceof Fallo
        ? error
        : falloDeCampo("fotos", "No se entiende el formulario: mandalo de nuevo.");
    });
    const r = leerReporte(formulario);
    if (!r.success)
      throw new Fallo("datos_invalidos", "Revisá los datos marcados y volvé a enviar.", {
        errores: r.error.issues.map((i) => ({ campo: i.path.join("."), mensaje: i.message })),
      });
    await exigirPersona(c, "reporte");
    await recibir(c, r.data, fotosDe(formulario));
    return c.json({ email: r.data.email, dias: LIMITES.reporteDias }, 201);
  },
);
