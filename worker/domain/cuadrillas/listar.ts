import { asc } from "drizzle-orm";
import type { Cuadrilla } from "../../../contract/esquemas/catalogos.ts";
import { schema } from "../../db/client.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { leerVigente } from "../reclamos/lectura.ts";
import { lectura, vistaCuadrilla } from "./internal.ts";

/** All of them, with their open reclamos, for staff. @throws Fallo sin_sesion, sin_permiso */
export async function listarCuadrillas(ctx: Ctx): Promise<{ items: Cuadrilla[] }> {
  const usuario = exigirRol(ctx, "cuadrilla", "supervisor", "admin");
  const todas = lectura(ctx.db).orderBy(asc(schema.cuadrillas.id));
  const filas = await leerVigente(ctx, usuario, todas);
  return { items: filas.map(vistaCuadrilla) };
}
