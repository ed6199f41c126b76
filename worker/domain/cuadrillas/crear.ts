import { sql } from "drizzle-orm";
import type { Cuadrilla } from "../../../contract/esquemas/catalogos.ts";
import { schema } from "../../db/client.ts";
import { anotar } from "../auditoria/anotar.ts";
import { abrirCatalogo, escribirCatalogo } from "../catalogo.ts";
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

/** A new crew. @throws Fallo sin_sesion, sin_permiso, datos_invalidos, ya_existe */
export async function crearCuadrilla(ctx: Ctx, pedido: Pedido): Promise<Cuadrilla> {
  await abrirCatalogo(ctx, { referencias: referenciasDe(pedido) });
  const id = sql<number>`(SELECT id FROM cuadrillas WHERE nombre = ${pedido.nombre})`;
  const fila = await escribirCatalogo<Leida>(ctx, "cuadrillas", [
    ctx.db.insert(schema.cuadrillas).values(columnasDe(pedido)).returning(volver(pedido)),
    ...anotar(ctx, {
      accion: "ajuste_creado",
      sobre: { objeto: "cuadrilla", id: sql`last_insert_rowid()` },
      despues: auditable(pedido),
    }),
    ...queHace(ctx.db, id, pedido),
  ]);
  return vistaCuadrilla(fila);
}
