import { sql } from "drizzle-orm";
import { aMano, leerAMano } from "../db/client.ts";
import { conPaso } from "../db/correos.ts";
import { CORREO_OTRA_VEZ } from "../db/schema/eventos.ts";
import { type Deps, deAPocos, encolar } from "./deps.ts";
import { dispatch } from "./dispatch.ts";
import { anotarFalla, INTENTOS_MAX } from "./park.ts";

/** An evento younger than this is still in the hands of the request that wrote it. */
const RECIENTE_SEGUNDOS = 15;
const EVENTOS_POR_VUELTA = 50;
/** Nobody else tries it meanwhile: longer than a whole turn may take. */
const TOMADO_SEGUNDOS = 180;
const SIN_FINAL = "ningún intento llegó a terminar";
const CORREOS_POR_VUELTA = 500;
/** Longer than all the mail consumer's retries together: a job that old was lost by its queue. */
const COLA_PERDIDA_SEGUNDOS = 900;
/** How long the queue has for a second send that is due: longer than any wait between two of its deliveries. */
const SEGUNDA_PERDIDA_SEGUNDOS = 600;
/** A second send is asked for no longer than that: news so old would only confuse. */
const SEGUNDA_VALE_SEGUNDOS = 6 * 3600;
const NADIE_MAS = "No se pudo mandar una vez más.";

export type Barrido = { eventos: number; fallas: number; correos: number };

/**
 * Finishes what was never finished: eventos without their consequences, mails that no queue has, second sends that none made.
 * @throws what kept the mails from their queue, after all the rest was done
 */
export async function sweep(deps: Deps): Promise<Barrido> {
  let sinCola: unknown = null;
  const sinCorreo = (error: unknown) => {
    sinCola = error;
    return 0;
  };
  // First, so that the mails which the eventos below queue are not taken for lost ones.
  const correos =
    (await barrerCorreos(deps).catch(sinCorreo)) + (await barrerInciertos(deps).catch(sinCorreo));
  const tomados = await tomar(deps);
  let fallas = 0;
  await deAPocos(tomados, async ({ id, intentos }) => {
    const { estado } = await intentar(deps, id, intentos).catch((error: unknown) => {
      deps.denunciar(error instanceof Error ? error : new Error(String(error)));
      return { estado: "pendiente" };
    });
    if (estado === "pendiente" || estado === "aparcado") fallas += 1;
  });
  if (sinCola) throw sinCola;
  return { eventos: tomados.length, fallas, correos };
}

/**
 * Takes what is to be tried now, counting the attempt before it is made: one that kills its process is bounded too, and two
 * sweeps never have the same. What was tried least comes first, so that nobody waits behind what keeps failing.
 */
async function tomar({ db, ahora }: Deps): Promise<{ id: number; intentos: number }[]> {
  const tomados = await db.all<{ id: number; intentos: number }>(sql`
    UPDATE eventos SET intentos = intentos + 1, proximo_en = ${ahora + TOMADO_SEGUNDOS}
    WHERE id IN (
      SELECT id FROM eventos WHERE despachado_en IS NULL AND en <= ${ahora - RECIENTE_SEGUNDOS}
        AND (proximo_en IS NULL OR proximo_en <= ${ahora})
      ORDER BY intentos, en LIMIT ${EVENTOS_POR_VUELTA})
    RETURNING id, intentos`);
  return tomados.sort((a, b) => a.intentos - b.intentos || a.id - b.id);
}

/** Beyond the last attempt only those come here that never said how they ended. */
const intentar = (deps: Deps, id: number, intento: number) =>
  intento > INTENTOS_MAX
    ? anotarFalla(deps, id, intento, SIN_FINAL).then((estado) => ({ estado }))
    : dispatch(deps, id, intento);

/**
 * Queues the mails that nobody queued, or whose queue lost them. A mail of an evento still open is that evento's dispatch's.
 * A job too many does no harm: the consumer claims the row.
 */
async function barrerCorreos({ db, colaCorreo, ahora }: Deps): Promise<number> {
  const perdidos = await db.all<{ id: number }>(sql`
    SELECT c.id AS id FROM correos c LEFT JOIN eventos e ON e.id = c.evento_id
    WHERE c.estado IN ('pendiente', 'reintentando') AND c.creado_en <= ${ahora - RECIENTE_SEGUNDOS}
      AND (c.encolado_en IS NULL OR c.encolado_en <= ${ahora - COLA_PERDIDA_SEGUNDOS})
      AND (c.reclamado_hasta IS NULL OR c.reclamado_hasta <= ${ahora})
      AND (c.no_antes IS NULL OR c.no_antes <= ${ahora})
      AND (e.id IS NULL OR e.despachado_en IS NOT NULL)
    ORDER BY c.creado_en LIMIT ${CORREOS_POR_VUELTA}`);
  if (perdidos.length === 0) return 0;
  const ids = perdidos.map((c) => c.id);
  await encolar(
    colaCorreo,
    ids.map((correo_id) => ({ correo_id })),
  );
  await db.run(sql`UPDATE correos SET encolado_en = ${ahora}
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
  return ids.length;
}

/**
 * Asks again for the second send of mails whose outcome nobody knows, when the queue lost it. They are taken before they are
 * queued, so two sweeps never have the same; a sweep that dies in between leaves them to a later one. The claim of the
 * consumer (mail/tomar.ts) is what keeps any of them from a third send.
 */
async function barrerInciertos({ db, colaCorreo, ahora }: Deps): Promise<number> {
  const espera = sql.raw(CORREO_OTRA_VEZ);
  const [, perdidos] = await db.batch([
    aMano(
      db,
      sql`UPDATE correos SET reclamado_hasta = NULL, error = ${NADIE_MAS},
        historia = ${conPaso({ estado: "incierto", en: ahora, error: NADIE_MAS })}
      WHERE ${espera} AND reclamado_hasta <= ${ahora - SEGUNDA_PERDIDA_SEGUNDOS}
        AND coalesce(segunda_en, reclamado_hasta) <= ${ahora - SEGUNDA_VALE_SEGUNDOS}`,
    ),
    leerAMano<{ id: number }>(
      db,
      sql`UPDATE correos SET encolado_en = ${ahora} WHERE id IN (
        SELECT id FROM correos WHERE ${espera} AND reclamado_hasta <= ${ahora - SEGUNDA_PERDIDA_SEGUNDOS}
          AND (encolado_en IS NULL OR encolado_en <= ${ahora - COLA_PERDIDA_SEGUNDOS})
        ORDER BY reclamado_hasta LIMIT ${sql.raw(String(CORREOS_POR_VUELTA))})
      RETURNING id`,
    ),
  ]);
  await encolar(
    colaCorreo,
    perdidos.map(({ id }) => ({ correo_id: id })),
  );
  return perdidos.length;
}
