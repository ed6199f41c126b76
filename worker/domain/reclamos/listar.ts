import { and, asc, desc, getTableColumns, type SQL, sql } from "drizzle-orm";
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

type Orden = FiltroReclamos["orden"] | "cierre";

/** The order that the filter asks for: a search goes by id, the closed of a span of time by when they were closed. */
function ordenDe(f: FiltroReclamos): Orden {
  if (f.q) return "reciente";
  return f.cerrado_desde !== undefined || f.cerrado_hasta !== undefined ? "cierre" : f.orden;
}

const ORDEN: Record<Orden, { columnas: SQL[]; despues: SQL; clave: (r: FilaReclamo) => number[] }> =
  {
    reciente: { columnas: [desc(reclamos.id)], despues: sql`(id) <`, clave: (r) => [r.id] },
    vence: {
      columnas: [asc(reclamos.vence_en), asc(reclamos.id)],
      despues: sql`(vence_en, id) >`,
      clave: (r) => [r.vence_en, r.id],
    },
    cierre: {
      columnas: [desc(reclamos.cerrado_en), desc(reclamos.id)],
      despues: sql`(cerrado_en, id) <`,
      clave: (r) => [r.cerrado_en ?? 0, r.id],
    },
  };

/** The filter as conditions, in the words of the partial indexes. Order `vence` is about open ones, unless a closed estado is asked for. */
function condiciones(filtro: FiltroReclamos, orden: Orden): (SQL | undefined)[] {
  const f = filtro;
  // Order `cierre` walks its own index: a plus keeps SQLite from choosing another one and sorting all of it.
  const col = (nombre: string) => sql.raw(orden === "cierre" ? `+${nombre}` : nombre);
  const cerrado = f.cerrados || (f.estado !== undefined && !estaAbierto(f.estado));
  return [
    f.estado && sql`${col("estado")} = ${f.estado}`,
    f.sin_asignar && condicion("estado = 'nuevo'"),
    f.categoria_id && sql`${col("categoria_id")} = ${f.categoria_id}`,
    f.zona_id && sql`${col("zona_id")} = ${f.zona_id}`,
    f.cuadrilla_id && sql`${col("cuadrilla_id")} = ${f.cuadrilla_id}`,
    f.prioridad && sql`${col("prioridad")} = ${f.prioridad}`,
    (f.abiertos || f.vencidos || f.sin_ubicar || f.reabiertos || (orden === "vence" && !cerrado)) &&
      condicion("cerrado_en IS NULL"),
    f.cerrados && condicion("cerrado_en IS NOT NULL"),
    f.vencidos && condicion("demorado_en IS NOT NULL"),
    f.sin_ubicar && condicion("lat IS NULL"),
    f.reabiertos && condicion("ciclo > 1"),
    f.sin_zona && condicion("zona_id IS NULL"),
    f.cerrado_desde !== undefined && sql`cerrado_en >= ${f.cerrado_desde}`,
    f.cerrado_hasta !== undefined && sql`cerrado_en < ${f.cerrado_hasta}`,
    // ids grow with time, so that a date becomes a bound on the id, found in one step.
    f.desde !== undefined &&
      (orden === "reciente"
        ? sql`id >= coalesce((SELECT id FROM reclamos WHERE creado_en >= ${f.desde} ORDER BY creado_en, id LIMIT 1), 9e15)`
        : sql`${col("creado_en")} >= ${f.desde}`),
    f.hasta !== undefined &&
      (orden === "reciente"
        ? sql`id <= coalesce((SELECT id FROM reclamos WHERE creado_en < ${f.hasta} ORDER BY creado_en DESC, id DESC LIMIT 1), 0)`
        : sql`${col("creado_en")} < ${f.hasta}`),
  ].map((c) => c || undefined);
}

/**
 * One page of the reclamos that the actor may see.
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
  const orden = ordenDe(filtro);
  const { columnas, despues, clave } = ORDEN[orden];
  const desde = leerCursor(filtro.cursor, orden === "reciente" ? 1 : 2);
  const tope = fts ? BUSQUEDA_MAX : filtro.limite + 1;
  const hasta = desde && orden === "reciente" ? sql` AND rowid < ${desde[0]}` : sql``;
  const coincidencias = sql`(SELECT rowid FROM reclamos_fts WHERE reclamos_fts MATCH ${fts}${hasta} ORDER BY rowid DESC LIMIT ${BUSQUEDA_MAX})`;
  const donde = and(
    alcance(usuario, filtro),
    ...condiciones(filtro, orden),
    numero !== null ? sql`id = ${numero}` : undefined,
    fts ? sql`id IN ${coincidencias}` : undefined,
    desde
      ? sql`${despues} (${sql.join(
          desde.map((n) => sql`${n}`),
          sql`, `,
        )})`
      : undefined,
  );
  const [cuenta, leidas, ultimas] = await ctx.db.batch([
    sentenciaActor(ctx.db, usuario),
    ctx.db
      .select({ ...getTableColumns(reclamos), extra: extra.as("extra") })
      .from(reclamos)
      .where(donde)
      .orderBy(...columnas)
      .limit(filtro.limite + 1),
    ctx.db
      .select({ n: sql<number>`count(*)`, id: sql<number>`min(rowid)`.as("ultima") })
      .from(sql`${fts ? coincidencias : sql`(SELECT 0 AS rowid LIMIT 0)`}`),
  ]);
  actorVigente(usuario, cuenta);
  const filas = leidas.slice(0, filtro.limite);
  const ultimo = filas.at(-1);
  let cursor: string | null = null;
  if (leidas.length > filtro.limite && ultimo) cursor = cursorDe(clave(ultimo));
  else if (fts && ultimas[0] && ultimas[0].n === tope) cursor = cursorDe([ultimas[0].id]);
  return { filas, cursor };
}
