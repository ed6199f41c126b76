import { sql } from "drizzle-orm";
import { aMano, type Sentencia } from "../db/client.ts";
import { audiencia } from "./audience.ts";
import { entregar } from "./deliver.ts";
import { type Deps, decir, encolar, enGrupos } from "./deps.ts";
import { type Hecho, leerDestinatarios, leerIdsDeAnuncio, leerVerdad } from "./truth.ts";

/** Beyond so many people an evento goes by queue, so that nobody waits for a crowd; as many to a message. */
export const MULTITUD = 100;
export const INTENTOS_MAX = 8;
const ESPERA_SEGUNDOS = 30;
const ESPERA_MAX_SEGUNDOS = 3600;

/** Seconds until the next attempt, growing with those already made. */
export const esperaTras = (intentos: number): number =>
  Math.min(ESPERA_SEGUNDOS * 2 ** intentos, ESPERA_MAX_SEGUNDOS);

export type Despacho = {
  /** `pendiente`: something failed and the sweep tries again. */
  estado: "despachado" | "pendiente" | "nada_que_hacer";
  entregados: number;
  correos: number;
  /** People handed to the crowd's queue. */
  encolados: number;
};

const NADA: Despacho = { estado: "nada_que_hacer", entregados: 0, correos: 0, encolados: 0 };

/**
 * Turns one evento into its consequences: inbox, live frames, mails. Reads the truth again, so the id is all it needs. May be
 * called any number of times, at once or after having been killed half-way: each person gets each thing once.
 * @throws what broke, after writing it down so that the sweep tries again later
 */
export async function dispatch(deps: Deps, eventoId: number): Promise<Despacho> {
  try {
    return await despachar(deps, eventoId);
  } catch (error) {
    await anotarFalla(deps, eventoId, decir(error)).catch(() => undefined);
    throw error;
  }
}

async function despachar(deps: Deps, eventoId: number): Promise<Despacho> {
  const verdad = await leerVerdad(deps.db, eventoId);
  if (!verdad || verdad.hecho.despachado_en !== null) return NADA;
  const { hecho } = verdad;
  let gente = verdad.gente;
  if (hecho.tipo === "anuncio") {
    const ids = await leerIdsDeAnuncio(deps.db, hecho);
    if (ids.length > MULTITUD) return porCola(deps, hecho, ids, []);
    gente = await leerDestinatarios(deps.db, hecho.id, ids);
  }
  const destinatarios = audiencia(hecho, gente);
  const ids = destinatarios.flatMap((d) => d.usuarioId ?? []);
  if (ids.length > MULTITUD)
    return porCola(
      deps,
      hecho,
      ids,
      destinatarios.filter((d) => d.usuarioId === null),
    );
  const r = await entregar(deps, hecho, destinatarios, {
    ultimo: hecho.intentos + 1 >= INTENTOS_MAX,
    cierre: (falla) => cierre(deps, hecho, falla),
  });
  return {
    estado: r.falla === null ? "despachado" : "pendiente",
    entregados: r.entregados,
    correos: r.correos,
    encolados: 0,
  };
}

/** Hands a crowd to its queue. Once the queue has all of it the evento is closed: from there on the queue keeps trying. */
async function porCola(
  deps: Deps,
  hecho: Hecho,
  ids: readonly number[],
  sinCuenta: ReturnType<typeof audiencia>,
): Promise<Despacho> {
  await encolar(
    deps.colaMultitud,
    enGrupos(ids, MULTITUD).map((usuario_ids) => ({ evento_id: hecho.id, usuario_ids })),
  );
  const r = await entregar(deps, hecho, sinCuenta, {
    ultimo: hecho.intentos + 1 >= INTENTOS_MAX,
    solo: { usuarioIds: [], personaIds: sinCuenta.map((d) => d.personaId) },
    cierre: (falla) => cierre(deps, hecho, falla),
  });
  return {
    estado: r.falla === null ? "despachado" : "pendiente",
    entregados: 0,
    correos: r.correos,
    encolados: ids.length,
  };
}

/** Closes the evento, or puts it off; after the last attempt it is closed with its error beside it. */
function cierre({ db, ahora }: Deps, hecho: Hecho, falla: string | null): Sentencia {
  if (falla === null)
    return aMano(
      db,
      sql`UPDATE eventos SET despachado_en = ${ahora} WHERE id = ${hecho.id} AND despachado_en IS NULL`,
    );
  return aMano(db, posponer(hecho.id, hecho.intentos, falla, ahora));
}

const posponer = (id: number, intentos: number, falla: string, ahora: number) => sql`
  UPDATE eventos SET intentos = ${intentos + 1}, error = ${falla},
    proximo_en = ${ahora + esperaTras(intentos)},
    despachado_en = ${intentos + 1 >= INTENTOS_MAX ? ahora : null}
  WHERE id = ${id} AND despachado_en IS NULL`;

/** An attempt that never came to its end. */
async function anotarFalla({ db, ahora }: Deps, eventoId: number, falla: string): Promise<void> {
  const [fila] = await db.all<{ intentos: number }>(
    sql`SELECT intentos FROM eventos WHERE id = ${eventoId}`,
  );
  if (!fila) return;
  const pospuesto = aMano(db, posponer(eventoId, fila.intentos, falla, ahora));
  const rendirse = aMano(
    db,
    sql`UPDATE entregas SET estado = 'fallido', error = ${falla}, en = ${ahora}
      WHERE evento_id = ${eventoId} AND estado = 'pendiente'`,
  );
  await db.batch(fila.intentos + 1 < INTENTOS_MAX ? [pospuesto] : [pospuesto, rendirse]);
}
