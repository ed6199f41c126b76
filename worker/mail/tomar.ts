import { and, eq, isNull, lte, or, sql } from "drizzle-orm";
import { aMano, type Db, leerAMano, type Sentencia, schema } from "../db/client.ts";
import { conPaso } from "../db/correos.ts";
import { armarDatos, type FilasDatos, type Leido, sentenciasDatos } from "./datos.ts";
import type { Casa } from "./enlace.ts";
import { DESPEDIDA } from "./templates/cuenta.ts";

const { correos } = schema;

/** How long nobody else sends it: as long as a send may take. */
export const RECLAMO_SEGUNDOS = 300;

export type Tomado =
  | {
      tipo: "mio";
      intentos: number;
      /** The mail itself, and after it those whose news it carries. */
      leidos: Leido[];
      segundaVez: boolean;
    }
  /** Somebody else has it, or it is not its time yet: look again in so many seconds. */
  | { tipo: "ocupado"; segundos: number }
  /** Done with, one way or the other, or there is no such row. */
  | { tipo: "terminado" };

const SIN_FINAL = "El envío no llegó a decir cómo terminó.";

/** More than this of one reclamo in ten minutes go in a second mail. */
const JUNTOS_MAX = 9;

/**
 * What waits for the same person about the same reclamo goes in the mail that was just claimed, the first time that it is:
 * so several changes within ten minutes are one mail, and it says the same each time that it is tried. Must stand right
 * after the claim.
 */
const absorber = (db: Db, id: number, ahora: number) =>
  aMano(
    db,
    sql`UPDATE correos SET estado = 'agrupado', agrupado_en = ${id},
      historia = ${conPaso({ estado: "agrupado", en: ahora, error: null })}
    WHERE changes() = 1 AND id IN (
      SELECT o.id FROM correos c JOIN correos o ON o.reclamo_id = c.reclamo_id AND o.persona_id = c.persona_id
      WHERE c.id = ${id} AND c.intentos = 1 AND c.no_antes IS NOT NULL AND o.id <> c.id
        AND o.estado = 'pendiente' AND o.intentos = 0 AND o.no_antes IS NOT NULL
      ORDER BY o.id LIMIT ${sql.raw(String(JUNTOS_MAX))})`,
  );

/** Ids of those whose news this mail carries. */
export const sentenciaJuntos = (db: Db, id: number) =>
  leerAMano<{ id: number }>(db, sql`SELECT id FROM correos WHERE agrupado_en = ${id} ORDER BY id`);

/** Takes out of their mail those whose news it does not bring, for good: tried again, it says the same. */
export async function apartar(
  db: Db,
  fuera: readonly { id: number; estado: Desenlace["estado"]; error: string }[],
  ahora: number,
): Promise<void> {
  const [primera, ...resto] = fuera.map(({ id, estado, error }) =>
    db
      .update(correos)
      .set({ estado, error, agrupado_en: null, historia: conPaso({ estado, en: ahora, error }) })
      .where(and(eq(correos.id, id), eq(correos.estado, "agrupado"))),
  );
  if (primera) await db.batch([primera, ...resto]);
}

/** What each of them says. */
export async function leerJuntos(
  db: Db,
  ids: readonly { id: number }[],
  casa: Casa,
): Promise<Leido[]> {
  const grupos = ids.map(({ id }) => sentenciasDatos(db, id));
  const [primera, ...resto] = grupos.flat() as Sentencia[];
  if (!primera) return [];
  const filas = (await db.batch([primera, ...resto])) as unknown[];
  const cuantas = filas.length / grupos.length;
  return grupos.flatMap((_, i) => {
    const suyas = filas.slice(i * cuantas, (i + 1) * cuantas) as unknown as FilasDatos;
    return armarDatos(suyas, casa) ?? [];
  });
}

/**
 * Claims a mail and reads all that it says, in one trip, and one more when it carries others' news. Of many that try at once
 * one gets it; a claim that has passed can be claimed again.
 *
 * An `incierto` row waits with `reclamado_hasta` set for its one more send, and claiming that send clears it: so there is
 * no third. A claim that passed without a word is one more unknown outcome: its process died, before or after it was sent.
 */
