import type * as z from "zod/mini";
import type { CUERPOS } from "../../../contract/esquemas/pedidos.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import type { Ctx } from "../contexto.ts";
import { abrir, cambiar } from "./cambio.ts";
import type { Ref } from "./lectura.ts";

/** It is repaired: what was done, for everyone to read, and photos of after. */
export async function resolverReclamo(
  ctx: Ctx,
  ref: Ref,
  pedido: z.infer<(typeof CUERPOS)["resolver"]>,
): Promise<Reclamo> {
  const a = await abrir(ctx, ref, "resolver", { version: pedido.version });
  return cambiar(ctx, a, {
    set: { cerrado_en: ctx.ahora },
    datos: { cuadrilla_id: a.reclamo.cuadrilla_id },
    texto: pedido.solucion,
    fotos: { ids: pedido.fotos, momento: "despues" },
  });
}
