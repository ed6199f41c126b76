import { and, eq, sql } from "drizzle-orm";
import type { PerfilCambio, Yo } from "../../../contract/esquemas/cuentas.ts";
import { schema } from "../../db/client.ts";
import { type Ctx, exigirUsuario } from "../contexto.ts";
import { actorVigente, sentenciaActor, vigente } from "../reclamos/lectura.ts";
import { verYo } from "./ver.ts";

const { personas, usuarios } = schema;

/**
 * A person's own name, telephone and language.
 * @returns the account as it is then
 * @throws Fallo sin_sesion
 */
export async function cambiarPerfil(ctx: Ctx, cambio: PerfilCambio): Promise<Yo> {
  const usuario = exigirUsuario(ctx);
  const { nombre, apellido, telefono, idioma } = cambio;
  const [cuenta] = await ctx.db.batch([
    sentenciaActor(ctx.db, usuario),
    ctx.db
      .update(personas)
      .set({ nombre, apellido, telefono: telefono || null, ...(idioma ? { idioma } : {}) })
      // The session may be older than a blocking, or than its own end.
      .where(
        sql`${personas.id} = (SELECT persona_id FROM usuarios WHERE id = ${usuario.id}) AND ${vigente(usuario)}`,
      ),
    ctx.db
      .update(usuarios)
      .set({ name: `${nombre} ${apellido}`.trim(), updatedAt: new Date(ctx.ahora * 1000) })
      .where(and(eq(usuarios.id, usuario.id), vigente(usuario))),
  ]);
  actorVigente(usuario, cuenta);
  return verYo(ctx);
}
