import { and, eq, sql } from "drizzle-orm";
import { schema } from "../db/client.ts";
import { type Ctx, exigirUsuario } from "./contexto.ts";
import { Fallo } from "./fallo.ts";

const { claves } = schema;

export type Respuesta = { status: number; cuerpo: string };

/** A request that is still unanswered after so long was lost: its key is free again. */
const ABANDONADA_SEGUNDOS = 60;

/**
 * Takes an Idempotency-Key for a change that writes no evento.
 * @returns the answer already given to the same request, or null when it is this one's to carry out
 * @throws Fallo clave_reusada, en_curso
 */
export async function tomarClave(ctx: Ctx): Promise<Respuesta | null> {
  const { id } = exigirUsuario(ctx);
  if (!ctx.clave) return null;
  const { valor, huella } = ctx.clave;
  const [tomada, [guardada]] = await ctx.db.batch([
    ctx.db
      .insert(claves)
      .values({ usuario_id: id, clave: valor, huella, en: ctx.ahora })
      .onConflictDoUpdate({
        target: [claves.usuario_id, claves.clave],
        set: { huella, en: ctx.ahora },
        setWhere: sql`${claves.status} IS NULL AND ${claves.en} < ${ctx.ahora - ABANDONADA_SEGUNDOS}`,
      })
      .returning({ en: claves.en }),
    ctx.db
      .select()
      .from(claves)
      .where(and(eq(claves.usuario_id, id), eq(claves.clave, valor))),
  ]);
  if (tomada.length === 1) return null;
  if (guardada?.huella !== huella)
    throw new Fallo(
      "clave_reusada",
      "Esa Idempotency-Key ya se usó para otro pedido. Mandá una nueva.",
    );
  if (guardada.status === null || guardada.respuesta === null)
    throw new Fallo(
      "en_curso",
      "Ese mismo pedido todavía se está haciendo. Probá en unos segundos.",
    );
  return { status: guardada.status, cuerpo: guardada.respuesta };
}

/** Keeps the answer for a repetition, or frees the key when the change was refused. */
export async function soltarClave(ctx: Ctx, respuesta: Respuesta | null): Promise<void> {
  const { id } = exigirUsuario(ctx);
  const suya = and(eq(claves.usuario_id, id), eq(claves.clave, ctx.clave?.valor ?? ""));
  if (respuesta)
    await ctx.db
      .update(claves)
      .set({ status: respuesta.status, respuesta: respuesta.cuerpo })
      .where(suya);
  else await ctx.db.delete(claves).where(suya);
}
