import { and, eq, inArray, ne, or, sql } from "drizzle-orm";
import type { EstadoCorreo } from "../../../contract/vocabulario.ts";
import { schema } from "../../db/client.ts";
import { conPaso } from "../../db/correos.ts";
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
      .set({
        estado: "pendiente",
        error: null,
        reclamado_hasta: null,
        segunda_en: null,
        encolado_en: null,
        no_antes: null,
        enviado_en: null,
        historia: conPaso({ estado: "pendiente", en: ctx.ahora, error: null }),
      })
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
