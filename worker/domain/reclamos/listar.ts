import { and, asc, desc, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { Usuario } from "../../../contract/acciones.ts";
import type { FiltroReclamos } from "../../../contract/esquemas/pedidos.ts";
import type { ReclamoFila } from "../../../contract/esquemas/reclamos.ts";
import { schema } from "../../db/client.ts";
import { type Ctx, exigirUsuario } from "../contexto.ts";
import { consultaFts, numeroBuscado } from "./busqueda.ts";
import { cursorDe, leerCursor } from "./cursor.ts";
import {
  alcance,
  condiciones,
  esSuyo,
  losDelHecho,
  losSuyos,
  type Orden,
  soloLoSuyo,
} from "./filtro.ts";
import { actorVigente, type FilaReclamo, sentenciaActor } from "./lectura.ts";
import { filaPara } from "./vista.ts";

const { reclamos } = schema;

/** The columns of a row, named so that drizzle takes them from a join written by hand too. */
const COLUMNAS = Object.fromEntries(
  Object.entries(getTableColumns(reclamos)).map(([nombre, columna]) => [
    nombre,
    sql`${columna}`.mapWith(columna).as(nombre),
  ]),
) as unknown as ReturnType<typeof getTableColumns<typeof reclamos>>;

/**
 * Full-text matches looked at for one page; the page may come short, its cursor goes on from there. Fewer where each must be
 * asked whose it is.
 */
const BUSQUEDA_MAX = { todos: 100, suyos: 60 };

export type Pagina = { items: ReclamoFila[]; cursor: string | null };

/**
 * The order that the filter asks for: a search goes by id; the closed of a span of time by when they were closed, and so do
 * the city's closed ones as a whole; those to which something happened, by when it did.
 */
function ordenDe(f: FiltroReclamos, usuario: Usuario): Orden {
  if (f.q) return "reciente";
  if (f.cerrado_desde !== undefined || f.cerrado_hasta !== undefined) return "cierre";
  if (f.hecho && !soloLoSuyo(usuario, f)) return "hecho";
  const deTodos = usuario.rol !== "cuadrilla" && !soloLoSuyo(usuario, f);
  return f.cerrados && deTodos ? "cierre" : f.orden;
}

type Leida = FilaReclamo & { hecho_en: number | null };
const ORDEN: Record<Orden, { columnas: SQL[]; despues?: SQL; clave: (r: Leida) => number[] }> = {
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
  // What leads to them has it.
  hecho: { columnas: [], clave: (r) => [r.hecho_en ?? 0, r.id] },
};

/**
 * One page of the reclamos that the actor may see.
 * @throws Fallo sin_sesion, datos_invalidos
 */
export async function listarReclamos(ctx: Ctx, filtro: FiltroReclamos): Promise<Pagina> {
  const { filas, cursor } = await leerPagina(ctx, filtro);
  const usuario = exigirUsuario(ctx);
  return { items: filas.map((f) => filaPara(f, usuario)), cursor };
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
  const suyo = soloLoSuyo(usuario, filtro);
  const orden = ordenDe(filtro, usuario);
  const { columnas, despues, clave } = ORDEN[orden];
  const desde = leerCursor(filtro.cursor, orden === "reciente" ? 1 : 2);
  const mirados = suyo || usuario.rol === "cuadrilla" ? BUSQUEDA_MAX.suyos : BUSQUEDA_MAX.todos;
  const hasta = desde && orden === "reciente" ? sql` AND rowid < ${desde[0]}` : sql``;
  const coincidencias = sql`(SELECT rowid FROM reclamos_fts WHERE reclamos_fts MATCH ${fts}${hasta} ORDER BY rowid DESC LIMIT ${mirados})`;
  const hallado = filtro.q !== undefined || filtro.ids !== undefined;
  // The latest of somebody's own are walked in their order; nothing else leads to them as cheaply.
  const suyos = suyo && !hallado && orden === "reciente" ? losSuyos(usuario, desde?.[0]) : null;
  const guia = suyos ?? (orden === "hecho" ? losDelHecho(filtro, desde) : null);
  const conSuGuia = guia !== null || orden === "cierre" || usuario.rol === "cuadrilla";
  const donde = and(
    suyos ? sql`id = mid` : suyo && hallado ? esSuyo(usuario) : alcance(usuario, filtro),
    ...condiciones(filtro, orden, conSuGuia ? "otra" : "filtro"),
    numero !== null ? sql`id = ${numero}` : undefined,
    fts ? sql`id IN ${coincidencias}` : undefined,
    orden === "hecho" ? sql`id = hid` : undefined,
    desde && despues
      ? sql`${despues} (${sql.join(
          desde.map((n) => sql`${n}`),
          sql`, `,
        )})`
      : undefined,
  );
  const [cuenta, leidas, ultimas] = await ctx.db.batch([
    sentenciaActor(ctx.db, usuario),
    ctx.db
      .select({
        ...COLUMNAS,
        extra: extra.as("extra"),
        hecho_en: sql<number | null>`${orden === "hecho" ? sql`hen` : sql`NULL`}`.as("hecho_en"),
      })
      .from(guia ? sql`${guia} CROSS JOIN ${reclamos}` : sql`${reclamos}`)
      .where(donde)
      .orderBy(...(guia ? [] : columnas))
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
  else if (fts && ultimas[0] && ultimas[0].n === mirados) cursor = cursorDe([ultimas[0].id]);
  return { filas, cursor };
}
