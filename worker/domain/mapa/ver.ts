import type { ConsultaMapa, VistaMapa } from "../../../contract/esquemas/mapa.ts";
import type { Ctx } from "../contexto.ts";
import { armarPines, sentenciasPines } from "./grupos.ts";
import { mirar } from "./internal.ts";
import { armarLista, sentenciasLista } from "./lista.ts";

/**
 * A piece of the public map, for anyone: pins and numbers from the roll-up (at most a minute old), each lone reclamo and each
 * of the list from its own row, so that what is private, hidden or rejected never shows. In one trip, at a bounded cost.
 */
export async function verMapa(ctx: Ctx, q: ConsultaMapa): Promise<VistaMapa> {
  const m = mirar(q, ctx.ahora);
  const [enCeldas, sueltas, ...lista] = await ctx.db.batch([
    ...sentenciasPines(ctx.db, m),
    ...sentenciasLista(ctx.db, m),
  ]);
  return {
    ...armarPines(m, [enCeldas, sueltas]),
    lista: armarLista(m, lista),
  };
}
