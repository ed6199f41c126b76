import { sql } from "drizzle-orm";
import { aMano } from "../db/client.ts";
import { audiencia } from "./audience.ts";
import { entregar } from "./deliver.ts";
import { type Deps, decir, encolar } from "./deps.ts";
import { anotarFalla } from "./park.ts";
import { partir, saldarSiTermino } from "./partes.ts";
import { type Hecho, leerDestinatarios, leerIdsDeAnuncio, leerVerdad } from "./truth.ts";

/** Beyond so many people an evento goes by queue, so that nobody waits for a crowd; as many to a message. */
export const MULTITUD = 100;

export type Despacho = {
  /** `pendiente`: something failed and the sweep tries again; `aparcado`: it no longer does. */
  estado: "despachado" | "pendiente" | "aparcado" | "nada_que_hacer";
  entregados: number;
  correos: number;
  /** People handed to the crowd's queue. */
  encolados: number;
};

const NADA: Despacho = { estado: "nada_que_hacer", entregados: 0, correos: 0, encolados: 0 };

/**
 * Turns one evento into its consequences: inbox, live frames, mails. Reads the truth again, so the id is all it needs. May be
 * called any number of times, at once or after having been killed half-way: each person gets each thing once. What fails is
 * written down and reported (park.ts); the sweep tries again later.
 * @param intento which attempt this is, from 1
 * @throws what broke, when not even that could be written down
 */
export async function dispatch(deps: Deps, eventoId: number, intento = 1): Promise<Despacho> {
  let hecho: Intentado;
  try {
    hecho = await despachar(deps, eventoId);
  } catch (error) {
    hecho = { ...NADA, falla: decir(error), causa: error };
  }
  const { falla, causa, ...despacho } = hecho;
  if (falla === null) return despacho;
  const estado = await anotarFalla(deps, eventoId, intento, falla, causa);
  return { ...despacho, estado };
}

type Intentado = Despacho & { falla: string | null; causa?: unknown };

async function despachar(deps: Deps, eventoId: number): Promise<Intentado> {
  const verdad = await leerVerdad(deps.db, eventoId);
  if (!verdad || verdad.hecho.despachado_en !== null) return { ...NADA, falla: null };
  const { hecho } = verdad;
  let gente = verdad.gente;
  if (hecho.tipo === "anuncio") {
    const termino = await saldarSiTermino(deps, hecho.id);
    const ids = termino ? [] : await leerIdsDeAnuncio(deps.db, hecho);
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
  const r = await entregar(deps, hecho, destinatarios, { cierre: cierre(deps, hecho) });
  return { ...r, estado: "despachado", encolados: 0 };
}

/**
 * Hands a crowd to its queue, in parts that are written down first. Once the queue has all of them the evento is closed: from
 * there on the queue keeps trying, and what even the queue loses is handed to it again (partes.ts).
 */
async function porCola(
  deps: Deps,
  hecho: Hecho,
  ids: readonly number[],
  sinCuenta: ReturnType<typeof audiencia>,
): Promise<Intentado> {
  await encolar(deps.colaMultitud, await partir(deps, hecho.id, ids, MULTITUD));
  const r = await entregar(deps, hecho, sinCuenta, {
    solo: { usuarioIds: [], personaIds: sinCuenta.map((d) => d.personaId) },
    cierre: cierre(deps, hecho),
  });
  return { ...r, estado: "despachado", entregados: 0, encolados: ids.length };
}

const cierre = ({ db, ahora }: Deps, hecho: Hecho) =>
  aMano(
    db,
    sql`UPDATE eventos SET despachado_en = ${ahora}, proximo_en = NULL, error = NULL
      WHERE id = ${hecho.id} AND despachado_en IS NULL`,
  );
