import type * as z from "zod/mini";
import type { CUERPOS } from "../../../contract/esquemas/pedidos.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import type { Ctx } from "../contexto.ts";
import { abrir, cambiar } from "./cambio.ts";
import type { Ref } from "./lectura.ts";
import { sentenciaPlazoDe, venceEn } from "./plazo.ts";

/** "Sigue igual": a new ciclo with a new promise, nobody assigned. */
export async function reabrirReclamo(
  ctx: Ctx,
  ref: Ref,
  pedido: z.infer<(typeof CUERPOS)["reabrir"]>,
): Promise<Reclamo> {
  const a = await abrir(ctx, ref, "reabrir", {
    version: pedido.version,
    extras: [sentenciaPlazoDe(ctx.db, ref)],
  });
  if (a.repetido) return a.repetido;
  return cambiar(ctx, a, {
    set: {
      ciclo: a.reclamo.ciclo + 1,
      ciclo_desde: ctx.ahora,
      vence_en: venceEn(ctx.ahora, a.reclamo.prioridad, a.extra[0][0]),
      cuadrilla_id: null,
      programado_para: null,
      cerrado_en: null,
      demorado_en: null,
      motivo_rechazo: null,
      original_id: null,
    },
    datos: a.reclamo.cuadrilla_id === null ? {} : { cuadrilla_anterior_id: a.reclamo.cuadrilla_id },
    texto: pedido.comentario,
    fotos: { ids: pedido.fotos, momento: "antes" },
  });
}
