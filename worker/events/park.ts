import { sql } from "drizzle-orm";
import { aMano, leerAMano } from "../db/client.ts";
import { conAzar, type Deps } from "./deps.ts";

export const INTENTOS_MAX = 8;
const ESPERA_SEGUNDOS = 60;
const ESPERA_MAX_SEGUNDOS = 3600;

/** Seconds until the next attempt, growing with those already made: half of it sure, half by chance. */
export const esperaTras = (intentos: number, azar: () => number): number =>
  conAzar(Math.min(ESPERA_SEGUNDOS * 2 ** (intentos - 1), ESPERA_MAX_SEGUNDOS), azar);

/**
 * Writes down an attempt that failed: puts the evento off, or after the last one parks it with the reason, and what it still
 * owed is `fallido`. The first failure of an evento and its parking are reported, once each.
 * @param intento which attempt it was, from 1
 */
export async function anotarFalla(
  { db, ahora, azar, denunciar }: Deps,
  eventoId: number,
  intento: number,
  falla: string,
  causa?: unknown,
): Promise<"pendiente" | "aparcado" | "nada_que_hacer"> {
  const aparcar = intento >= INTENTOS_MAX;
  const antes = leerAMano<{ primera: number }>(
    db,
    sql`SELECT error IS NULL AS primera FROM eventos WHERE id = ${eventoId} AND despachado_en IS NULL`,
  );
  const posponer = aMano(
    db,
    sql`UPDATE eventos SET intentos = max(intentos, ${intento}), error = ${falla},
      proximo_en = ${ahora + esperaTras(intento, azar)} WHERE id = ${eventoId} AND despachado_en IS NULL`,
  );
  const rendirse = [
    aMano(
      db,
      sql`UPDATE entregas SET estado = 'fallido', error = coalesce(error, ${falla}), en = ${ahora}
        WHERE evento_id = ${eventoId} AND estado = 'pendiente'
          AND EXISTS (SELECT 1 FROM eventos WHERE id = ${eventoId} AND despachado_en IS NULL)`,
    ),
    aMano(
      db,
      sql`UPDATE eventos SET intentos = max(intentos, ${intento}), error = ${falla}, proximo_en = NULL,
        despachado_en = ${ahora}, aparcado_en = ${ahora} WHERE id = ${eventoId} AND despachado_en IS NULL`,
    ),
  ];
  const [[fila]] = await db.batch(aparcar ? [antes, ...rendirse] : [antes, posponer]);
  // Somebody else told everyone meanwhile.
  if (!fila) return "nada_que_hacer";
  if (aparcar)
    denunciar(
      new Error(`evento ${eventoId} parked, attempt ${intento}: ${falla}`, { cause: causa }),
    );
  else if (fila.primera)
    denunciar(new Error(`evento ${eventoId} failed: ${falla}`, { cause: causa }));
  return aparcar ? "aparcado" : "pendiente";
}
