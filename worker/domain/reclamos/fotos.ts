import { sql } from "drizzle-orm";
import { LIMITES } from "../../../contract/limites.ts";
import type { MomentoFoto } from "../../../contract/vocabulario.ts";
import { schema } from "../../db/client.ts";
import type { Ctx } from "../contexto.ts";
import { falloDeCampo } from "../fallo.ts";
import type { FilaFoto } from "./lectura.ts";

/** @throws Fallo datos_invalidos when some of these photos are not the actor's own loose ones */
export async function exigirFotosPropias(
  ctx: Ctx,
  usuarioId: number,
  ids: readonly number[],
): Promise<void> {
  if (ids.length === 0) return;
  const [fila] = await ctx.db
    .select({ n: sql<number>`count(*)` })
    .from(schema.fotos)
    .where(
      sql`id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND subida_por = ${usuarioId} AND reclamo_id IS NULL`,
    );
  if (fila?.n !== ids.length)
    throw falloDeCampo("fotos", "Alguna foto no está o ya se usó. Subila de nuevo.");
}

/** @throws Fallo datos_invalidos when the reclamo has no room for so many more of that moment */
export function exigirLugar(
  fotos: readonly FilaFoto[],
  nuevas: { ids: readonly number[]; momento: MomentoFoto },
): void {
  const hay = fotos.filter((f) => f.momento === nuevas.momento).length;
  const quedan = Math.max(0, LIMITES.fotosPorMomentoMax - hay);
  if (nuevas.ids.length > quedan)
    throw falloDeCampo("fotos", `Ya hay ${hay} fotos: podés sumar hasta ${quedan} más.`);
}
