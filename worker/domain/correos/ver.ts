import { eq, sql } from "drizzle-orm";
import type { Correo, CorreoDetalle } from "../../../contract/esquemas/avisos.ts";
import { schema } from "../../db/client.ts";
import { anotarLectura } from "../auditoria/anotar.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { noEncontrado } from "../fallo.ts";
import { actorVigente, sentenciaActor } from "../reclamos/lectura.ts";
import { historiaDe, vistaCorreo } from "./internal.ts";

export type CorreoVisto = Correo & Pick<CorreoDetalle, "historia">;

/** One message of the log; what it says is rendered by mail/. @throws Fallo sin_sesion, sin_permiso, no_encontrado */
export async function verCorreo(ctx: Ctx, id: number): Promise<CorreoVisto> {
  const admin = exigirRol(ctx, "admin");
  const [cuenta, [fila]] = await ctx.db.batch([
    sentenciaActor(ctx.db, admin),
    ctx.db.select().from(schema.correos).where(eq(schema.correos.id, id)),
    ...anotarLectura(ctx, admin, sql`SELECT persona_id AS id FROM correos WHERE id = ${id}`),
  ]);
  actorVigente(admin, cuenta);
  if (!fila) throw noEncontrado("Ese correo no existe.");
  return { ...vistaCorreo(fila), historia: historiaDe(fila) };
}