export async function tomar(db: Db, id: number, ahora: number, casa: Casa): Promise<Tomado> {
  const pendiente = and(
    sql`${correos.estado} IN ('pendiente', 'reintentando')`,
    or(isNull(correos.reclamado_hasta), lte(correos.reclamado_hasta, ahora)),
    or(isNull(correos.no_antes), lte(correos.no_antes, ahora)),
  );
  const segundaVez = and(eq(correos.estado, "incierto"), lte(correos.reclamado_hasta, ahora));
  const [tomadas, , juntos, ...filas] = await db.batch([
    db
      .update(correos)
      .set({
        estado: sql`CASE WHEN reclamado_hasta IS NULL THEN estado ELSE 'incierto' END`,
        reclamado_hasta: sql`CASE WHEN reclamado_hasta IS NULL THEN ${ahora + RECLAMO_SEGUNDOS} END`,
        historia: sql`CASE WHEN reclamado_hasta IS NULL OR estado = 'incierto' THEN historia
          ELSE ${conPaso({ estado: "incierto", en: ahora, error: SIN_FINAL })} END`,
        segunda_en: sql`CASE WHEN reclamado_hasta IS NULL OR estado = 'incierto' THEN segunda_en ELSE ${ahora} END`,
        intentos: sql`intentos + 1`,
      })
      .where(and(eq(correos.id, id), or(pendiente, segundaVez)))
      .returning({ estado: correos.estado, intentos: correos.intentos }),
    absorber(db, id, ahora),
    sentenciaJuntos(db, id),
    ...sentenciasDatos(db, id),
  ]);
  const leido = armarDatos(filas as unknown as FilasDatos, casa);
  const [tomada] = tomadas;
  if (tomada)
    return {
      tipo: "mio",
      intentos: tomada.intentos,
      leidos: leido ? [leido, ...(await leerJuntos(db, juntos, casa))] : [],
      segundaVez: tomada.estado === "incierto",
    };
  if (!leido || !["pendiente", "reintentando", "incierto"].includes(leido.correo.estado))
    return { tipo: "terminado" };
  const { reclamado_hasta, no_antes, estado } = leido.correo;
  const libre =
    estado === "pendiente" ? Math.max(reclamado_hasta ?? 0, no_antes ?? 0) : (reclamado_hasta ?? 0);
  return libre > 0
    ? { tipo: "ocupado", segundos: Math.max(1, libre - ahora + 1) }
    : { tipo: "terminado" };
}

const segundos = (): number => Math.floor(Date.now() / 1000);

export type Desenlace = {
  estado: (typeof correos.$inferSelect)["estado"];
  error?: string;
  asunto?: string;
  proveedor_id?: string | null;
  message_id?: string | null;
  enviado_en?: number;
  reclamado_hasta?: number;
  segunda_en?: number;
};

/** Nobody knows yet what became of it. What is in another state may have it from the provider itself, and keeps it. */
const EN_CAMINO = sql`estado IN ('pendiente', 'reintentando', 'incierto')`;

/** The farewell's address is the last that is known of that person: it is forgotten when no more is to be tried. */
const PARA_AL_FINAL = sql<string>`CASE WHEN plantilla = ${DESPEDIDA} AND NOT ${EN_CAMINO} THEN '' ELSE para END`;

/**
 * Writes what became of a claimed mail. What was sent is sent, even when somebody else took it over meanwhile. The provider's
 * own word may have come first, and stands; what else the reply brings is written all the same.
 */
export async function anotar(
  db: Db,
  id: number,
  intentos: number,
  { ahora, asunto, proveedor_id, message_id, ...d }: Desenlace & { ahora: number },
): Promise<void> {
  const historia = conPaso({ estado: d.estado, en: ahora, error: d.error ?? null });
  const suyo = d.estado === "enviado" ? undefined : eq(correos.intentos, intentos);
  await db.batch([
    db
      .update(correos)
      .set({ error: null, reclamado_hasta: null, ...d, historia })
      .where(and(eq(correos.id, id), EN_CAMINO, suyo)),
    db
      .update(correos)
      .set({ asunto, proveedor_id, message_id, para: PARA_AL_FINAL })
      .where(eq(correos.id, id)),
  ]);
}

const SIN_CERRAR = sql`estado IN ('pendiente', 'reintentando')`;

/**
 * When the queue has given up: what never got through is `fallido`, with its last error. One that somebody claimed and never
 * said how it ended may have gone out: nobody knows, and its second send is the sweep's to ask for, as of any `incierto`.
 */
export async function enterrar(db: Db, id: number, ahora = segundos()): Promise<void> {
  const error = sql<string>`'Se intentó ' || intentos || ' veces sin éxito. ' || coalesce(error, 'No sabemos por qué.')`;
  await db.batch([
    db
      .update(correos)
      .set({
        estado: "incierto",
        error: SIN_FINAL,
        segunda_en: ahora,
        historia: conPaso({ estado: "incierto", en: ahora, error: SIN_FINAL }),
      })
      .where(and(eq(correos.id, id), SIN_CERRAR, sql`reclamado_hasta IS NOT NULL`)),
    db
      .update(correos)
      .set({
        estado: "fallido",
        error,
        historia: conPaso({ estado: "fallido", en: ahora, error }),
      })
      .where(and(eq(correos.id, id), SIN_CERRAR, isNull(correos.reclamado_hasta))),
    db.update(correos).set({ para: PARA_AL_FINAL }).where(eq(correos.id, id)),
  ]);
}
