import { and, eq, sql } from "drizzle-orm";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { aMano, type Db, schema } from "../../db/client.ts";
import type { Ctx } from "../contexto.ts";
import { abrir, cambiar } from "./cambio.ts";
import type { Ref } from "./lectura.ts";

const { seguidores } = schema;

const contarSeguidores = (db: Db, id: number) =>
  aMano(
    db,
    sql`UPDATE reclamos SET seguidores = (SELECT count(*) FROM seguidores WHERE reclamo_id = ${id}) WHERE id = ${id}`,
  );

/** "A mí también": a vecino joins, and hears of each step from then on. */
export async function sumarseAReclamo(ctx: Ctx, ref: Ref): Promise<Reclamo> {
  const a = await abrir(ctx, ref, "sumarse");
  return cambiar(ctx, a, {
    guarda: aMano(
      ctx.db,
      sql`
      INSERT OR IGNORE INTO seguidores (reclamo_id, persona_id, desde)
      SELECT id, ${a.actor.personaId}, ${ctx.ahora} FROM reclamos WHERE id = ${a.reclamo.id} AND cerrado_en IS NULL`,
    ),
    ademas: [contarSeguidores(ctx.db, a.reclamo.id)],
  });
}

/** Stops following. */
export async function dejarReclamo(ctx: Ctx, ref: Ref): Promise<Reclamo> {
  const a = await abrir(ctx, ref, "dejar");
  return cambiar(ctx, a, {
    guarda: ctx.db
      .delete(seguidores)
      .where(
        and(eq(seguidores.reclamo_id, a.reclamo.id), eq(seguidores.persona_id, a.actor.personaId)),
      ),
    ademas: [contarSeguidores(ctx.db, a.reclamo.id)],
  });
}
