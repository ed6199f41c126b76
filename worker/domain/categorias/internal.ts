import { eq, sql } from "drizzle-orm";
import type * as z from "zod/mini";
import type { Categoria, categoriaNueva } from "../../../contract/esquemas/catalogos.ts";
import { type Db, type Sentencia, schema } from "../../db/client.ts";
import { tocar } from "../catalogo.ts";

const { categorias, cuadrilla_categorias, plazos } = schema;

export type Pedido = z.infer<typeof categoriaNueva>;

export type Fila = typeof categorias.$inferSelect;

type Columnas = Omit<Categoria, "id" | "version">;

export const columnasDe = ({ nombre, icono, color, privada, activa }: Columnas): Columnas => ({
  nombre,
  icono,
  color,
  privada,
  activa,
});

/** What of a request the audit compares. */
export const auditable = (p: Pedido) => ({
  ...columnasDe(p),
  horas_normal: p.horas_normal,
  horas_urgente: p.horas_urgente,
  cuadrillas: p.cuadrillas && [...new Set(p.cuadrillas)].sort((a, b) => a - b),
});

export const vistaCategoria = (f: Fila): Categoria => ({
  id: f.id,
  ...columnasDe(f),
  version: f.version,
});

/** What stands beside a categoría: its plazo, and the cuadrillas that do it when they are given. */
export function alrededor(db: Db, id: ReturnType<typeof sql<number>>, p: Pedido): Sentencia[] {
  const horas = { horas_normal: p.horas_normal, horas_urgente: p.horas_urgente };
  const conPlazo = db
    .insert(plazos)
    .values({ categoria_id: id, ...horas })
    .onConflictDoUpdate({ target: plazos.categoria_id, set: horas });
  if (!p.cuadrillas) return [conPlazo];
  return [
    conPlazo,
    tocar(db, "cuadrillas", sql`cuadrilla_id`, sql`categoria_id = ${id}`, p.cuadrillas),
    db.delete(cuadrilla_categorias).where(eq(cuadrilla_categorias.categoria_id, id)),
    db
      .insert(cuadrilla_categorias)
      .select(sql`SELECT DISTINCT value, ${id} FROM json_each(${JSON.stringify(p.cuadrillas)})`),
  ];
}
