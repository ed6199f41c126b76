import { type SQL, sql } from "drizzle-orm";
import type { Usuario } from "../../../contract/acciones.ts";
import type { FiltroReclamos } from "../../../contract/esquemas/pedidos.ts";
import { estaAbierto } from "../../../contract/vocabulario.ts";

/** What a filter says of the reclamos, whichever page of them is asked for. */
export type Condiciones = Omit<FiltroReclamos, "limite" | "cursor" | "orden" | "q">;

/** The orders that a list has; `cierre` and `hecho` go by when what is asked for happened, the latest first. */
export type Orden = FiltroReclamos["orden"] | "cierre" | "hecho";

const condicion = (texto: string): SQL => sql.raw(texto);

/** Whether only what somebody reported or follows is asked for, or may be. */
export const soloLoSuyo = (actor: Usuario, filtro: Pick<Condiciones, "mios">): boolean =>
  actor.rol === "vecino" || filtro.mios === true;

/** What the role may see at all, whatever the filter asks. */
export function alcance(
  actor: Usuario,
  filtro: Pick<Condiciones, "mios" | "estado" | "sin_asignar">,
): SQL | undefined {
  if (soloLoSuyo(actor, filtro))
    return sql`id IN (SELECT id FROM reclamos WHERE creador_id = ${actor.personaId}
      UNION SELECT reclamo_id FROM seguidores WHERE persona_id = ${actor.personaId})`;
  if (actor.rol !== "cuadrilla") return undefined;
  // What nobody was given yet is no cuadrilla's.
  if (filtro.sin_asignar || filtro.estado === "nuevo") return condicion("0");
  // The crew of now: the session may be older than a change of it.
  return sql`cuadrilla_id = ${SU_CUADRILLA(actor)}`;
}

/** The crew of an account, as the database has it now. */
export const SU_CUADRILLA = (actor: Usuario): SQL =>
  sql`(SELECT cuadrilla_id FROM usuarios WHERE id = ${actor.id})`;

/** The same reach for a few rows that something else has found already: each is asked whose it is. */
export const esSuyo = ({ personaId }: Usuario): SQL =>
  sql`(+creador_id = ${personaId} OR EXISTS (SELECT 1 FROM seguidores s WHERE s.reclamo_id = reclamos.id AND s.persona_id = ${personaId}))`;

/**
 * What somebody reported or follows as a table of ids (mid), latest first: two ordered reads merged row by row, so that who
 * reads a page of it reads no more than that. The LIMIT that limits nothing is what keeps its order in a join.
 * @param antes only ids below
 */
export function losSuyos({ personaId }: Usuario, antes: number | undefined): SQL {
  const bajo = (columna: string) =>
    antes === undefined ? sql`` : sql` AND ${sql.raw(columna)} < ${antes}`;
  return sql`(SELECT id AS mid FROM reclamos WHERE creador_id = ${personaId}${bajo("id")}
    UNION SELECT reclamo_id FROM seguidores WHERE persona_id = ${personaId}${bajo("reclamo_id")} ORDER BY 1 DESC LIMIT -1)`;
}

type DeHecho = Pick<Condiciones, "hecho" | "hecho_desde" | "hecho_hasta">;

/** What it says of a row `h` of cifras_hechos. */
const esElHecho = (f: DeHecho): SQL =>
  sql`h.hecho = ${f.hecho} AND h.en >= ${f.hecho_desde ?? 0} AND h.en < ${f.hecho_hasta ?? Number.MAX_SAFE_INTEGER}`;

/**
 * The reclamos to which it happened as a table of ids (hid) and times (hen), the latest first; one to which it happened
 * twice counts by the last. Read as far as a page needs, like `losSuyos`.
 * @param antes only what comes after this place
 */
export function losDelHecho(f: DeHecho, antes: number[] | null): SQL {
  const [en, id] = antes ?? [];
  const desde = en === undefined ? sql`` : sql` AND (h.en, h.reclamo_id) < (${en}, ${id})`;
  return sql`(SELECT h.reclamo_id AS hid, h.en AS hen FROM cifras_hechos h WHERE ${esElHecho(f)}${desde}
    AND NOT EXISTS (SELECT 1 FROM cifras_hechos m WHERE m.reclamo_id = h.reclamo_id AND m.hecho = h.hecho AND m.en > h.en
      AND m.en < ${f.hecho_hasta ?? Number.MAX_SAFE_INTEGER})
    ORDER BY h.en DESC, h.reclamo_id DESC LIMIT -1)`;
}

/**
 * The filter as conditions, in the words of the partial indexes. Order `vence` is about open ones, unless a closed estado is
 * asked for.
 * @param guia what leads to the rows: the filter itself, or something narrower, whose index a plus before each column keeps
 *   SQLite from leaving for another one
 */
export function condiciones(
  f: Condiciones,
  orden: Orden = "reciente",
  guia: "filtro" | "otra" = "filtro",
): (SQL | undefined)[] {
  const col = (nombre: string) => sql.raw(guia === "otra" ? `+${nombre}` : nombre);
  const cerrado = f.cerrados || (f.estado !== undefined && !estaAbierto(f.estado));
  return [
    f.ids && sql`id IN (SELECT value FROM json_each(${JSON.stringify(f.ids)}))`,
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
    f.hecho &&
      orden !== "hecho" &&
      sql`EXISTS (SELECT 1 FROM cifras_hechos h WHERE h.reclamo_id = reclamos.id AND ${esElHecho(f)})`,
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
