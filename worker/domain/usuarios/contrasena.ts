import { sql } from "drizzle-orm";
import { anotar } from "../auditoria/anotar.ts";
import { type Ctx, exigirUsuario } from "../contexto.ts";
import { sentenciaCorreo } from "../enlaces/internal.ts";
import { sentenciaAnularEnlaces, sentenciaCerrarSesiones, sentenciasContrasena } from "./probar.ts";

/** The mail that tells the account's owner. */
const aviso = ({ db, ahora }: Ctx, usuarioId: number) =>
  sentenciaCorreo(db, {
    plantilla: "cuenta_contrasena",
    persona: sql`persona_id`,
    para: sql`email`,
    desde: sql`FROM usuarios WHERE id = ${usuarioId}`,
    ahora,
  });

const anotada = (ctx: Ctx, id: number) =>
  anotar(ctx, { accion: "contrasena", sobre: { objeto: "usuario", id } });

/** The actor's password has just changed: links sent before open nothing more. @returns mails to queue */
export async function contrasenaCambiada(ctx: Ctx): Promise<number[]> {
  const { id } = exigirUsuario(ctx);
  const [correo] = await ctx.db.batch([
    aviso(ctx, id),
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
    aviso(ctx, id),
    ...sentenciasContrasena(ctx.db, id, hash, ctx.ahora),
    sentenciaCerrarSesiones(ctx.db, id),
    sentenciaAnularEnlaces(ctx.db, id, ctx.ahora),
    ...anotada(ctx, id),
  ]);
  return correo.map((c) => c.id);
}
