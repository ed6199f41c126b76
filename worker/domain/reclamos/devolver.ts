import type * as z from "zod/mini";
import type { CUERPOS } from "../../../contract/esquemas/pedidos.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import type { Ctx } from "../contexto.ts";
import { abrir, cambiar } from "./cambio.ts";
import type { Ref } from "./lectura.ts";

/** The crew can't: back to the unassigned ones, with the reason for staff. */
export async function devolverReclamo(
  ctx: Ctx,
  ref: Ref,
  pedido: z.infer<(typeof CUERPOS)["devolver"]>,
): Promise<Reclamo> {
  const a = await abrir(ctx, ref, "devolver", { version: pedido.version });
  return cambiar(ctx, a, {
    set: { cuadrilla_id: null, programado_para: null },
    datos: { cuadrilla_anterior_id: a.reclamo.cuadrilla_id },
    texto: pedido.motivo,
  });
}
