import { eq, sql } from "drizzle-orm";
import type { Prioridad } from "../../../contract/vocabulario.ts";
import { type Db, schema } from "../../db/client.ts";
import { idDe, type Ref } from "./lectura.ts";

const { plazos } = schema;
type Plazo = typeof plazos.$inferSelect;

export const sentenciaPlazo = (db: Db, categoriaId: number) =>
  db.select().from(plazos).where(eq(plazos.categoria_id, categoriaId));

/** The plazo of a reclamo's present category. */
export const sentenciaPlazoDe = (db: Db, ref: Ref) =>
  db
    .select()
    .from(plazos)
    .where(
      eq(plazos.categoria_id, sql`(SELECT categoria_id FROM reclamos WHERE id = ${idDe(ref)})`),
    );

const SEGUNDOS_POR_HORA = 3600;

/**
 * When the promise falls due. Epoch seconds.
 * @param desde start of the ciclo
 */
export function venceEn(desde: number, prioridad: Prioridad, plazo: Plazo | undefined): number {
  if (!plazo) throw new Error("a category without its plazo");
  const horas = prioridad === "urgente" ? plazo.horas_urgente : plazo.horas_normal;
  return desde + horas * SEGUNDOS_POR_HORA;
}
