import { and, desc, eq, lt, sql } from "drizzle-orm";
import type * as z from "zod/mini";
import type { Correo, filtroCorreos } from "../../../contract/esquemas/avisos.ts";
import { schema } from "../../db/client.ts";
import { anotar } from "../auditoria/anotar.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { cursorDe, leerCursor } from "../reclamos/cursor.ts";
import { actorVigente, sentenciaActor, vigente } from "../reclamos/lectura.ts";
import { vistaCorreo } from "./internal.ts";

const { correos } = schema;

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
          filtro.estado && eq(correos.estado, filtro.estado),
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
