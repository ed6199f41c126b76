import { eq } from "drizzle-orm";
import type * as z from "zod/mini";
import type { CUERPOS } from "../../../contract/esquemas/pedidos.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { schema } from "../../db/client.ts";
import type { Ctx } from "../contexto.ts";
import { sinPermiso } from "../fallo.ts";
import { abrir, cambiar } from "./cambio.ts";
import type { Ref } from "./lectura.ts";
import { esPersonal } from "./vista.ts";

const { reclamos } = schema;

/** A word to the other side, or, among staff, an internal note that no vecino ever sees. */
export async function comentarReclamo(
  ctx: Ctx,
  ref: Ref,
  pedido: z.infer<(typeof CUERPOS)["comentar"]>,
): Promise<Reclamo> {
  const a = await abrir(ctx, ref, "comentar");
  const personal = esPersonal(a.son);
  if (pedido.interno && !personal) throw sinPermiso();
  return cambiar(ctx, a, {
    guarda: ctx.db
      .update(reclamos)
      .set({ actualizado_en: ctx.ahora })
      .where(eq(reclamos.id, a.reclamo.id)),
    interno: pedido.interno,
    texto: pedido.texto,
    fotos: { ids: pedido.fotos, momento: personal ? "despues" : "antes" },
  });
}
