import { asc } from "drizzle-orm";
import type { Cuadrilla } from "../../../contract/esquemas/catalogos.ts";
import { schema } from "../../db/client.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { lectura, vistaCuadrilla } from "./internal.ts";

/** All of them, with their open reclamos, for staff. @throws Fallo sin_sesion, sin_permiso */
export async function listarCuadrillas(ctx: Ctx): Promise<{ items: Cuadrilla[] }> {
  exigirRol(ctx, "cuadrilla", "supervisor", "admin");
  const filas = await lectura(ctx.db).orderBy(asc(schema.cuadrillas.id));
  return { items: filas.map(vistaCuadrilla) };
}
