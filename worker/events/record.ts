import { sql } from "drizzle-orm";
import type { Accion } from "../../contract/acciones.ts";
import { EVENTO_DE, type TipoEvento } from "../../contract/eventos.ts";
import type { Estado } from "../../contract/vocabulario.ts";
import { type Db, type Sentencia, schema } from "../db/client.ts";
import type { DatosEvento } from "../db/schema/eventos.ts";

const { eventos, textos, fotos, reclamos } = schema;

export type EventoNuevo = {
  tipo: TipoEvento;
  /** The reclamo's id, or SQL that finds it inside the batch. */
  reclamo: number | ReturnType<typeof sql<number>>;
  version: number | null;
  estado: Estado;
  ciclo: number;
  usuarioId: number | null;
  datos: DatosEvento;
  en: number;
  interno?: boolean;
  texto?: string | undefined;
  clave?: { valor: string; huella: string } | undefined;
  /** Photos that it carries: ids of the actor's own loose ones. */
  fotos?: { ids: number[]; momento: "antes" | "despues" } | undefined;
};

export const tipoDe = (accion: Accion): TipoEvento => EVENTO_DE[accion];

/** What a repeated request is answered from: the columns an action can change, as they are inside the batch. */
const RESULTADO = sql`json_object('estado', estado, 'version', version, 'ciclo', ciclo, 'prioridad', prioridad,
  'categoria_id', categoria_id, 'cuadrilla_id', cuadrilla_id, 'vence_en', vence_en, 'ciclo_desde', ciclo_desde,
  'programado_para', programado_para, 'cerrado_en', cerrado_en, 'demorado_en', demorado_en,
  'motivo_rechazo', motivo_rechazo, 'original_id', original_id, 'seguidores', seguidores, 'oculto', oculto,
  'actualizado_en', actualizado_en)`;

/** The id of the evento that this batch has just written for the reclamo. */
const recienEscrito = (reclamo: EventoNuevo["reclamo"]) =>
  sql<number>`(SELECT max(id) FROM eventos WHERE reclamo_id = ${reclamo})`;

/**
 * The statements that record an evento. They must stand right after the guarded change in the same batch: when it matched
 * nothing, `changes()` is 0, `guardia` NULL, and the whole batch fails (architecture.md). The first returns `{id}`.
 */
export function registrar(db: Db, e: EventoNuevo): [Sentencia, ...Sentencia[]] {
  const ids = JSON.stringify(e.fotos?.ids ?? []);
  const suelta = sql`id IN (SELECT value FROM json_each(${ids})) AND subida_por = ${e.usuarioId} AND reclamo_id IS NULL`;
  const fotosBien = e.fotos?.ids.length
    ? sql` AND (SELECT count(*) FROM fotos WHERE ${suelta}) = ${e.fotos.ids.length}`
    : sql``;
  const sentencias: [Sentencia, ...Sentencia[]] = [
    db
      .insert(eventos)
      .values({
        reclamo_id: e.reclamo,
        tipo: e.tipo,
        guardia: sql`CASE WHEN changes() = 1${fotosBien} THEN 1 END`,
        version: e.version,
        estado: e.estado,
        ciclo: e.ciclo,
        usuario_id: e.usuarioId,
        interno: e.interno ?? false,
        datos: e.fotos?.ids.length ? { ...e.datos, fotos: e.fotos.ids } : e.datos,
        clave: e.clave?.valor ?? null,
        huella: e.clave?.huella ?? null,
        resultado: e.clave
          ? sql`(SELECT ${RESULTADO} FROM ${reclamos} WHERE id = ${e.reclamo})`
          : null,
        en: e.en,
      })
      .returning({ id: eventos.id }),
  ];
  if (e.texto)
    sentencias.push(
      db.insert(textos).values({ evento_id: sql`${recienEscrito(e.reclamo)}`, texto: e.texto }),
    );
  if (e.fotos?.ids.length)
    sentencias.push(
      db
        .update(fotos)
        .set({
          reclamo_id: sql`${e.reclamo}`,
          momento: e.fotos.momento,
          evento_id: recienEscrito(e.reclamo),
        })
        .where(suelta),
    );
  return sentencias;
}

export type Rechazo = "guardia" | "clave" | null;

/** Why a batch with an evento failed: its guarded change matched nothing, or the Idempotency-Key was already used. */
export function porQueFallo(error: unknown): Rechazo {
  let texto = "";
  for (let e: unknown = error; e instanceof Error; e = e.cause) texto += `${e.message}\n`;
  if (/NOT NULL constraint failed: eventos\.guardia/.test(texto)) return "guardia";
  if (/UNIQUE constraint failed: eventos\.reclamo_id, eventos\.version/.test(texto))
    return "guardia";
  if (/UNIQUE constraint failed: eventos\.usuario_id, eventos\.clave/.test(texto)) return "clave";
  return null;
}
