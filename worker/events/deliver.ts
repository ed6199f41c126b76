import { type SQL, sql } from "drizzle-orm";
import { YA_NO_CORRESPONDE } from "../../contract/eventos.ts";
import { aMano, leerAMano, type Sentencia } from "../db/client.ts";
import type { Destinatario } from "./audience.ts";
import { type Deps, decir, encolar } from "./deps.ts";
import { tramaDeAviso, tramaSilenciosa } from "./frames.ts";
import type { Hecho } from "./truth.ts";

/** A person's object that does not answer by then counts as unreachable for this attempt. */
const ESPERA_MS = 10_000;

export type Alcance = {
  /** Only these accounts and people, as in one part of a crowd; absent, everybody the evento still owes. */
  solo?: { usuarioIds: readonly number[]; personaIds: readonly number[] };
  /** Goes into the batch that writes down what became of it, when nothing is left to do. */
  cierre?: Sentencia;
};
export type Resultado = {
  entregados: number;
  correos: number;
  /** The first failure, or null when nothing is left to do. */
  falla: string | null;
};

type Pendiente = { usuario_id: number; silenciosa: number; bloqueada: number; rol: string };
type Intento = {
  usuario_id: number;
  seq: number | null;
  error: string | null;
  /** No use in trying again. */
  definitivo?: true;
};

/**
 * Delivers an evento to people: writes who is to get what, calls each one's object at once, queues the mails, and writes
 * down what became of it. Each step is safe to repeat, and one unreachable person holds up nobody.
 */
export async function entregar(
  deps: Deps,
  hecho: Hecho,
  destinatarios: readonly Destinatario[],
  alcance: Alcance,
): Promise<Resultado> {
  const [pendientes, correos] = await anotar(deps, hecho, destinatarios, alcance);
  const [intentos, fallaCorreo] = await Promise.all([
    Promise.all(pendientes.map((p) => intentar(deps, hecho, p, destinatarios))),
    encolar(
      deps.colaCorreo,
      correos.map(({ id }) => ({ correo_id: id })),
      (_, i) => (correos[i]?.no_antes ?? 0) - deps.ahora,
    ).then(
      () => null,
      (error: unknown) => `correo: ${decir(error)}`,
    ),
  ]);
  const porRepetir = intentos.find((i) => i.error !== null && !i.definitivo);
  const falla = fallaCorreo ?? porRepetir?.error ?? null;
  await anotarIntentos(deps, hecho, intentos, falla === null ? alcance.cierre : undefined);
  return {
    entregados: intentos.filter((i) => i.error === null).length,
    correos: fallaCorreo === null ? correos.length : 0,
    falla,
  };
}

type PorEnviar = { id: number; no_antes: number | null };

/** What happens to a reclamo within these seconds is one mail to each person (docs/decisions, "ten minutes"). */
export const AGRUPAR_SEGUNDOS = 600;
/** The receipt for a new reclamo, and what is about none, go at once. */
const DE_INMEDIATO: readonly Hecho["tipo"][] = ["creado", "anuncio"];

/** When a mail leaves: with the one that already waits for this person about this reclamo, or ten minutes from now. */
const cuandoSale = (hecho: Hecho, ahora: number): SQL =>
  DE_INMEDIATO.includes(hecho.tipo)
    ? sql`NULL`
    : sql`coalesce((SELECT min(c.no_antes) FROM correos c WHERE c.reclamo_id = ${hecho.reclamo_id}
        AND c.persona_id = value ->> 0 AND c.estado = 'pendiente' AND c.no_antes > ${ahora}), ${ahora + AGRUPAR_SEGUNDOS})`;

