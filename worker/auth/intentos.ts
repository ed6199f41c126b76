import { eq, lt, sql } from "drizzle-orm";
import { type Db, schema } from "../db/client.ts";

const { intentos } = schema;

/** Failures of one address before it has to wait, and for how long they count. */
export const FALLOS_MAX = 10;
export const VENTANA_SEGUNDOS = 15 * 60;

/** The counter's key: a digest, since the address may be anybody's and need not be kept. */
export async function claveDe(email: string): Promise<string> {
  const bytes = new TextEncoder().encode(email.trim().toLowerCase());
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((b) => b.toString(16).padStart(2, "0")).join("");
}

/**
 * Takes one try of this address before its password is looked at: so many at once count exactly, and success gives all back.
 * @param ahora epoch seconds
 * @returns 0 when the try may go on, else the seconds to wait
 */
export async function tomarIntento(db: Db, clave: string, ahora: number): Promise<number> {
  const hasta = ahora + VENTANA_SEGUNDOS;
  const terminada = sql`${intentos.hasta} <= ${ahora}`;
  const [fila] = await db
    .insert(intentos)
    .values({ clave, fallos: 1, desde: ahora, hasta })
    .onConflictDoUpdate({
      target: intentos.clave,
      set: {
        fallos: sql`CASE WHEN ${terminada} THEN 1 ELSE min(${intentos.fallos}, ${FALLOS_MAX}) + 1 END`,
        desde: sql`CASE WHEN ${terminada} THEN ${ahora} ELSE ${intentos.desde} END`,
        hasta: sql`CASE WHEN ${terminada} THEN ${hasta} ELSE ${intentos.hasta} END`,
      },
    })
    .returning({ fallos: intentos.fallos, hasta: intentos.hasta });
  return fila && fila.fallos > FALLOS_MAX ? fila.hasta - ahora : 0;
}

/** Forgets the failures of an address: it has just signed in. */
export const olvidarIntentos = (db: Db, clave: string) =>
  db.delete(intentos).where(eq(intentos.clave, clave));

/** For the clock: drops the counters whose window is over. */
export const limpiarIntentos = (db: Db, ahora: number) =>
  db.delete(intentos).where(lt(intentos.hasta, ahora));

/** For the clock: drops the sessions that have run out. */
export const limpiarSesiones = (db: Db, ahora: number) =>
  db.delete(schema.sesiones).where(lt(schema.sesiones.expiresAt, new Date(ahora * 1000)));
