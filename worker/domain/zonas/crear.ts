import { sql } from "drizzle-orm";
import type { Zona } from "../../../contract/esquemas/catalogos.ts";
import { schema } from "../../db/client.ts";
import { anotar } from "../auditoria/anotar.ts";
import { abrirCatalogo, escribirCatalogo } from "../catalogo.ts";
import type { Ctx } from "../contexto.ts";
import { exigirForma, type Pedido } from "./internal.ts";

/** A new zona. Reclamos keep the one that they were given. @throws Fallo sin_sesion, sin_permiso, datos_invalidos, ya_existe */
export async function crearZona(ctx: Ctx, { nombre, poligono, activa }: Pedido): Promise<Zona> {
  const { limite } = await abrirCatalogo(ctx, {});
  exigirForma(poligono, limite);
  return escribirCatalogo<Zona>(ctx, "zonas", [
    ctx.db.insert(schema.zonas).values({ nombre, poligono, activa }).returning(),
    ...anotar(ctx, {
      accion: "ajuste_creado",
      sobre: { objeto: "zona", id: sql`last_insert_rowid()` },
      despues: { nombre, poligono, activa },
    }),
  ]);
}