/** Writes the deliveries and the mails once each, and gives back what is still to be done. */
async function anotar(
  { db, ahora }: Deps,
  hecho: Hecho,
  destinatarios: readonly Destinatario[],
  { solo }: Alcance,
): Promise<[Pendiente[], PorEnviar[]]> {
  const entregas = destinatarios
    .filter((d) => d.usuarioId !== null && (d.aviso || d.silencio))
    .map((d) => [d.usuarioId, d.aviso ? 0 : 1]);
  const correos = destinatarios.filter((d) => d.correo).map((d) => [d.personaId, d.email]);
  const deEllos = (columna: string, ids: readonly number[] | undefined) =>
    ids
      ? sql` AND ${sql.raw(columna)} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
      : sql``;

  const escribirEntregas = aMano(
    db,
    sql`
    INSERT OR IGNORE INTO entregas (evento_id, usuario_id, silenciosa, estado, intentos, en)
    SELECT ${hecho.id}, value ->> 0, value ->> 1, 'pendiente', 0, ${ahora}
    FROM json_each(${JSON.stringify(entregas)})`,
  );
  // encolado_en says when it was handed to the queue: right after this, and until that worked the evento stays open.
  const escribirCorreos = aMano(
    db,
    sql`
    INSERT OR IGNORE INTO correos
      (evento_id, persona_id, reclamo_id, plantilla, para, estado, creado_en, encolado_en, no_antes)
    SELECT ${hecho.id}, value ->> 0, ${hecho.reclamo_id}, ${hecho.tipo}, value ->> 1, 'pendiente', ${ahora}, ${ahora},
      ${cuandoSale(hecho, ahora)}
    FROM json_each(${JSON.stringify(correos)})`,
  );
  const [, , pendientes, porEnviar] = await db.batch([
    escribirEntregas,
    escribirCorreos,
    leerAMano<Pendiente>(
      db,
      sql`
      SELECT e.usuario_id AS usuario_id, e.silenciosa AS silenciosa, u.bloqueado_en IS NOT NULL AS bloqueada, u.rol AS rol
      FROM entregas e JOIN usuarios u ON u.id = e.usuario_id
      WHERE e.evento_id = ${hecho.id} AND e.estado = 'pendiente'${deEllos("e.usuario_id", solo?.usuarioIds)}`,
    ),
    leerAMano<PorEnviar>(
      db,
      sql`
      SELECT id, no_antes FROM correos WHERE evento_id = ${hecho.id} AND estado = 'pendiente' AND intentos = 0${deEllos("persona_id", solo?.personaIds)}`,
    ),
  ]);
  return [pendientes, porEnviar];
}

async function intentar(
  deps: Deps,
  hecho: Hecho,
  p: Pendiente,
  destinatarios: readonly Destinatario[],
): Promise<Intento> {
  const usuario_id = p.usuario_id;
  // Written down in an earlier attempt; since then they may have lost the right to hear of it.
  if (p.bloqueada === 1 || (hecho.interno && p.rol === "vecino"))
    return { usuario_id, seq: null, error: YA_NO_CORRESPONDE, definitivo: true };
  const silencio =
    p.silenciosa === 1 || destinatarios.some((d) => d.usuarioId === usuario_id && d.silencio);
  try {
    const { seq } = await conLimite(
      deps.canales.deliver(usuario_id, hecho.id, {
        aviso: p.silenciosa === 1 ? undefined : tramaDeAviso(hecho),
        silencio: silencio ? tramaSilenciosa(hecho) : undefined,
      }),
    );
    return { usuario_id, seq, error: null };
  } catch (error) {
    return { usuario_id, seq: null, error: decir(error) };
  }
}

async function anotarIntentos(
  { db, ahora }: Deps,
  hecho: Hecho,
  intentos: readonly Intento[],
  cierre: Sentencia | undefined,
): Promise<void> {
  const bien = intentos.filter((i) => i.error === null).map((i) => [i.usuario_id, i.seq]);
  const mal = intentos
    .filter((i) => i.error !== null)
    .map((i) => [i.usuario_id, i.error, i.definitivo ? "fallido" : "pendiente"]);
  const sentencias: Sentencia[] = [];
  // Whoever was quick to read it is `leido` already, and stays so. What was given up meanwhile has arrived all the same.
  if (bien.length > 0)
    sentencias.push(
      aMano(
        db,
        sql`
        UPDATE entregas SET estado = CASE estado WHEN 'leido' THEN 'leido' ELSE 'entregado' END,
          seq = j.value ->> 1, intentos = intentos + 1, error = NULL, en = ${ahora}
        FROM json_each(${JSON.stringify(bien)}) j
        WHERE evento_id = ${hecho.id} AND usuario_id = j.value ->> 0`,
      ),
    );
  if (mal.length > 0)
    sentencias.push(
      aMano(
        db,
        sql`
        UPDATE entregas SET estado = j.value ->> 2, error = j.value ->> 1,
          intentos = intentos + 1, en = ${ahora}
        FROM json_each(${JSON.stringify(mal)}) j
        WHERE evento_id = ${hecho.id} AND usuario_id = j.value ->> 0 AND estado = 'pendiente'`,
      ),
    );
  if (cierre) sentencias.push(cierre);
  const [primera, ...resto] = sentencias;
  if (primera) await db.batch([primera, ...resto]);
}

async function conLimite<T>(promesa: Promise<T>): Promise<T> {
  let reloj: ReturnType<typeof setTimeout> | undefined;
  const limite = new Promise<never>((_, rechazar) => {
    reloj = setTimeout(() => rechazar(new Error("el canal no contestó a tiempo")), ESPERA_MS);
  });
  try {
    return await Promise.race([promesa, limite]);
  } finally {
    clearTimeout(reloj);
  }
}
