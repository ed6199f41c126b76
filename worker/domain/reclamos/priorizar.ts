import { eq } from "drizzle-orm";
import type * as z from "zod/mini";
import type { CUERPOS } from "../../../contract/esquemas/pedidos.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { schema } from "../../db/client.ts";
import type { Ctx } from "../contexto.ts";
import { falloDeCampo } from "../fallo.ts";
import { abrir, cambiar } from "./cambio.ts";
import type { Ref } from "./lectura.ts";
import { sentenciaPlazo, sentenciaPlazoDe, venceEn } from "./plazo.ts";

const { categorias } = schema;

/** A new promise; it is no longer overdue when it falls later than now. */
const conPlazoNuevo = (vence_en: number, demorado_en: number | null, ahora: number) => ({
  vence_en,
  demorado_en: vence_en > ahora ? null : demorado_en,
});

/** Sets its priority, and with it the promised date. */
export async function priorizarReclamo(
  ctx: Ctx,
  ref: Ref,
  pedido: z.infer<(typeof CUERPOS)["priorizar"]>,
): Promise<Reclamo> {
  const a = await abrir(ctx, ref, "priorizar", {
    version: pedido.version,
    extras: [sentenciaPlazoDe(ctx.db, ref)],
  });
  if (a.repetido) return a.repetido;
  const r = a.reclamo;
  const vence = venceEn(r.ciclo_desde, pedido.prioridad, a.extra[0][0]);
  return cambiar(ctx, a, {
    set: { prioridad: pedido.prioridad, ...conPlazoNuevo(vence, r.demorado_en, ctx.ahora) },
    datos: { prioridad: pedido.prioridad, prioridad_anterior: r.prioridad },
  });
}

/** Moves it to another category, and with it the promised date. */
export async function reclasificarReclamo(
  ctx: Ctx,
  ref: Ref,
  pedido: z.infer<(typeof CUERPOS)["reclasificar"]>,
): Promise<Reclamo> {
  const a = await abrir(ctx, ref, "reclasificar", {
    version: pedido.version,
    extras: [
      ctx.db.select().from(categorias).where(eq(categorias.id, pedido.categoria_id)),
      sentenciaPlazo(ctx.db, pedido.categoria_id),
    ],
  });
  if (a.repetido) return a.repetido;
  const r = a.reclamo;
  const [[categoria], [plazo]] = a.extra;
  if (!categoria?.activa) throw falloDeCampo("categoria_id", "Elegí una categoría de la lista.");
  if (categoria.id === r.categoria_id)
    throw falloDeCampo("categoria_id", "Ya está en esa categoría.");
  return cambiar(ctx, a, {
    set: {
      categoria_id: categoria.id,
      ...conPlazoNuevo(venceEn(r.ciclo_desde, r.prioridad, plazo), r.demorado_en, ctx.ahora),
    },
    datos: { categoria_id: categoria.id, categoria_anterior_id: r.categoria_id },
    texto: pedido.motivo,
  });
}
