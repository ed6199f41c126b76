import { and, desc, eq, gt, ne } from "drizzle-orm";
import type { Sesion } from "../../../contract/esquemas/enlaces.ts";
import { schema } from "../../db/client.ts";
import { anotar, SI_CAMBIO } from "../auditoria/anotar.ts";
import { type Ctx, exigirUsuario } from "../contexto.ts";
import { noEncontrado } from "../fallo.ts";
import { actorVigente, sentenciaActor, vigente } from "../reclamos/lectura.ts";
import { iso } from "../tiempo.ts";

const { sesiones } = schema;

const segundos = (d: Date): number => Math.floor(d.getTime() / 1000);

/** Where the actor is signed in, the latest used first. @throws Fallo sin_sesion */
export async function listarSesiones(ctx: Ctx): Promise<Sesion[]> {
  const usuario = exigirUsuario(ctx);
  const [cuenta, filas] = await ctx.db.batch([
    sentenciaActor(ctx.db, usuario),
    ctx.db
      .select()
      .from(sesiones)
      .where(
        and(eq(sesiones.userId, usuario.id), gt(sesiones.expiresAt, new Date(ctx.ahora * 1000))),
      )
      .orderBy(desc(sesiones.updatedAt)),
  ]);
  actorVigente(usuario, cuenta);
  return filas.map((f) => ({
    id: f.id,
    agente: f.userAgent ?? "",
    creado_en: iso(segundos(f.createdAt)),
    usada_en: iso(segundos(f.updatedAt)),
    esta: f.id === usuario.sesionId,
  }));
}

/**
 * Ends one of the actor's sessions, or all but the one that asks.
 * @returns those that were ended, whose sockets are to be closed
 * @throws Fallo sin_sesion; no_encontrado for one that is not theirs
 */
export async function cerrarSesiones(
  ctx: Ctx,
  cuales: number | "las_demas",
): Promise<{ usuarioId: number; cerradas: number[] }> {
  const { db } = ctx;
  const usuario = exigirUsuario(ctx);
  const esas =
    cuales === "las_demas" ? ne(sesiones.id, usuario.sesionId ?? 0) : eq(sesiones.id, cuales);
  const [cuenta, cerradas] = await db.batch([
    sentenciaActor(db, usuario),
    db
      .delete(sesiones)
      // Not by a session that was itself ended, whose cookie is warm for a minute.
      .where(and(eq(sesiones.userId, usuario.id), esas, vigente(usuario)))
      .returning({ id: sesiones.id }),
    ...anotar(ctx, {
      accion: "sesion_cerrada",
      sobre: { objeto: "usuario", id: usuario.id },
      si: SI_CAMBIO,
    }),
  ]);
  actorVigente(usuario, cuenta);
  if (cuales !== "las_demas" && cerradas.length === 0)
    throw noEncontrado("Esa sesión ya no está abierta.");
  return { usuarioId: usuario.id, cerradas: cerradas.map((s) => s.id) };
}
