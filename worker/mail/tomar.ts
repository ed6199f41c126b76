import { and, eq, isNull, lte, ne, or, sql } from "drizzle-orm";
import { type Db, schema } from "../db/client.ts";
import { conPaso } from "../db/correos.ts";
import { armarDatos, type FilasDatos, type Leido, sentenciasDatos } from "./datos.ts";

const { correos } = schema;

/** How long nobody else sends it: as long as a send may take. */
export const RECLAMO_SEGUNDOS = 300;

export type Tomado =
  | { tipo: "mio"; intentos: number; leido: Leido | null; segundaVez: boolean }
  /** Somebody else has it, or it is not its time yet: look again in so many seconds. */
  | { tipo: "ocupado"; segundos: number }
  /** Done with, one way or the other, or there is no such row. */
  | { tipo: "terminado" };

/**
 * Claims a mail and reads all that it says, in one trip. Of many that try at once one gets it; a claim that has passed can
 * be claimed again.
 *
 * An `incierto` row waits with `reclamado_hasta` set for its one more send, and claiming that send clears it: so there is
 * no third.
 */
export async function tomar(db: Db, id: number, ahora: number, appUrl: string): Promise<Tomado> {
  const pendiente = and(
    sql`${correos.estado} IN ('pendiente', 'reintentando')`,
    or(isNull(correos.reclamado_hasta), lte(correos.reclamado_hasta, ahora)),
  );
  const segundaVez = and(eq(correos.estado, "incierto"), lte(correos.reclamado_hasta, ahora));
  const [tomadas, ...filas] = await db.batch([
    db
      .update(correos)
      .set({
        reclamado_hasta: sql`CASE estado WHEN 'incierto' THEN NULL ELSE ${ahora + RECLAMO_SEGUNDOS} END`,
        intentos: sql`intentos + 1`,
      })
      .where(and(eq(correos.id, id), or(pendiente, segundaVez)))
      .returning({ estado: correos.estado, intentos: correos.intentos }),
    ...sentenciasDatos(db, id),
  ]);
  const leido = armarDatos(filas as unknown as FilasDatos, appUrl);
  const [tomada] = tomadas;
  if (tomada)
    return {
      tipo: "mio",
      intentos: tomada.intentos,
      leido,
      segundaVez: tomada.estado === "incierto",
    };
  const libre = leido?.correo.reclamado_hasta ?? null;
  const espera =
    leido &&
    ["pendiente", "reintentando", "incierto"].includes(leido.correo.estado) &&
    libre !== null;
  return espera
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
};

/** Writes what became of a claimed mail. What was sent is sent, even when somebody else took it over meanwhile. */
export async function anotar(
  db: Db,
  id: number,
  intentos: number,
  { ahora, ...d }: Desenlace & { ahora: number },
): Promise<void> {
  const historia = conPaso({ estado: d.estado, en: ahora, error: d.error ?? null });
  await db
    .update(correos)
    .set({ error: null, reclamado_hasta: null, ...d, historia })
    .where(
      d.estado === "enviado"
        ? eq(correos.id, id)
        : and(eq(correos.id, id), eq(correos.intentos, intentos), ne(correos.estado, "enviado")),
    );
}

/** What never got through, when the queue has given up: `fallido`, with its last error. */
export async function enterrar(db: Db, id: number, ahora = segundos()): Promise<void> {
  const error = sql<string>`'Se intentó ' || intentos || ' veces sin éxito. ' || coalesce(error, 'No sabemos por qué.')`;
  await db
    .update(correos)
    .set({
      estado: "fallido",
      reclamado_hasta: null,
      error,
      historia: conPaso({ estado: "fallido", en: ahora, error }),
    })
    .where(
      and(
        eq(correos.id, id),
        sql`(estado IN ('pendiente', 'reintentando') OR (estado = 'incierto' AND reclamado_hasta IS NOT NULL))`,
      ),
    );
}
