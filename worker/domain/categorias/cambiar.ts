import { eq, sql } from "drizzle-orm";
import type { Categoria } from "../../../contract/esquemas/catalogos.ts";
import { schema } from "../../db/client.ts";
import { anotar } from "../auditoria/anotar.ts";
import { abrirCatalogo, escribirCatalogo, siguienteVersion } from "../catalogo.ts";
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

/**
 * Replaces a categoría. What is already promised stays: a plazo counts from then on.
 * @throws Fallo sin_sesion, sin_permiso, no_encontrado, datos_invalidos, ya_existe, version_vieja
 */
export async function cambiarCategoria(ctx: Ctx, id: number, pedido: Pedido): Promise<Categoria> {
  const { cuadrillas = [] } = pedido;
  const { antes } = await abrirCatalogo(ctx, {
    cambia: { tabla: "categorias", id },
    referencias: [{ campo: "cuadrillas", tabla: "cuadrillas", ids: cuadrillas }],
  });
  const fila = await escribirCatalogo<Fila>(ctx, "categorias", [
    ctx.db
      .update(categorias)
      .set({ ...columnasDe(pedido), version: siguienteVersion(pedido.version) })
      .where(eq(categorias.id, id))
      .returning(),
    ...anotar(ctx, {
      accion: "ajuste",
      sobre: { objeto: "categoria", id },
      antes,
      despues: auditable(pedido),
    }),
    ...alrededor(ctx.db, sql<number>`${id}`, pedido),
  ]);
  return vistaCategoria(fila);
}
