import { sql } from "drizzle-orm";
import type { Usuario } from "../../../contract/acciones.ts";
import type { Foto } from "../../../contract/esquemas/reclamos.ts";
import { schema } from "../../db/client.ts";
import { type Ctx, exigirUsuario } from "../contexto.ts";
import { Fallo } from "../fallo.ts";
import { actorVigente, sentenciaActor } from "../reclamos/lectura.ts";
import { vistaFoto } from "../reclamos/vista.ts";

const { fotos } = schema;

/** Photos of one person that wait for an action. */
export const SUELTAS_MAX = 20;

const demasiadas = (): Fallo =>
  new Fallo(
    "limite",
    `Tenés ${SUELTAS_MAX} fotos subidas sin usar. Usalas en un reclamo, o esperá: se borran solas en un día.`,
    { reintentarEnSegundos: 3600 },
  );

const sueltasDe = (usuario: Usuario) =>
  sql<number>`(SELECT count(*) FROM fotos WHERE reclamo_id IS NULL AND subida_por = ${usuario.id})`;

/** Any signed-in person may upload, a few at a time. @throws Fallo sin_sesion, limite */
export async function permitirFoto(ctx: Ctx): Promise<void> {
  const usuario = exigirUsuario(ctx);
  const [cuenta, [sueltas]] = await ctx.db.batch([
    sentenciaActor(ctx.db, usuario),
    ctx.db.select({ n: sueltasDe(usuario).as("n") }).from(sql`(SELECT 1)`),
  ]);
  actorVigente(usuario, cuenta);
  if ((sueltas?.n ?? 0) >= SUELTAS_MAX) throw demasiadas();
}

export type FotoNueva = Pick<typeof fotos.$inferInsert, "clave" | "ancho" | "alto" | "bytes">;

/** The row of a photo just stored, loose until an action carries it. @throws Fallo sin_sesion, limite */
export async function crearFoto(ctx: Ctx, foto: FotoNueva): Promise<Foto> {
  const usuario = exigirUsuario(ctx);
  const [fila] = await ctx.db.all<{ id: number }>(sql`
    INSERT INTO fotos (clave, subida_por, ancho, alto, bytes, oculta, creado_en)
    SELECT ${foto.clave}, ${usuario.id}, ${foto.ancho}, ${foto.alto}, ${foto.bytes}, 0, ${ctx.ahora}
    WHERE ${sueltasDe(usuario)} < ${SUELTAS_MAX}
    RETURNING id`);
  if (!fila) throw demasiadas();
  return vistaFoto({
    ...foto,
    id: fila.id,
    subida_por: usuario.id,
    reclamo_id: null,
    evento_id: null,
    momento: null,
    oculta: false,
    creado_en: ctx.ahora,
  });
}
