import { eq } from "drizzle-orm";
import type * as z from "zod/mini";
import type { CUERPOS } from "../../../contract/esquemas/pedidos.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { LIMITES } from "../../../contract/limites.ts";
import { schema } from "../../db/client.ts";
import type { Ctx } from "../contexto.ts";
import { falloDeCampo } from "../fallo.ts";
import { abrir, cambiar } from "./cambio.ts";
import type { Ref } from "./lectura.ts";

const { cuadrillas } = schema;

/** Gives it to a cuadrilla, or to another one. Note and motivo are for staff. */
export async function asignarReclamo(
  ctx: Ctx,
  ref: Ref,
  pedido: z.infer<(typeof CUERPOS)["asignar"]>,
): Promise<Reclamo> {
  const a = await abrir(ctx, ref, "asignar", {
    version: pedido.version,
    extras: [ctx.db.select().from(cuadrillas).where(eq(cuadrillas.id, pedido.cuadrilla_id))],
  });
  if (a.repetido) return a.repetido;
  const [cuadrilla] = a.extra[0];
  if (!cuadrilla?.activa) throw falloDeCampo("cuadrilla_id", "Elegí una cuadrilla activa.");
  if (a.reclamo.estado !== "nuevo" && [...(pedido.motivo ?? "")].length < LIMITES.motivoMin)
    throw falloDeCampo(
      "motivo",
      `Ya estaba asignado: decí por qué cambia, en al menos ${LIMITES.motivoMin} caracteres.`,
    );
  const anterior = a.reclamo.cuadrilla_id;
  return cambiar(ctx, a, {
    set: { cuadrilla_id: cuadrilla.id, programado_para: pedido.programado_para ?? null },
    datos: {
      cuadrilla_id: cuadrilla.id,
      ...(anterior !== null && anterior !== cuadrilla.id
        ? { cuadrilla_anterior_id: anterior }
        : {}),
      ...(pedido.programado_para ? { programado_para: pedido.programado_para } : {}),
    },
    texto: [pedido.motivo, pedido.nota].filter(Boolean).join("\n\n"),
  });
}
