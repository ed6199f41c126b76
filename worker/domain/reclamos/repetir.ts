import type { Usuario } from "../../../contract/acciones.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import type { Ctx } from "../contexto.ts";
import {
  armarDetalle,
  type Detalle,
  exigirMismaHuella,
  type FilaEvento,
  type FilaReclamo,
  type FilasDetalle,
  sentenciaPrevio,
  sentenciasDetalle,
} from "./lectura.ts";
import { vistaReclamo } from "./vista.ts";

/**
 * The answer of a request that was already carried out: the reclamo as that evento left it (docs/decisions/0009).
 * @throws Fallo clave_reusada when the key came with another request
 */
export function repetir(ctx: Ctx, previo: FilaEvento, d: Detalle, actor: Usuario): Reclamo {
  exigirMismaHuella(previo, ctx.clave);
  const entonces = JSON.parse(previo.resultado ?? "{}") as Partial<FilaReclamo>;
  const reclamo = {
    ...d.reclamo,
    ...entonces,
    // SQLite's own JSON has no booleans.
    oculto: Boolean(entonces.oculto ?? d.reclamo.oculto),
  };
  return vistaReclamo({ ...d, reclamo }, actor, ctx.ahora);
}

/** The same, for who has only the evento. */
export async function releer(ctx: Ctx, previo: FilaEvento, actor: Usuario): Promise<Reclamo> {
  const id = previo.reclamo_id ?? 0;
  const filas = await ctx.db.batch([...sentenciasDetalle(ctx.db, id, actor.personaId)]);
  return repetir(ctx, previo, armarDetalle(filas as unknown as FilasDetalle) as Detalle, actor);
}

/** What the other one of two identical requests at once was answered; null when there was none. */
export async function yaHecho(ctx: Ctx, actor: Usuario): Promise<Reclamo | null> {
  if (!ctx.clave) return null;
  const [previo] = await sentenciaPrevio(ctx.db, actor.id, ctx.clave);
  return previo ? releer(ctx, previo, actor) : null;
}
