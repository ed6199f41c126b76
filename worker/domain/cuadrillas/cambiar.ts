import { eq, sql } from "drizzle-orm";
import type { Cuadrilla } from "../../../contract/esquemas/catalogos.ts";
import { schema } from "../../db/client.ts";
import { anotar } from "../auditoria/anotar.ts";
import { abrirCatalogo, escribirCatalogo, siguienteVersion } from "../catalogo.ts";
import type { Ctx } from "../contexto.ts";
import {
  auditable,
  columnasDe,
  type Leida,
  type Pedido,
  queHace,
  referenciasDe,
  vistaCuadrilla,
  volver,
} from "./internal.ts";

const { cuadrillas } = schema;

/**
 * Replaces a crew. An inactive one keeps the reclamos that it has and gets no more.
 * @throws Fallo sin_sesion, sin_permiso, no_encontrado, datos_invalidos, ya_existe, version_vieja
 */
export async function cambiarCuadrilla(ctx: Ctx, id: number, pedido: Pedido): Promise<Cuadrilla> {
  const { antes } = await abrirCatalogo(ctx, {
    cambia: { tabla: "cuadrillas", id },
    referencias: referenciasDe(pedido),
  });
  const fila = await escribirCatalogo<Leida>(ctx, "cuadrillas", [
    ctx.db
      .update(cuadrillas)
      .set({ ...columnasDe(pedido), version: siguienteVersion(pedido.version) })
      .where(eq(cuadrillas.id, id))
      .returning(volver(pedido)),
    ...anotar(ctx, {
      accion: "ajuste",
      sobre: { objeto: "cuadrilla", id },
      antes,
      despues: auditable(pedido),
    }),
    ...queHace(ctx.db, sql<number>`${id}`, pedido),
  ]);
  return vistaCuadrilla(fila);
}
