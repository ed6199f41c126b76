import { sql } from "drizzle-orm";
import { schema } from "../../db/client.ts";
import type { Ctx } from "../contexto.ts";

const { correos, corridas, eventos } = schema;

export type Salud = {
  ok: boolean;
  d1: "bien" | "sin_respuesta";
  /** Age in seconds of the oldest evento not yet told to everyone; null when there is none. */
  evento_mas_viejo_s: number | null;
  /** Age in seconds of the oldest mail not yet sent. */
  correo_mas_viejo_s: number | null;
  /** Seconds since the clock last swept; null when it never did. */
  ultimo_barrido_s: number | null;
  /** Eventos given up, which wait for an admin; null when D1 does not answer. */
  aparcados: number | null;
};

/** How the system is, for whoever watches it. Figures only. Never throws. */
export async function verSalud(ctx: Ctx): Promise<Salud> {
  try {
    const [[evento], [correo], [barrido], [quietos]] = await ctx.db.batch([
      ctx.db
        .select({ en: sql<number | null>`min(${eventos.en})` })
        .from(eventos)
        .where(sql.raw("despachado_en IS NULL")),
      ctx.db
        .select({ en: sql<number | null>`min(coalesce(no_antes, creado_en))` })
        .from(correos)
        // What waits for its ten minutes is not late.
        .where(
          sql`estado IN ('pendiente', 'reintentando') AND coalesce(no_antes, 0) <= ${ctx.ahora}`,
        ),
      ctx.db.select({ en: sql<number | null>`max(${corridas.en})` }).from(corridas),
      ctx.db
        .select({ n: sql<number>`count(*)` })
        .from(eventos)
        .where(sql.raw("aparcado_en IS NOT NULL")),
    ]);
    const edad = (en: number | null | undefined) => (en == null ? null : ctx.ahora - en);
    return {
      ok: true,
      d1: "bien",
      evento_mas_viejo_s: edad(evento?.en),
      correo_mas_viejo_s: edad(correo?.en),
      ultimo_barrido_s: edad(barrido?.en),
      aparcados: quietos?.n ?? 0,
    };
  } catch {
    return {
      ok: false,
      d1: "sin_respuesta",
      evento_mas_viejo_s: null,
      correo_mas_viejo_s: null,
      ultimo_barrido_s: null,
      aparcados: null,
    };
  }
}
