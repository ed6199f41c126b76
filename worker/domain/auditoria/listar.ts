import { and, desc, eq, lt, type SQL, sql } from "drizzle-orm";
import type { Anotacion, FiltroAuditoria } from "../../../contract/esquemas/auditoria.ts";
import { schema } from "../../db/client.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { cursorDe, leerCursor } from "../reclamos/cursor.ts";
import { actorVigente, sentenciaActor } from "../reclamos/lectura.ts";
import { iso } from "../tiempo.ts";
import { contiene } from "../usuarios/listar.ts";

const { auditoria: a, auditoria_detalles: d } = schema;

const deCuenta = (id: SQL) =>
  sql`SELECT nullif(trim(p.nombre || ' ' || p.apellido), '') FROM usuarios u JOIN personas p ON p.id = u.persona_id WHERE u.id = ${id}`;

/** What each kind of thing is called now. A reclamo goes by its number. */
const NOMBRE = sql<string | null>`CASE ${a.objeto}
  WHEN 'usuario' THEN (${deCuenta(sql`${a.objeto_id}`)})
  WHEN 'persona' THEN (SELECT nullif(trim(nombre || ' ' || apellido), '') FROM personas WHERE id = ${a.objeto_id})
  WHEN 'categoria' THEN (SELECT nombre FROM categorias WHERE id = ${a.objeto_id})
  WHEN 'plazo' THEN (SELECT nombre FROM categorias WHERE id = ${a.objeto_id})
  WHEN 'zona' THEN (SELECT nombre FROM zonas WHERE id = ${a.objeto_id})
  WHEN 'cuadrilla' THEN (SELECT nombre FROM cuadrillas WHERE id = ${a.objeto_id})
  WHEN 'anuncio' THEN (SELECT titulo FROM anuncios WHERE id = ${a.objeto_id})
  WHEN 'plantilla' THEN (SELECT titulo FROM plantillas_respuesta WHERE id = ${a.objeto_id})
  END`;

/** Records of people whose name or e-mail holds it: as who acted, or as whom it was done to. */
const deQuien = (q: string): SQL => {
  const suyas = sql`SELECT usuarios.id FROM usuarios JOIN personas ON personas.id = usuarios.persona_id WHERE ${contiene(q)}`;
  const personas = sql`SELECT usuarios.persona_id FROM usuarios JOIN personas ON personas.id = usuarios.persona_id WHERE ${contiene(q)}`;
  return sql`(${a.usuario_id} IN (${suyas}) OR (${a.objeto} = 'usuario' AND ${a.objeto_id} IN (${suyas}))
    OR (${a.objeto} = 'persona' AND ${a.objeto_id} IN (${personas})))`;
};

/** Ids grow with time, so a moment is an id: found by the index, and the pages stay in one order. */
const antesDe = (en: number) =>
  sql<number>`coalesce((SELECT id FROM auditoria WHERE en < ${en} ORDER BY en DESC, id DESC LIMIT 1), 0)`;

/** The record, newest first. For admins. @throws Fallo sin_sesion, sin_permiso, datos_invalidos */
export async function listarAuditoria(
  ctx: Ctx,
  f: FiltroAuditoria,
): Promise<{ items: Anotacion[]; cursor: string | null }> {
  const admin = exigirRol(ctx, "admin");
  const [antes] = leerCursor(f.cursor, 1) ?? [];
  const [cuenta, filas] = await ctx.db.batch([
    sentenciaActor(ctx.db, admin),
    ctx.db
      .select({
        id: a.id,
        en: a.en,
        accion: a.accion,
        usuario_id: a.usuario_id,
        quien: sql<string | null>`(${deCuenta(sql`${a.usuario_id}`)})`.as("quien"),
        objeto: a.objeto,
        objeto_id: a.objeto_id,
        objeto_nombre: NOMBRE.as("objeto_nombre"),
        cambios: a.cambios,
        textos: d.textos,
        direccion: d.direccion,
      })
      .from(a)
      .leftJoin(d, eq(d.auditoria_id, a.id))
      .where(
        and(
          antes === undefined ? undefined : lt(a.id, antes),
          f.accion && eq(a.accion, f.accion),
          f.usuario_id === undefined ? undefined : eq(a.usuario_id, f.usuario_id),
          f.objeto && eq(a.objeto, f.objeto),
          f.objeto_id === undefined ? undefined : eq(a.objeto_id, f.objeto_id),
          f.desde === undefined ? undefined : sql`${a.id} > ${antesDe(f.desde)}`,
          f.hasta === undefined ? undefined : sql`${a.id} <= ${antesDe(f.hasta)}`,
          f.q ? deQuien(f.q) : undefined,
        ),
      )
      .orderBy(desc(a.id))
      .limit(f.limite + 1),
  ]);
  actorVigente(admin, cuenta);
  const items = filas.slice(0, f.limite).map(
    ({ usuario_id, quien, en, ...fila }): Anotacion => ({
      ...fila,
      en: iso(en),
      quien: usuario_id === null ? null : { id: usuario_id, nombre: quien },
    }),
  );
  const ultimo = items.at(-1);
  return { items, cursor: filas.length > f.limite && ultimo ? cursorDe([ultimo.id]) : null };
}
