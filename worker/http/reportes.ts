import type * as z from "zod/mini";
import { type ReporteNuevo, reporteNuevo } from "../../contract/esquemas/reportes.ts";
import { sellar } from "../auth/cifrado.ts";
import { claveDelIntento } from "../auth/conocido.ts";
import { selloNuevo } from "../auth/enlaces.ts";
import { claveDe } from "../auth/intentos.ts";
import { recibirReporte } from "../photos/reportes.ts";
import type { C } from "./app-env.ts";
import { mandar } from "./enlaces.ts";

/** The fields of a report's form, without those left empty. */
export const leerReporte = (formulario: FormData): z.core.util.SafeParseResult<ReporteNuevo> =>
  reporteNuevo.safeParse(
    Object.fromEntries(
      [...formulario].filter(([campo, valor]) => campo !== "fotos" && valor !== ""),
    ),
  );

export const fotosDe = (formulario: FormData): File[] =>
  formulario.getAll("fotos").filter((x): x is File => typeof x !== "string" && x.size > 0);

/** Takes a report in and sends the mail whose link confirms it. */
export async function recibir(c: C, r: ReporteNuevo, fotos: readonly File[]): Promise<void> {
  const secreto = c.get("entorno").authSecret;
  const ctx = c.get("ctx");
  const { conocido } = await claveDelIntento(secreto, r.email, c.req.raw.headers);
  const red = await sellar(secreto, "red de un reporte", `${r.email} ${ctx.direccion ?? ""}`);
  const correo = await recibirReporte(
    ctx,
    c.env,
    r,
    fotos,
    await claveDe(r.email),
    selloNuevo(secreto),
    { red, conocido },
  );
  mandar(c, correo === null ? [] : [correo]);
}
