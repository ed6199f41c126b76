import { eq, sql } from "drizzle-orm";
import type * as z from "zod/mini";
import type { CUERPOS } from "../../../contract/esquemas/pedidos.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { aMano, type Db, type Sentencia, schema } from "../../db/client.ts";
import type { Ctx } from "../contexto.ts";
import { falloDeCampo } from "../fallo.ts";
import { abrir, cambiar } from "./cambio.ts";
import type { Ref } from "./lectura.ts";

const { reclamos } = schema;

/** Closes it without a repair, with an honest reason. A duplicate's people follow the original from then on. */
export async function rechazarReclamo(
  ctx: Ctx,
  ref: Ref,
  pedido: z.infer<(typeof CUERPOS)["rechazar"]>,
): Promise<Reclamo> {
  const originalId = pedido.motivo === "duplicado" ? (pedido.original_id ?? 0) : 0;
  const a = await abrir(ctx, ref, "rechazar", {
    version: pedido.version,
    extras: [ctx.db.select().from(reclamos).where(eq(reclamos.id, originalId))],
  });
  if (a.repetido) return a.repetido;
  const [original] = a.extra[0];
  if (pedido.motivo === "duplicado") {
    if (!original) throw falloDeCampo("original_id", "No hay un reclamo con ese número.");
    if (original.id === a.reclamo.id)
      throw falloDeCampo("original_id", "No puede ser duplicado de sí mismo.");
    if (original.original_id !== null)
      throw falloDeCampo(
        "original_id",
        `El #${original.id} también es un duplicado: poné el #${original.original_id}.`,
      );
  }
  const organismo = pedido.motivo === "fuera_de_jurisdiccion" ? `${pedido.organismo}\n\n` : "";
  return cambiar(ctx, a, {
    set: {
      cerrado_en: ctx.ahora,
      motivo_rechazo: pedido.motivo,
      original_id: original?.id ?? null,
    },
    datos: {
      motivo: pedido.motivo,
      ...(a.reclamo.cuadrilla_id === null ? {} : { cuadrilla_id: a.reclamo.cuadrilla_id }),
      ...(original ? { original_id: original.id } : {}),
    },
    texto: `${organismo}${pedido.texto}`,
    ademas: original ? sumarATodos(ctx.db, a.reclamo.id, original.id, ctx.ahora) : [],
  });
}

/** The duplicate's creator and followers, joined to the original. */
function sumarATodos(db: Db, duplicadoId: number, originalId: number, ahora: number): Sentencia[] {
  return [
    aMano(
      db,
      sql`
      INSERT OR IGNORE INTO seguidores (reclamo_id, persona_id, desde)
      SELECT ${originalId}, persona_id, ${ahora} FROM (
        SELECT persona_id FROM seguidores WHERE reclamo_id = ${duplicadoId}
        UNION SELECT creador_id FROM reclamos WHERE id = ${duplicadoId}
      ) WHERE persona_id <> (SELECT creador_id FROM reclamos WHERE id = ${originalId})`,
    ),
    aMano(
      db,
      sql`
      UPDATE reclamos SET seguidores = (SELECT count(*) FROM seguidores WHERE reclamo_id = ${originalId})
      WHERE id = ${originalId}`,
    ),
  ];
}
