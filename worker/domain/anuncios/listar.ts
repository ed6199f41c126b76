import { sql } from "drizzle-orm";
import type { Anuncio } from "../../../contract/esquemas/avisos.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { actorVigente, sentenciaActor } from "../reclamos/lectura.ts";
import { noEsta, sentenciaAnuncios, vistaAnuncio } from "./internal.ts";

const ULTIMOS = 20;

/** The latest anuncios, with how far each has come. @throws Fallo sin_sesion, sin_permiso */
export async function listarAnuncios(ctx: Ctx): Promise<{ items: Anuncio[] }> {
  const admin = exigirRol(ctx, "admin");
  const [cuenta, filas] = await ctx.db.batch([
    sentenciaActor(ctx.db, admin),
    sentenciaAnuncios(
      ctx.db,
      sql`ORDER BY a.estado = 'terminado', a.publicar_en DESC LIMIT ${sql.raw(String(ULTIMOS))}`,
    ),
  ]);
  actorVigente(admin, cuenta);
  return { items: filas.map(vistaAnuncio) };
}

/** One anuncio. @throws Fallo sin_sesion, sin_permiso, no_encontrado */
export async function verAnuncio(ctx: Ctx, id: number): Promise<Anuncio> {
  const admin = exigirRol(ctx, "admin");
  const [cuenta, [fila]] = await ctx.db.batch([
    sentenciaActor(ctx.db, admin),
    sentenciaAnuncios(ctx.db, sql`WHERE a.id = ${id}`),
  ]);
  actorVigente(admin, cuenta);
  if (!fila) throw noEsta();
  return vistaAnuncio(fila);
}
