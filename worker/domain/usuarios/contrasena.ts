import { anotar } from "../auditoria/anotar.ts";
import { type Ctx, exigirUsuario } from "../contexto.ts";
import { sentenciaAviso } from "../enlaces/internal.ts";
import { sentenciaAnularEnlaces, sentenciaCerrarSesiones, sentenciasContrasena } from "./probar.ts";

const anotada = (ctx: Ctx, id: number) =>
  anotar(ctx, { accion: "contrasena", sobre: { objeto: "usuario", id } });

/** The actor's password has just changed: links sent before open nothing more. @returns mails to queue */
export async function contrasenaCambiada(ctx: Ctx): Promise<number[]> {
  const { id } = exigirUsuario(ctx);
  const [correo] = await ctx.db.batch([
    sentenciaAviso(ctx, id, "cuenta_contrasena"),
    sentenciaAnularEnlaces(ctx.db, id, ctx.ahora),
    ...anotada(ctx, id),
  ]);
  return correo.map((c) => c.id);
}

/**
 * The first password of the actor, who came in by links. Every session ends; the caller opens another.
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
