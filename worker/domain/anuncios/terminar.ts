import { type SQL, sql } from "drizzle-orm";
import type { Anuncio } from "../../../contract/esquemas/avisos.ts";
import { aMano, type Db, leerAMano } from "../../db/client.ts";
import { saldar } from "../../db/entregas.ts";
import { anotar, SI_CAMBIO } from "../auditoria/anotar.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { Fallo } from "../fallo.ts";
import { actorVigente, sentenciaActor, vigente } from "../reclamos/lectura.ts";
import { VIDA_SEGUNDOS } from "./internal.ts";
import { verAnuncio } from "./listar.ts";

/**
 * Ends them: not shown in public, nobody more gets it, also when it had been given up, and its mails that wait do not go. What
 * arrived stays in the inboxes.
 */
function terminar(db: Db, cuales: SQL, ahora: number) {
  const eventos = sql`SELECT evento_id FROM anuncios WHERE estado <> 'terminado' AND ${cuales}`;
  return [
    saldar(db, eventos, ahora),
    aMano(
      db,
      sql`UPDATE eventos SET despachado_en = coalesce(despachado_en, ${ahora}), proximo_en = NULL, aparcado_en = NULL
      WHERE id IN (${eventos})`,
    ),
    leerAMano<{ id: number }>(
      db,
      sql`UPDATE anuncios SET estado = 'terminado', terminado_en = ${ahora}
      WHERE estado <> 'terminado' AND ${cuales} RETURNING id`,
    ),
  ] as const;
}

/** Ends one before its time. @throws Fallo sin_sesion, sin_permiso, no_encontrado, estado_no_permite when it had ended */
export async function terminarAnuncio(ctx: Ctx, id: number): Promise<Anuncio> {
  const admin = exigirRol(ctx, "admin");
  const [cuenta, , , hechos] = await ctx.db.batch([
    sentenciaActor(ctx.db, admin),
    ...terminar(ctx.db, sql`id = ${id} AND ${vigente(admin)}`, ctx.ahora),
    ...anotar(ctx, {
      accion: "ajuste",
      sobre: { objeto: "anuncio", id },
      despues: { estado: "terminado" },
      si: SI_CAMBIO,
    }),
  ]);
  actorVigente(admin, cuenta);
  const anuncio = await verAnuncio(ctx, id);
  if (hechos.length === 0) throw new Fallo("estado_no_permite", "Ese anuncio ya había terminado.");
  return anuncio;
}

/** By the clock: ends those whose end has come. @returns how many */
export async function terminarVencidos(db: Db, ahora: number): Promise<number> {
  const [, , hechos] = await db.batch(
    terminar(db, sql`coalesce(vence_en, publicar_en + ${VIDA_SEGUNDOS}) <= ${ahora}`, ahora),
  );
  return hechos.length;
}
