import { type SQL, sql } from "drizzle-orm";
import {
  type AccionAuditada,
  COLUMNAS_CERRADAS,
  type ObjetoAuditado,
  type ValorCerrado,
} from "../../../contract/auditoria.ts";
import { aMano, type Sentencia } from "../../db/client.ts";
import type { Cambios } from "../../db/schema/auditoria.ts";
import type { Ctx } from "../contexto.ts";

export type Hecho = {
  accion: AccionAuditada;
  /** What it was done to, by its id, or by SQL that finds it inside the batch. */
  sobre?: { objeto: ObjetoAuditado; id: number | SQL | null };
  /** Columns before; those that stay the same are left out. */
  antes?: Record<string, unknown> | null | undefined;
  /** Columns after. */
  despues?: Record<string, unknown>;
  /** Who acted, when it is not the request's actor: at signing in nobody is yet. */
  usuarioId?: number | SQL | null;
  /** Only if this holds, in SQL. */
  si?: SQL;
};

/** The statement before it in the batch changed a row: for a guarded UPDATE whose missing its mark is no error. */
export const SI_CAMBIO: SQL = sql`changes() > 0`;

const esPoligono = (v: unknown): v is { type: string; coordinates: unknown[] } =>
  typeof v === "object" && v !== null && "coordinates" in v;

/** A value as free text. A shape is told by its size: the corners themselves say nothing to a reader. */
function comoTexto(v: unknown): string | null {
  if (v === null || v === undefined) return null;
  if (esPoligono(v)) return `${v.type}, ${JSON.stringify(v.coordinates).length} caracteres`;
  return typeof v === "string" ? v : JSON.stringify(v);
}

const cerrado = (v: unknown): ValorCerrado =>
  v === undefined ? null : (v as Exclude<ValorCerrado, undefined>);

/** Same value, as the database would keep it. */
const igual = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** What changed, split into what may stay for ever and what may be erased. */
function separar({ antes, despues = {} }: Hecho) {
  const cambios: Cambios<ValorCerrado> = {};
  const textos: Cambios<string | null> = {};
  for (const [columna, valor] of Object.entries(despues)) {
    const previo = antes?.[columna];
    if (valor === undefined || (antes != null && igual(previo, valor))) continue;
    if (COLUMNAS_CERRADAS.includes(columna)) cambios[columna] = [cerrado(previo), cerrado(valor)];
    else textos[columna] = [comoTexto(previo), comoTexto(valor)];
  }
  return { cambios, textos: Object.keys(textos).length > 0 ? JSON.stringify(textos) : null };
}

/**
 * The statements that put an act on record, to be spread into the batch of the act itself: both happen or neither. They
 * cost no trip, and 5 or 6 rows written. Right after the statement that `sobre` or `si` speak of (`last_insert_rowid()`,
 * `SI_CAMBIO`).
 */
export function anotar(ctx: Ctx, hecho: Hecho): [Sentencia, Sentencia] {
  const { db, actor, ahora } = ctx;
  const { cambios, textos } = separar(hecho);
  const propio = actor.tipo === "usuario" ? actor.id : null;
  const quien = hecho.usuarioId === undefined ? propio : hecho.usuarioId;
  const { objeto = null, id = null } = hecho.sobre ?? {};
  const direccion = ctx.direccion ?? null;
  return [
    aMano(
      db,
      sql`INSERT INTO auditoria (en, accion, usuario_id, objeto, objeto_id, cambios)
      SELECT ${ahora}, ${hecho.accion}, ${quien}, ${objeto}, ${id}, ${JSON.stringify(cambios)}
      WHERE ${hecho.si ?? sql`1`}`,
    ),
    aMano(
      db,
      sql`INSERT INTO auditoria_detalles (auditoria_id, direccion, textos)
      SELECT last_insert_rowid(), ${direccion}, ${textos}
      WHERE changes() = 1 AND ${direccion === null && textos === null ? 0 : 1}`,
    ),
  ];
}
