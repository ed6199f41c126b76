import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { type Ctx, exigirUsuario } from "../contexto.ts";
import {
  actorVigente,
  armarDetalle,
  exigirVisible,
  type FilasDetalle,
  type Ref,
  sentenciaActor,
  sentenciasDetalle,
} from "./lectura.ts";
import { vistaReclamo } from "./vista.ts";

/** The whole reclamo, with what this actor may do now. @throws Fallo sin_sesion, no_encontrado */
export async function verReclamo(ctx: Ctx, ref: Ref): Promise<Reclamo> {
  const usuario = exigirUsuario(ctx);
  const [cuenta, ...filas] = await ctx.db.batch([
    sentenciaActor(ctx.db, usuario),
    ...sentenciasDetalle(ctx.db, ref, usuario.personaId),
  ]);
  const actor = actorVigente(usuario, cuenta);
  const d = exigirVisible(actor, armarDetalle(filas as unknown as FilasDetalle), ref);
  return vistaReclamo(d, actor, ctx.ahora);
}
