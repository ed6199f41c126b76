import { sql } from "drizzle-orm";
import type { Categoria } from "../../../contract/esquemas/catalogos.ts";
import { schema } from "../../db/client.ts";
import { anotar } from "../auditoria/anotar.ts";
import { abrirCatalogo, escribirCatalogo } from "../catalogo.ts";
import type { Ctx } from "../contexto.ts";
import {
  alrededor,
  auditable,
  columnasDe,
  type Fila,
  type Pedido,
  vistaCategoria,
} from "./internal.ts";

const { categorias } = schema;

/** A new kind of reclamo, with its plazo. @throws Fallo sin_sesion, sin_permiso, datos_invalidos, ya_existe */
export async function crearCategoria(ctx: Ctx, pedido: Pedido): Promise<Categoria> {
  const { cuadrillas = [] } = pedido;
  await abrirCatalogo(ctx, {
    referencias: [{ campo: "cuadrillas", tabla: "cuadrillas", ids: cuadrillas }],
  });
  const id = sql<number>`(SELECT id FROM categorias WHERE nombre = ${pedido.nombre})`;
  const orden = sql`(SELECT coalesce(max(orden), 0) + 1 FROM categorias)`;
  const fila = await escribirCatalogo<Fila>(ctx, "categorias", [
    ctx.db
      .insert(categorias)
      .values({ ...columnasDe(pedido), orden })
      .returning(),
    ...anotar(ctx, {
      accion: "ajuste_creado",
      sobre: { objeto: "categoria", id: sql`last_insert_rowid()` },
      despues: auditable(pedido),
    }),
    ...alrededor(ctx.db, id, pedido),
  ]);
  return vistaCategoria(fila);
}
