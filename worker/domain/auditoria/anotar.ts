import { type SQL, sql } from "drizzle-orm";
import type { Usuario } from "../../../contract/acciones.ts";
import {
  type AccionAuditada,
  COLUMNAS_CERRADAS,
  type ObjetoAuditado,
  type ValorCerrado,
} from "../../../contract/auditoria.ts";
import { aMano, type Sentencia } from "../../db/client.ts";
import type { Cambios } from "../../db/schema/auditoria.ts";
import type { Ctx } from "../contexto.ts";
import { vigente } from "../reclamos/lectura.ts";
import { inicioDelDia } from "../tiempo.ts";

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

/** What the database holds, as the request says it: 1 is true, a JSON text a list. */
function comoEs(previo: unknown, valor: unknown): unknown {
  if (typeof valor === "boolean" && typeof previo === "number") return previo === 1;
  if (typeof valor !== "object" || valor === null || typeof previo !== "string") return previo;
  return JSON.parse(previo) as unknown;
}

/** What changed, split into what may stay for ever and what may be erased. */
function separar({ antes, despues = {} }: Hecho) {
  const cambios: Cambios<ValorCerrado> = {};
  const textos: Cambios<string | null> = {};
  for (const [columna, valor] of Object.entries(despues)) {
    const previo = comoEs(antes?.[columna], valor);
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

/**
 * The same for a member of staff who reads people's data: each person once a day for each reader, so that a screen that is
 * read again and again leaves one line. Nothing is recorded of one's own data, nor for a session that no longer holds.
 * @param personas a SELECT of the ids of those whose data the answer holds
 * @param reclamoId through which reclamo
 */
export function anotarLectura(
  ctx: Ctx,
  lector: Usuario,
  personas: SQL,
  reclamoId: number | SQL | null = null,
): [Sentencia, Sentencia] {
  const { db, ahora } = ctx;
  const direccion = ctx.direccion ?? null;
  return [
    aMano(
      db,
      sql`INSERT INTO auditoria (en, accion, usuario_id, objeto, objeto_id, cambios)
      SELECT ${ahora}, 'lectura', ${lector.id}, 'persona', p.id,
        json_patch('{}', json_object('reclamo_id', iif(${reclamoId} IS NULL, NULL, json_array(NULL, ${reclamoId}))))
      FROM (${personas}) p
      WHERE p.id <> ${lector.personaId}
        AND ${vigente(lector)}
        AND NOT EXISTS (SELECT 1 FROM auditoria a WHERE a.objeto = 'persona' AND a.objeto_id = p.id
          AND a.usuario_id = ${lector.id} AND a.en >= ${inicioDelDia(ahora)} AND a.accion = 'lectura')`,
    ),
    // The rows that were just written: of one statement, they follow each other.
    aMano(
      db,
      sql`INSERT INTO auditoria_detalles (auditoria_id, direccion)
      SELECT id, ${direccion} FROM auditoria
      WHERE changes() > 0 AND id > last_insert_rowid() - changes() AND id <= last_insert_rowid() AND ${direccion} IS NOT NULL`,
    ),
  ];
}
