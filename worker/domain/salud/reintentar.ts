import { type SQL, sql } from "drizzle-orm";
import type { ListaAReintentar } from "../../../contract/esquemas/salud.ts";
import { SALUD_MAX } from "../../../contract/esquemas/salud.ts";
import { YA_NO_CORRESPONDE } from "../../../contract/eventos.ts";
import { aMano, leerAMano } from "../../db/client.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { reenviarFallidos } from "../correos/reenviar.ts";
import { Fallo, noEncontrado } from "../fallo.ts";
import { actorVigente, sentenciaActor, vigente } from "../reclamos/lectura.ts";

const PERDIDA = sql`estado = 'fallido' AND error IS NOT ${YA_NO_CORRESPONDE}`;

/** Opens these eventos again, with all their attempts before them, and what they still owe. @returns their ids */
async function abrir(ctx: Ctx, cuales: SQL): Promise<number[]> {
  const admin = exigirRol(ctx, "admin");
  const [cuenta, abiertos] = await ctx.db.batch([
    sentenciaActor(ctx.db, admin),
    leerAMano<{ id: number }>(
      ctx.db,
      sql`UPDATE eventos SET despachado_en = NULL, aparcado_en = NULL, proximo_en = NULL, intentos = 0, error = NULL
        WHERE id IN (${cuales}) AND ${vigente(admin)} RETURNING id`,
    ),
    aMano(
      ctx.db,
      sql`UPDATE entregas SET estado = 'pendiente', error = NULL, en = ${ctx.ahora} WHERE ${PERDIDA} AND ${vigente(admin)}
        AND evento_id IN (SELECT id FROM eventos WHERE despachado_en IS NULL)`,
    ),
  ]);
  actorVigente(admin, cuenta);
  return abiertos.map((f) => f.id);
}

/**
 * Tries an evento again for everyone that it did not reach; its id goes to `ctx.hechos`, so dispatch follows.
 * @throws Fallo sin_sesion, sin_permiso, no_encontrado, estado_no_permite (nobody is owed it)
 */
export async function reintentarEvento(ctx: Ctx, id: number): Promise<{ id: number }> {
  const [hecho] = await abrir(
    ctx,
    sql`SELECT id FROM eventos WHERE id = ${id} AND (despachado_en IS NULL OR aparcado_en IS NOT NULL
      OR EXISTS (SELECT 1 FROM entregas WHERE evento_id = eventos.id AND ${PERDIDA}))`,
  );
  if (hecho === undefined) {
    const [existe] = await ctx.db.all(sql`SELECT 1 FROM eventos WHERE id = ${id}`);
    if (!existe) throw noEncontrado();
    throw new Fallo("estado_no_permite", "De eso no queda nada por entregar.");
  }
  ctx.hechos.push(hecho);
  return { id: hecho };
}

const CUALES = {
  aparcados: sql`SELECT id FROM eventos WHERE aparcado_en IS NOT NULL`,
  entregas: sql`SELECT id FROM eventos WHERE aparcado_en IS NULL AND id IN (SELECT evento_id FROM entregas WHERE ${PERDIDA})`,
};

/**
 * Tries again what a list holds, as after an outage. The sweep takes it, some at a time.
 * @param ids those that the screen lists; without, the oldest
 * @throws Fallo sin_sesion, sin_permiso
 */
export async function reintentarLista(
  ctx: Ctx,
  lista: ListaAReintentar,
  ids: readonly number[] | undefined,
): Promise<{ eventos: number; correos: number }> {
  if (lista === "correos") return { eventos: 0, correos: await reenviarFallidos(ctx, ids) };
  const cuales = ids
    ? sql`${CUALES[lista]} AND id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
    : sql`${CUALES[lista]} ORDER BY aparcado_en, id LIMIT ${SALUD_MAX}`;
  return { eventos: (await abrir(ctx, cuales)).length, correos: 0 };
}
