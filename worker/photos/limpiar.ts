import type { Db } from "../db/client.ts";
import { olvidarFotosSueltas } from "../domain/fotos/olvidar.ts";
import { borrarObjetos } from "./guardar.ts";

/** So that one run of the clock stays short. */
const RONDAS_MAX = 10;
const POR_RONDA = 200;

/**
 * Deletes the photos that no action carried within a day: first the row, which no action can take from then on, then the
 * objects.
 * @param ahora epoch seconds
 * @returns how many
 */
export async function borrarFotosSueltas(
  env: Pick<Env, "FOTOS">,
  db: Db,
  ahora: number,
): Promise<number> {
  let borradas = 0;
  for (let ronda = 0; ronda < RONDAS_MAX; ronda++) {
    const claves = await olvidarFotosSueltas(db, ahora, POR_RONDA);
    await borrarObjetos(env.FOTOS, claves);
    borradas += claves.length;
    if (claves.length < POR_RONDA) break;
  }
  return borradas;
}
