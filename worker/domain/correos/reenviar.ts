import { and, eq, inArray, ne, or, sql } from "drizzle-orm";
import { SALUD_MAX } from "../../../contract/esquemas/salud.ts";
import type { EstadoCorreo } from "../../../contract/vocabulario.ts";
import { schema } from "../../db/client.ts";
import { conPaso } from "../../db/correos.ts";
import { CORREO_FALLIDO } from "../../db/schema/eventos.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { Fallo } from "../fallo.ts";
import { actorVigente, sentenciaActor, vigente } from "../reclamos/lectura.ts";
import { verCorreo } from "./ver.ts";

const { correos } = schema;

/** States that a message stays in until somebody does something. */
const PARADOS = [
  "fallido",
  "simulado",
  "incierto",
  "suprimido",
  "rebotado",
] as const satisfies EstadoCorreo[];

const EN_CAMINO = "Ese correo está en camino: esperá a ver cómo termina.";
const PORQUE: Partial<Record<EstadoCorreo, string>> = {
  pendiente: EN_CAMINO,
  reintentando: EN_CAMINO,
  incierto: EN_CAMINO,
  agrupado: "Esa novedad va en otro correo: mandá ese.",
};

/** As one that nobody has tried. */
const deNuevo = (ahora: number) => ({
  estado: "pendiente" as const,
  error: null,
  reclamado_hasta: null,
  segunda_en: null,
  encolado_en: null,
  no_antes: null,
  enviado_en: null,
  historia: conPaso({ estado: "pendiente", en: ahora, error: null }),
});

/**
 * Puts those that failed back to `pendiente`, for the sweep to queue.
 * @param ids which; without, the oldest
 * @returns how many
 * @throws Fallo sin_sesion, sin_permiso
 */
export async function reenviarFallidos(
  ctx: Ctx,
  ids: readonly number[] | undefined,
): Promise<number> {
  const admin = exigirRol(ctx, "admin");
  const suyos = ids
    ? sql`SELECT value FROM json_each(${JSON.stringify(ids)})`
    : sql`SELECT id FROM correos WHERE ${sql.raw(CORREO_FALLIDO)} ORDER BY id LIMIT ${SALUD_MAX}`;
  const [cuenta, hechos] = await ctx.db.batch([
    sentenciaActor(ctx.db, admin),
    ctx.db
      .update(correos)
      .set(deNuevo(ctx.ahora))
      .where(and(eq(correos.estado, "fallido"), sql`id IN (${suyos})`, vigente(admin)))
      .returning({ id: correos.id }),
  ]);
  actorVigente(admin, cuenta);
  return hechos.length;
}

/**
 * Puts a message that did not get through back to `pendiente`. Who calls it queues the job; `encolado_en` is empty until
 * then, so that the sweep finds it if that fails. An `incierto` one that still waits for its own second send is left to it.
 * @throws Fallo sin_sesion, sin_permiso, no_encontrado, estado_no_permite
 */
export async function reenviarCorreo(ctx: Ctx, id: number): Promise<{ id: number }> {
  const admin = exigirRol(ctx, "admin");
  const [cuenta, cambiados] = await ctx.db.batch([
    sentenciaActor(ctx.db, admin),
    ctx.db
      .update(correos)
      .set(deNuevo(ctx.ahora))
      .where(
        and(
          eq(correos.id, id),
          inArray(correos.estado, PARADOS),
          or(
            ne(correos.estado, "incierto"),
            sql`(reclamado_hasta IS NULL OR reclamado_hasta <= ${ctx.ahora})`,
          ),
          vigente(admin),
        ),
      )
      .returning({ id: correos.id }),
  ]);
  actorVigente(admin, cuenta);
  const [hecho] = cambiados;
  if (hecho) return hecho;
  const { estado } = await verCorreo(ctx, id);
  throw new Fallo("estado_no_permite", PORQUE[estado] ?? "Ese correo ya se envió.");
}
