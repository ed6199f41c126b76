import type * as z from "zod/mini";
import type { CUERPOS } from "../../../contract/esquemas/pedidos.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import type { Ctx } from "../contexto.ts";
import { abrir, cambiar } from "./cambio.ts";
import type { Ref } from "./lectura.ts";

/** The crew starts to work on it. */
export async function iniciarReclamo(
  ctx: Ctx,
  ref: Ref,
  pedido: z.infer<(typeof CUERPOS)["iniciar"]>,
): Promise<Reclamo> {
  const a = await abrir(ctx, ref, "iniciar", { version: pedido.version });
  return cambiar(ctx, a, { datos: { cuadrilla_id: a.reclamo.cuadrilla_id } });
}
