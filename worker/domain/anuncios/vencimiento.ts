import { eq, sql } from "drizzle-orm";
import type * as z from "zod/mini";
import type { Anuncio, anuncioVence } from "../../../contract/esquemas/avisos.ts";
import { schema } from "../../db/client.ts";
import { anotar, SI_CAMBIO } from "../auditoria/anotar.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { falloDeCampo } from "../fallo.ts";
import { actorVigente, sentenciaActor } from "../reclamos/lectura.ts";
import { exigirEditable } from "./cambiar.ts";
import { noEsta, paraElRegistro, VIDA_SEGUNDOS } from "./internal.ts";
import { verAnuncio } from "./listar.ts";

const { anuncios } = schema;

/**
 * Changes until when one is shown and sent, also when it is out already: all else of it stands in inboxes and mailboxes.
 * @throws Fallo sin_sesion, sin_permiso, no_encontrado, datos_invalidos for an end that has passed, estado_no_permite when it
 * ended, version_vieja
 */
export async function cambiarVencimiento(
  ctx: Ctx,
  id: number,
  { vence_en, version }: z.infer<typeof anuncioVence>,
): Promise<Anuncio> {
  const admin = exigirRol(ctx, "admin");
  const { db, ahora } = ctx;
  const [cuenta, [antes]] = await db.batch([
    sentenciaActor(db, admin),
    db.select().from(anuncios).where(eq(anuncios.id, id)),
  ]);
  actorVigente(admin, cuenta);
  if (!antes) throw noEsta();
  if (vence_en <= Math.max(ahora, antes.publicar_en))
    throw falloDeCampo(
      "vence_en",
      "Tiene que ser más tarde que ahora. Para que no siga, terminalo.",
    );
  const previo = antes.vence_en ?? antes.publicar_en + VIDA_SEGUNDOS;
  try {
    await db.batch([
      db
        .update(anuncios)
        .set({
          vence_en,
          version: sql`CASE WHEN version = ${version} AND estado <> 'terminado' THEN version + 1 END`,
        })
        .where(eq(anuncios.id, id)),
      ...anotar(ctx, {
        accion: "ajuste",
        sobre: { objeto: "anuncio", id },
        antes: paraElRegistro({ vence_en: previo }),
        despues: paraElRegistro({ vence_en }),
        si: SI_CAMBIO,
      }),
    ]);
  } catch (error) {
    return exigirEditable(db, id, error, ["programado", "enviando", "enviado"]);
  }
  return verAnuncio(ctx, id);
}
