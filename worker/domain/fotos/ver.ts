import { eq, sql } from "drizzle-orm";
import type { Actor } from "../../../contract/acciones.ts";
import { schema } from "../../db/client.ts";
import type { Ctx } from "../contexto.ts";
import { noEncontrado } from "../fallo.ts";
import { actorVigente, sentenciaActor } from "../reclamos/lectura.ts";

const { categorias, eventos, fotos, reclamos } = schema;

export type FotoVisible = {
  /** Names its objects in the store. */
  clave: string;
  /** Anyone may see it, signed in or not. */
  publica: boolean;
};

type Fila = {
  subida_por: number;
  reclamo_id: number | null;
  oculta: boolean;
  creador_id: number | null;
  cuadrilla_id: number | null;
  oculto: boolean | null;
  privada: boolean | null;
  interno: boolean | null;
  sigue: number;
};

const esPublica = (f: Fila): boolean =>
  f.reclamo_id !== null && !f.privada && !f.oculto && !f.oculta && !f.interno;

/** As on the page (reclamos/vista.ts): a hidden photo is for staff and who reported; an internal comment's for staff. */
function puede(actor: Actor, f: Fila): boolean {
  if (actor.tipo !== "usuario") return false;
  if (f.reclamo_id === null) return f.subida_por === actor.id;
  if (actor.rol === "supervisor" || actor.rol === "admin") return true;
  if (
    actor.rol === "cuadrilla" &&
    actor.cuadrillaId !== null &&
    actor.cuadrillaId === f.cuadrilla_id
  )
    return true;
  if (f.interno) return false;
  return actor.personaId === f.creador_id || (f.sigue === 1 && !f.oculta);
}

/**
 * A photo that the actor may see: loose, its uploader; carried by an action, who may see the reclamo.
 * @throws Fallo no_encontrado
 */
export async function verFoto(ctx: Ctx, id: number): Promise<FotoVisible> {
  const { actor, db } = ctx;
  const persona = actor.tipo === "usuario" ? actor.personaId : 0;
  const laFoto = db
    .select({
      clave: fotos.clave,
      subida_por: fotos.subida_por,
      reclamo_id: fotos.reclamo_id,
      oculta: fotos.oculta,
      creador_id: reclamos.creador_id,
      cuadrilla_id: reclamos.cuadrilla_id,
      oculto: reclamos.oculto,
      privada: categorias.privada,
      interno: eventos.interno,
      sigue:
        sql<number>`EXISTS (SELECT 1 FROM seguidores s WHERE s.reclamo_id = ${reclamos.id} AND s.persona_id = ${persona})`.as(
          "sigue",
        ),
    })
    .from(fotos)
    .leftJoin(reclamos, eq(reclamos.id, fotos.reclamo_id))
    .leftJoin(categorias, eq(categorias.id, reclamos.categoria_id))
    .leftJoin(eventos, eq(eventos.id, fotos.evento_id))
    .where(eq(fotos.id, id));
  const [[foto], cuenta] =
    actor.tipo === "usuario"
      ? await db.batch([laFoto, sentenciaActor(db, actor)])
      : [await laFoto, null];
  if (!foto) throw noEncontrado("Esa foto no existe, o no es tuya.");
  if (esPublica(foto)) return { clave: foto.clave, publica: true };
  const vigente = actor.tipo === "usuario" && cuenta ? actorVigente(actor, cuenta) : actor;
  if (!puede(vigente, foto)) throw noEncontrado("Esa foto no existe, o no es tuya.");
  return { clave: foto.clave, publica: false };
}
