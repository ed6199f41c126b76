import { sql } from "drizzle-orm";
import type * as z from "zod/mini";
import type { CUERPOS } from "../../../contract/esquemas/pedidos.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { aMano } from "../../db/client.ts";
import { anotar } from "../auditoria/anotar.ts";
import type { Ctx } from "../contexto.ts";
import { abrir, cambiar } from "./cambio.ts";
import type { Ref } from "./lectura.ts";

/** What of it was taken from the public's view, without the words. */
const tapado = (x: {
  oculto: boolean;
  titulo_publico?: string | null | undefined;
  descripcion_publica?: string | null | undefined;
  fotos_ocultas: number[];
}) => ({
  oculto: x.oculto,
  redactado: x.titulo_publico != null || x.descripcion_publica != null,
  fotos_ocultas: x.fotos_ocultas,
});

/** Hides or redacts what the public sees. Nothing is lost: the same action undoes it. */
export async function moderarReclamo(
  ctx: Ctx,
  ref: Ref,
  pedido: z.infer<(typeof CUERPOS)["moderar"]>,
): Promise<Reclamo> {
  const a = await abrir(ctx, ref, "moderar", { version: pedido.version });
  const ocultas = JSON.stringify(pedido.fotos_ocultas ?? []);
  return cambiar(ctx, a, {
    set: {
      oculto: pedido.oculto,
      titulo_publico: pedido.titulo_publico ?? null,
      descripcion_publica: pedido.descripcion_publica ?? null,
    },
    datos: { oculto: pedido.oculto },
    texto: pedido.motivo,
    ademas: [
      aMano(
        ctx.db,
        sql`
        UPDATE fotos SET oculta = id IN (SELECT value FROM json_each(${ocultas}))
        WHERE reclamo_id = ${a.reclamo.id}`,
      ),
      ...anotar(ctx, {
        accion: "moderacion",
        sobre: { objeto: "reclamo", id: a.reclamo.id },
        antes: tapado({
          ...a.reclamo,
          fotos_ocultas: a.fotos.filter((f) => f.oculta).map((f) => f.id),
        }),
        despues: tapado({ ...pedido, fotos_ocultas: pedido.fotos_ocultas ?? [] }),
      }),
    ],
  });
}
