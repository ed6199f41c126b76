import { sql } from "drizzle-orm";
import type * as z from "zod/mini";
import type { CUERPOS } from "../../../contract/esquemas/pedidos.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { aMano } from "../../db/client.ts";
import type { Ctx } from "../contexto.ts";
import { abrir, cambiar } from "./cambio.ts";
import type { Ref } from "./lectura.ts";

/** The creator says whether it is really fixed, once a ciclo. */
export async function confirmarReclamo(
  ctx: Ctx,
  ref: Ref,
  pedido: z.infer<(typeof CUERPOS)["confirmar"]>,
): Promise<Reclamo> {
  const a = await abrir(ctx, ref, "confirmar");
  const r = a.reclamo;
  return cambiar(ctx, a, {
    guarda: aMano(
      ctx.db,
      sql`
      INSERT OR IGNORE INTO calificaciones (reclamo_id, ciclo, conforme, estrellas, en)
      SELECT id, ciclo, ${pedido.conforme ? 1 : 0}, ${pedido.estrellas}, ${ctx.ahora}
      FROM reclamos WHERE id = ${r.id} AND ciclo = ${r.ciclo} AND estado = 'resuelto'`,
    ),
    datos: { conforme: pedido.conforme, estrellas: pedido.estrellas },
    texto: pedido.comentario,
  });
}
