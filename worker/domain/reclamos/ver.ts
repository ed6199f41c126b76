import { sql } from "drizzle-orm";
import type { Usuario } from "../../../contract/acciones.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { anotarLectura } from "../auditoria/anotar.ts";
import { type Ctx, exigirUsuario } from "../contexto.ts";
import {
  actorVigente,
  armarDetalle,
  exigirVisible,
  type FilasDetalle,
  idDe,
  type Ref,
  sentenciaActor,
  sentenciasDetalle,
} from "./lectura.ts";
import { vistaReclamo } from "./vista.ts";

/** Who reported it, when this member of staff is told: everybody but the cuadrillas that do not have it. */
const creadorDe = ({ rol, cuadrillaId }: Usuario, ref: Ref) => sql`
  SELECT creador_id AS id FROM reclamos WHERE id = ${idDe(ref)}
    AND (${rol} <> 'cuadrilla' OR cuadrilla_id = ${cuadrillaId})`;

/** The whole reclamo, with what this actor may do now. @throws Fallo sin_sesion, no_encontrado */
export async function verReclamo(ctx: Ctx, ref: Ref): Promise<Reclamo> {
  const usuario = exigirUsuario(ctx);
  const [cuenta, ...filas] = await ctx.db.batch([
    sentenciaActor(ctx.db, usuario),
    ...sentenciasDetalle(ctx.db, ref, usuario.personaId),
    ...(usuario.rol === "vecino"
      ? []
      : anotarLectura(ctx, usuario, creadorDe(usuario, ref), idDe(ref))),
  ]);
  const actor = actorVigente(usuario, cuenta);
  const d = exigirVisible(actor, armarDetalle(filas as unknown as FilasDetalle), ref);
  return vistaReclamo(d, actor, ctx.ahora);
}
