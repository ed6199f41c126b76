import { and, desc, eq, lt, type SQL, sql } from "drizzle-orm";
import type * as z from "zod/mini";
import type { Correo, filtroCorreos } from "../../../contract/esquemas/avisos.ts";
import type { EstadoCorreo } from "../../../contract/vocabulario.ts";
import { schema } from "../../db/client.ts";
import { CORREO_FALLIDO, CORREO_PENDIENTE, CORREO_RARO } from "../../db/schema/eventos.ts";
import { anotar } from "../auditoria/anotar.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { cursorDe, leerCursor } from "../reclamos/cursor.ts";
import { actorVigente, sentenciaActor, vigente } from "../reclamos/lectura.ts";
import { vistaCorreo } from "./internal.ts";

const { correos } = schema;

/**
 * The words of the index that finds each rare state; the others are common enough to be met on the way. Those that wait are
 * few, in an index of another order: they are taken out of it first, or SQLite would walk the whole log for its own.
 */
const ESPERAN = `id IN (SELECT id FROM correos INDEXED BY correos_pendientes WHERE ${CORREO_PENDIENTE})`;
const RAROS: Partial<Record<EstadoCorreo, string>> = {
  pendiente: ESPERAN,
  reintentando: ESPERAN,
  fallido: CORREO_FALLIDO,
  incierto: CORREO_RARO,
  suprimido: CORREO_RARO,
};

const enEstado = (estado: EstadoCorreo): SQL | undefined =>
  and(eq(correos.estado, estado), RAROS[estado] ? sql.raw(RAROS[estado]) : undefined);

/** The log of mail, newest first. For admins: it holds addresses. @throws Fallo sin_sesion, sin_permiso, datos_invalidos */
export async function listarCorreos(
  ctx: Ctx,
  filtro: z.infer<typeof filtroCorreos>,
): Promise<{ items: Correo[]; cursor: string | null }> {
  const admin = exigirRol(ctx, "admin");
  const [antes] = leerCursor(filtro.cursor, 1) ?? [];
  const [cuenta, filas] = await ctx.db.batch([
    sentenciaActor(ctx.db, admin),
    ctx.db
      .select()
      .from(correos)
      .where(
        and(
          antes === undefined ? undefined : lt(correos.id, antes),
          filtro.estado && enEstado(filtro.estado),
          filtro.reclamo_id === undefined ? undefined : eq(correos.reclamo_id, filtro.reclamo_id),
          filtro.q ? sql`instr(lower(${correos.para}), ${filtro.q.toLowerCase()}) > 0` : undefined,
        ),
      )
      .orderBy(desc(correos.id))
      .limit(filtro.limite + 1),
    ...anotar(ctx, {
      accion: "lectura",
      sobre: { objeto: "correo", id: null },
      despues: { estado: filtro.estado, reclamo_id: filtro.reclamo_id, q: filtro.q },
      si: vigente(admin),
    }),
  ]);
  actorVigente(admin, cuenta);
  const items = filas.slice(0, filtro.limite).map(vistaCorreo);
  const ultimo = items.at(-1);
  return { items, cursor: filas.length > filtro.limite && ultimo ? cursorDe([ultimo.id]) : null };
}
