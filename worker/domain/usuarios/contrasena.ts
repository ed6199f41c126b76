import { anotar } from "../auditoria/anotar.ts";
import { type Ctx, exigirUsuario } from "../contexto.ts";
import { sentenciaAviso } from "../enlaces/internal.ts";
import { sentenciaAnularEnlaces, sentenciaCerrarSesiones, sentenciasContrasena } from "./probar.ts";

const anotada = (ctx: Ctx, id: number) =>
  anotar(ctx, { accion: "contrasena", sobre: { objeto: "usuario", id } });

/**
 * The actor's password, another or the first. Every session ends and no link sent before opens anything; the caller, who made
 * sure that it is the owner who asks, opens a new session.
 * @param hash by worker/auth/password.ts
 * @returns mails to queue
 */
export async function ponerContrasena(ctx: Ctx, hash: string): Promise<number[]> {
  const { id } = exigirUsuario(ctx);
  const [correo] = await ctx.db.batch([
    sentenciaAviso(ctx, id, "cuenta_contrasena"),
    ...sentenciasContrasena(ctx.db, id, hash, ctx.ahora),
    sentenciaCerrarSesiones(ctx.db, id),
    sentenciaAnularEnlaces(ctx.db, id, ctx.ahora),
    ...anotada(ctx, id),
  ]);
  return correo.map((c) => c.id);
}
