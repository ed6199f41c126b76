import type * as z from "zod/mini";
import { Fallo } from "../../domain/fallo.ts";
import type { C } from "../app-env.ts";
import { leerHasta } from "../middleware/cuerpo.ts";

/** The first problem of each field. */
export function porCampo(r: z.core.util.SafeParseResult<unknown>): Record<string, string> {
  const errores: Record<string, string> = {};
  for (const { path, message } of r.error?.issues ?? []) errores[String(path[0] ?? "")] ??= message;
  return errores;
}

const TIPOS = ["application/x-www-form-urlencoded", "multipart/form-data"];
const noSeEntiende = () =>
  new Fallo("tipo_no_admitido", "No pudimos leer lo que mandaste. Probá de nuevo.");

/** The form that a page sent by itself. @throws Fallo cuerpo_grande, tipo_no_admitido */
export async function leerFormulario(c: C, bytesMax: number): Promise<FormData> {
  const tipo = c.req.header("Content-Type") ?? "";
  if (!TIPOS.includes(tipo.split(";")[0]?.trim().toLowerCase() ?? "") || !c.req.raw.body)
    throw noSeEntiende();
  const bytes = await leerHasta(c.req.raw.body, bytesMax);
  try {
    return await new Response(await bytes.arrayBuffer(), {
      headers: { "Content-Type": tipo },
    }).formData();
  } catch {
    throw noSeEntiende();
  }
}
