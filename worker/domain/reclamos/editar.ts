import type * as z from "zod/mini";
import type { reclamoCambio } from "../../../contract/esquemas/pedidos.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import type { Ctx } from "../contexto.ts";
import { indexar } from "./busqueda.ts";
import { abrir, cambiar } from "./cambio.ts";
import type { Ref } from "./lectura.ts";
import { sentenciasLugar, ubicar } from "./lugar.ts";

/** The creator corrects it while nobody has taken it. */
export async function editarReclamo(
  ctx: Ctx,
  ref: Ref,
  pedido: z.infer<typeof reclamoCambio>,
): Promise<Reclamo> {
  const a = await abrir(ctx, ref, "editar", {
    version: pedido.version,
    extras: sentenciasLugar(ctx.db),
  });
  if (a.repetido) return a.repetido;
  const [[ciudad], zonas] = a.extra;
  const { titulo, descripcion, direccion } = pedido;
  return cambiar(ctx, a, {
    // Without a point the place stays; `lat: null` takes it away.
    set: {
      titulo,
      descripcion,
      direccion,
      ...(pedido.lat === undefined ? {} : ubicar(pedido, ciudad, zonas)),
    },
    fotos: { ids: pedido.fotos, momento: "antes" },
    ademas: [indexar(ctx.db, a.reclamo.id, { titulo, descripcion, direccion })],
  });
}
