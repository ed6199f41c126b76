import { and, desc, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { Usuario } from "../../../contract/acciones.ts";
import type { FiltroReclamos } from "../../../contract/esquemas/pedidos.ts";
import type { ReclamoFila } from "../../../contract/esquemas/reclamos.ts";
import { estaAbierto } from "../../../contract/vocabulario.ts";
import { schema } from "../../db/client.ts";
import { type Ctx, exigirUsuario } from "../contexto.ts";
import { consultaFts, numeroBuscado } from "./busqueda.ts";
import { cursorDe, leerCursor } from "./cursor.ts";
import { actorVigente, type FilaReclamo, sentenciaActor } from "./lectura.ts";
import { vistaFila } from "./vista.ts";

const { reclamos } = schema;

/** Full-text matches looked at for one page; the page may come short, its cursor goes on from there. */
const BUSQUEDA_MAX = 120;

export type Pagina = { items: ReclamoFila[]; cursor: string | null };

const condicion = (texto: string): SQL => sql.raw(texto);

/** What the role may see at all, whatever the filter asks. */
function alcance(actor: Usuario, filtro: FiltroReclamos): SQL | undefined {
  if (actor.rol === "vecino" || filtro.mios)
    return sql`id IN (SELECT id FROM reclamos WHERE creador_id = ${actor.personaId}
      UNION SELECT reclamo_id FROM seguidores WHERE persona_id = ${actor.personaId})`;
  // The crew of now: the session may be older than a change of it.
  if (actor.rol === "cuadrilla")
    return sql`cuadrilla_id = (SELECT cuadrilla_id FROM usuarios WHERE id = ${actor.id})`;
  return undefined;
}

/** The filter as conditions, in the words of the partial indexes. Order `vence` is about open ones, unless a closed estado is asked for. */
function condiciones(filtro: FiltroReclamos, orden: FiltroReclamos["orden"]): (SQL | undefined)[] {
  const f = filtro;
  const cerrado = f.estado !== undefined && !estaAbierto(f.estado);
  return [
    f.estado && sql`estado = ${f.estado}`,
    f.sin_asignar && condicion("estado = 'nuevo'"),
    f.categoria_id && sql`categoria_id = ${f.categoria_id}`,
    f.zona_id && sql`zona_id = ${f.zona_id}`,
    f.cuadrilla_id && sql`cuadrilla_id = ${f.cuadrilla_id}`,
    f.prioridad && sql`prioridad = ${f.prioridad}`,
    (f.abiertos || f.vencidos || f.sin_ubicar || f.reabiertos || (orden === "vence" && !cerrado)) &&
      condicion("cerrado_en IS NULL"),
    f.vencidos && condicion("demorado_en IS NOT NULL"),
    f.sin_ubicar && condicion("lat IS NULL"),
    f.reabiertos && condicion("ciclo > 1"),
    // ids grow with time, so that a date becomes a bound on the id, found in one step.
    f.desde !== undefined &&
      (orden === "reciente"
        ? sql`id >= coalesce((SELECT id FROM reclamos WHERE creado_en >= ${f.desde} ORDER BY creado_en, id LIMIT 1), 9e15)`
        : sql`creado_en >= ${f.desde}`),
    f.hasta !== undefined &&
      (orden === "reciente"
        ? sql`id <= coalesce((SELECT id FROM reclamos WHERE creado_en < ${f.hasta} ORDER BY creado_en DESC, id DESC LIMIT 1), 0)`
        : sql`creado_en < ${f.hasta}`),
  ].map((c) => c || undefined);
}

/**
 * One page of the reclamos that the actor may see. A search goes by order `reciente`.
 * @throws Fallo sin_sesion, datos_invalidos
 */
export async function listarReclamos(ctx: Ctx, filtro: FiltroReclamos): Promise<Pagina> {
  const { filas, cursor } = await leerPagina(ctx, filtro);
  return { items: filas.map(vistaFila), cursor };
}

/**
 * The rows of such a page themselves: what the list and the export are both made of.
 * @param extra one more column, a scalar expression on the row
 */
export async function leerPagina<E = null>(
  ctx: Ctx,
  filtro: FiltroReclamos,
  extra: SQL<E> = sql`NULL`,
): Promise<{ filas: (FilaReclamo & { extra: E })[]; cursor: string | null }> {
  const usuario = exigirUsuario(ctx);
  const numero = filtro.q ? numeroBuscado(filtro.q) : null;
  const fts = filtro.q && numero === null ? consultaFts(filtro.q) : null;
  if (filtro.q && numero === null && fts === null) return { filas: [], cursor: null };
  const orden = filtro.q ? "reciente" : filtro.orden;
  const desde = leerCursor(filtro.cursor, orden === "vence" ? 2 : 1);
  const tope = fts ? BUSQUEDA_MAX : filtro.limite + 1;
  const hasta = desde && orden === "reciente" ? sql` AND rowid < ${desde[0]}` : sql``;
  const coincidencias = sql`(SELECT rowid FROM reclamos_fts WHERE reclamos_fts MATCH ${fts}${hasta} ORDER BY rowid DESC LIMIT ${BUSQUEDA_MAX})`;
  const donde = and(
    alcance(usuario, filtro),
    ...condiciones(filtro, orden),
    numero !== null ? sql`id = ${numero}` : undefined,
    fts ? sql`id IN ${coincidencias}` : undefined,
    (desde &&
      (orden === "vence"
        ? sql`(vence_en, id) > (${desde[0]}, ${desde[1]})`
        : sql`id < ${desde[0]}`)) ||
      undefined,
  );
  const [cuenta, leidas, ultimas] = await ctx.db.batch([
    sentenciaActor(ctx.db, usuario),
    ctx.db
      .select({ ...getTableColumns(reclamos), extra: extra.as("extra") })
      .from(reclamos)
      .where(donde)
      .orderBy(...(orden === "vence" ? [reclamos.vence_en, reclamos.id] : [desc(reclamos.id)]))
      .limit(filtro.limite + 1),
    ctx.db
      .select({ n: sql<number>`count(*)`, id: sql<number>`min(rowid)`.as("ultima") })
      .from(sql`${fts ? coincidencias : sql`(SELECT 0 AS rowid LIMIT 0)`}`),
  ]);
  actorVigente(usuario, cuenta);
  const filas = leidas.slice(0, filtro.limite);
  const ultimo = filas.at(-1);
  let cursor: string | null = null;
  if (leidas.length > filtro.limite && ultimo)
    cursor = cursorDe(orden === "vence" ? [ultimo.vence_en, ultimo.id] : [ultimo.id]);
  else if (fts && ultimas[0] && ultimas[0].n === tope) cursor = cursorDe([ultimas[0].id]);
  return { filas, cursor };
}
