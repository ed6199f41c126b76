import { and, eq, lt, sql } from "drizzle-orm";
import { type Db, schema } from "../db/client.ts";
import { Fallo } from "../domain/fallo.ts";

const { intentos } = schema;

/** Tries in a row that cost nothing but the try. */
export const LIBRES = 5;
/** What one waits after those; each further failure doubles it, up to the longest. Never for good. */
export const PRIMERA_ESPERA_SEGUNDOS = 30;
export const ESPERA_MAX_SEGUNDOS = 15 * 60;
/** After so long without a try the count begins again. */
export const OLVIDO_SEGUNDOS = 24 * 60 * 60;

/** Enough to reach the longest wait. */
const CUENTA_MAX = 20;

/** The counter's key: a digest, since the address may be anybody's and need not be kept. */
export async function claveDe(email: string): Promise<string> {
  const bytes = new TextEncoder().encode(email.trim().toLowerCase());
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((b) => b.toString(16).padStart(2, "0")).join("");
}

/**
 * Takes one try before the password (or code) is looked at: so many at once count exactly, and success gives all back. A try
 * that comes too early is not looked at, and makes nobody wait longer.
 * @param ahora epoch seconds
 * @returns 0 when the try may go on, else the seconds to wait
 */
export async function tomarIntento(db: Db, clave: string, ahora: number): Promise<number> {
  const fallos = sql`(CASE WHEN ${intentos.desde} <= ${ahora - OLVIDO_SEGUNDOS} THEN 1 ELSE min(${intentos.fallos}, ${CUENTA_MAX}) + 1 END)`;
  const [tomado] = await db
    .insert(intentos)
    .values({ clave, fallos: 1, desde: ahora, hasta: ahora })
    .onConflictDoUpdate({
      target: intentos.clave,
      set: {
        fallos,
        desde: ahora,
        hasta: sql`${ahora} + CASE WHEN ${fallos} < ${LIBRES} THEN 0
          ELSE min(${PRIMERA_ESPERA_SEGUNDOS} << (${fallos} - ${LIBRES}), ${ESPERA_MAX_SEGUNDOS}) END`,
      },
      setWhere: sql`${intentos.hasta} <= ${ahora}`,
    })
    .returning({ fallos: intentos.fallos });
  if (tomado) return 0;
  const [fila] = await db
    .select({ hasta: intentos.hasta })
    .from(intentos)
    .where(eq(intentos.clave, clave));
  return Math.max(1, (fila?.hasta ?? ahora) - ahora);
}

/** So many seconds, as one says it. */
const dicha = (segundos: number): string =>
  segundos < 60
    ? `${segundos} segundos`
    : segundos < 120
      ? "un minuto"
      : `${Math.ceil(segundos / 60)} minutos`;

/** The same, for who is to wait. @throws Fallo limite with the seconds */
export async function exigirIntento(db: Db, clave: string, ahora: number): Promise<void> {
  const espera = await tomarIntento(db, clave, ahora);
  if (espera > 0)
    throw new Fallo("limite", `Hubo muchos intentos. Probá de nuevo en ${dicha(espera)}.`, {
      reintentarEnSegundos: espera,
    });
}

/** Forgets the failures of an address: it has just signed in. */
export const olvidarIntentos = (db: Db, clave: string) =>
  db.delete(intentos).where(eq(intentos.clave, clave));

/** For the clock: drops the counters that no longer count. */
export const limpiarIntentos = (db: Db, ahora: number) =>
  db
    .delete(intentos)
    .where(and(lt(intentos.hasta, ahora), lt(intentos.desde, ahora - OLVIDO_SEGUNDOS)));

/** For the clock: drops the sessions that have run out. */
export const limpiarSesiones = (db: Db, ahora: number) =>
  db.delete(schema.sesiones).where(lt(schema.sesiones.expiresAt, new Date(ahora * 1000)));
