import { and, asc, eq, isNull, lt } from "drizzle-orm";
import { type Db, schema } from "../db/client.ts";
import { porQueFallo, registrar } from "../events/record.ts";

const { reclamos } = schema;

const POR_VUELTA = 100;

/**
 * Finds the open reclamos whose promise has passed and writes `demorado` for each, once a ciclo (reabrir clears the mark).
 * It is the clock's remark, not a change of the reclamo: version stays, so that nobody's open form turns stale.
 * @returns the eventos written, for dispatch
 */
export async function marcarDemorados(db: Db, ahora: number): Promise<number[]> {
  const vencido = and(
    isNull(reclamos.cerrado_en),
    isNull(reclamos.demorado_en),
    lt(reclamos.vence_en, ahora),
  );
  const filas = await db
    .select({ id: reclamos.id, estado: reclamos.estado, ciclo: reclamos.ciclo })
    .from(reclamos)
    .where(vencido)
    .orderBy(asc(reclamos.vence_en))
    .limit(POR_VUELTA);
  const hechos: number[] = [];
  for (const { id, estado, ciclo } of filas) {
    const [evento, ...resto] = registrar(db, {
      tipo: "demorado",
      reclamo: id,
      version: null,
      estado,
      ciclo,
      usuarioId: null,
      datos: {},
      en: ahora,
    });
    try {
      const [, escrito] = await db.batch([
        db
          .update(reclamos)
          .set({ demorado_en: ahora })
          .where(and(eq(reclamos.id, id), eq(reclamos.estado, estado), vencido)),
        evento,
        ...resto,
      ]);
      hechos.push((escrito as { id: number }[])[0]?.id as number);
    } catch (error) {
      // Somebody changed it in between; the next minute looks again.
      if (porQueFallo(error) !== "guardia") throw error;
    }
  }
  return hechos;
}
