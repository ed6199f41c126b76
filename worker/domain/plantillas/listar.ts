import { asc } from "drizzle-orm";
import type { Plantilla } from "../../../contract/esquemas/plantillas.ts";
import { schema } from "../../db/client.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { leerVigente } from "../reclamos/lectura.ts";
import { vistaPlantilla } from "./internal.ts";

const { plantillas_respuesta: t } = schema;

/** All of them, by title, for who answers. @throws Fallo sin_sesion, sin_permiso */
export async function listarPlantillas(ctx: Ctx): Promise<{ items: Plantilla[] }> {
  const usuario = exigirRol(ctx, "cuadrilla", "supervisor", "admin");
  const filas = await leerVigente(ctx, usuario, ctx.db.select().from(t).orderBy(asc(t.titulo)));
  return { items: filas.map(vistaPlantilla) };
}
