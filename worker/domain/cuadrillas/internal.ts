import { eq, sql } from "drizzle-orm";
import type * as z from "zod/mini";
import type { Cuadrilla, cuadrillaNueva } from "../../../contract/esquemas/catalogos.ts";
import { type Db, type Sentencia, schema } from "../../db/client.ts";
import { type Referencia, tocar } from "../catalogo.ts";

const { cuadrilla_categorias, cuadrillas } = schema;

export type Pedido = z.infer<typeof cuadrillaNueva>;

/** A row with what it does, as a JSON list. */
export type Leida = typeof cuadrillas.$inferSelect & { lista: string };

const COLUMNAS = {
  id: cuadrillas.id,
  nombre: cuadrillas.nombre,
  activa: cuadrillas.activa,
  capacidad: cuadrillas.capacidad,
  zona_id: cuadrillas.zona_id,
  version: cuadrillas.version,
  abiertos: cuadrillas.abiertos,
};

const SU_LISTA = sql<string>`(SELECT json_group_array(categoria_id) FROM cuadrilla_categorias WHERE cuadrilla_id = cuadrillas.id)`;

/** Reads cuadrillas with their categorías and their open reclamos. */
export const lectura = (db: Db) =>
  db.select({ ...COLUMNAS, lista: SU_LISTA.as("lista") }).from(cuadrillas);

/** What a written row returns: its list as the request gives it, else as it is. */
export const volver = (p: Pedido) => ({
  ...COLUMNAS,
  lista: (p.categorias ? sql<string>`${JSON.stringify([...new Set(p.categorias)])}` : SU_LISTA).as(
    "lista",
  ),
});

export const vistaCuadrilla = ({ lista, ...f }: Leida): Cuadrilla => ({
  ...f,
  categorias: (JSON.parse(lista) as number[]).sort((a, b) => a - b),
});

export const columnasDe = (p: Pedido) => ({
  nombre: p.nombre,
  activa: p.activa,
  capacidad: p.capacidad,
  zona_id: p.zona_id ?? null,
});

/** What of a request the audit compares. */
export const auditable = (p: Pedido) => ({
  ...columnasDe(p),
  categorias: p.categorias && [...new Set(p.categorias)].sort((a, b) => a - b),
});

export const referenciasDe = (p: Pedido): Referencia[] => [
  { campo: "zona_id", tabla: "zonas", ids: p.zona_id == null ? [] : [p.zona_id] },
  { campo: "categorias", tabla: "categorias", ids: p.categorias ?? [] },
];

/** Its categorías, when they are given. */
export function queHace(db: Db, id: ReturnType<typeof sql<number>>, p: Pedido): Sentencia[] {
  if (!p.categorias) return [];
  return [
    tocar(db, "categorias", sql`categoria_id`, sql`cuadrilla_id = ${id}`, p.categorias),
    db.delete(cuadrilla_categorias).where(eq(cuadrilla_categorias.cuadrilla_id, id)),
    db
      .insert(cuadrilla_categorias)
      .select(sql`SELECT DISTINCT ${id}, value FROM json_each(${JSON.stringify(p.categorias)})`),
  ];
}
