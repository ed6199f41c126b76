import { type SQL, sql } from "drizzle-orm";
import type { Usuario } from "../../../contract/acciones.ts";
import type { FiltroReclamos } from "../../../contract/esquemas/pedidos.ts";
import { estaAbierto } from "../../../contract/vocabulario.ts";

/** What a filter says of the reclamos, whichever page of them is asked for. */
export type Condiciones = Omit<FiltroReclamos, "limite" | "cursor" | "orden" | "q">;

/** The orders that a list has; `cierre` is that of the closed ones of a span of time. */
export type Orden = FiltroReclamos["orden"] | "cierre";

const condicion = (texto: string): SQL => sql.raw(texto);

/** What the role may see at all, whatever the filter asks. */
export function alcance(actor: Usuario, filtro: Pick<Condiciones, "mios">): SQL | undefined {
  if (actor.rol === "vecino" || filtro.mios)
    return sql`id IN (SELECT id FROM reclamos WHERE creador_id = ${actor.personaId}
      UNION SELECT reclamo_id FROM seguidores WHERE persona_id = ${actor.personaId})`;
  // The crew of now: the session may be older than a change of it.
  if (actor.rol === "cuadrilla")
    return sql`cuadrilla_id = (SELECT cuadrilla_id FROM usuarios WHERE id = ${actor.id})`;
  return undefined;
}

/** The filter as conditions, in the words of the partial indexes. Order `vence` is about open ones, unless a closed estado is asked for. */
export function condiciones(f: Condiciones, orden: Orden = "reciente"): (SQL | undefined)[] {
  // Order `cierre` walks its own index: a plus keeps SQLite from choosing another one and sorting all of it.
  const col = (nombre: string) => sql.raw(orden === "cierre" ? `+${nombre}` : nombre);
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
