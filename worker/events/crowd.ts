import { sql } from "drizzle-orm";
import * as z from "zod/mini";
import { abrirDb } from "../db/client.ts";
import { denunciar } from "../observar.ts";
import { audiencia } from "./audience.ts";
import { entregar } from "./deliver.ts";
import { conAzar, type Deps, depsDe } from "./deps.ts";
import { anotarParte, saldarSiTermino } from "./partes.ts";
import { leerDestinatarios, leerVerdad } from "./truth.ts";

const ids = z.array(z.int());
const mensajeMultitud = z.object({
  evento_id: z.int(),
  parte: z.optional(z.int()),
  usuario_ids: ids,
});
const mensajeLeidos = z.object({ usuario_id: z.int(), leidos: ids });
const mensaje = z.union([mensajeMultitud, mensajeLeidos]);

const ESPERA_SEGUNDOS = 30;

const depsAhora = (env: Env): Deps => depsDe(env, abrirDb(env.DB), Math.floor(Date.now() / 1000));

/**
 * The consumer of the crowds' queue. Each message is acknowledged or retried by itself; what a first attempt delivered a
 * second does not deliver again.
 */
export async function consumirMultitud(
  batch: MessageBatch,
  env: Env,
  _ctx: ExecutionContext,
): Promise<void> {
  const deps = depsAhora(env);
  // At once: a part with somebody who cannot be reached does not hold up the next.
  await Promise.all(batch.messages.map((m) => atender(deps, m)));
}

async function atender(deps: Deps, m: Message): Promise<void> {
  const leido = mensaje.safeParse(m.body);
  // Nobody can make sense of it later either.
  if (!leido.success) return m.ack();
  try {
    if ("leidos" in leido.data) await anotarLeidos(deps, leido.data);
    else await entregarParte(deps, leido.data);
    m.ack();
  } catch (error) {
    // The first failure is told, and then the end (enterrarMultitud).
    if (m.attempts === 1) denunciar(error);
    m.retry({ delaySeconds: conAzar(ESPERA_SEGUNDOS * 2 ** m.attempts, deps.azar) });
  }
}

/**
 * Delivers an evento to its part of a crowd.
 * @throws when anybody of it could not be reached
 */
export async function entregarParte(
  deps: Deps,
  mensaje: z.infer<typeof mensajeMultitud>,
): Promise<void> {
  const { evento_id, usuario_ids } = mensaje;
  const verdad = await leerVerdad(deps.db, evento_id);
  if (!verdad) return;
  const { hecho } = verdad;
  if (hecho.tipo === "anuncio" && (await saldarSiTermino(deps, evento_id)))
    return anotarParte(deps, mensaje);
  const gente =
    hecho.tipo === "anuncio"
      ? await leerDestinatarios(deps.db, evento_id, usuario_ids)
      : verdad.gente;
  const suyos = new Set(usuario_ids);
  const destinatarios = audiencia(hecho, gente).filter(
    (d) => d.usuarioId !== null && suyos.has(d.usuarioId),
  );
  const { falla } = await entregar(deps, hecho, destinatarios, {
    solo: { usuarioIds: usuario_ids, personaIds: destinatarios.map((d) => d.personaId) },
  });
  if (falla !== null) throw new Error(falla);
  await anotarParte(deps, mensaje);
}

const anotarLeidos = ({ db, ahora }: Deps, { usuario_id, leidos }: z.infer<typeof mensajeLeidos>) =>
  db.run(sql`
    UPDATE entregas SET estado = 'leido', en = ${ahora}
    WHERE usuario_id = ${usuario_id} AND estado IN ('pendiente', 'entregado')
      AND evento_id IN (SELECT value FROM json_each(${JSON.stringify(leidos)}))`);

/** The consumer of the crowds' dead letters: what never arrived is `fallido`, for staff to see. */
export async function enterrarMultitud(batch: MessageBatch, env: Env): Promise<void> {
  const deps = depsAhora(env);
  for (const m of batch.messages) {
    const leido = mensajeMultitud.safeParse(m.body);
    try {
      if (leido.success) await enterrarParte(deps, leido.data);
      m.ack();
    } catch (error) {
      denunciar(error);
      m.retry();
    }
  }
}

async function enterrarParte(deps: Deps, mensaje: z.infer<typeof mensajeMultitud>): Promise<void> {
  const { db, ahora, denunciar } = deps;
  const { evento_id, usuario_ids } = mensaje;
  const r = await db.run(sql`
    UPDATE entregas SET estado = 'fallido', error = coalesce(error, 'la cola se cansó'), en = ${ahora}
    WHERE evento_id = ${evento_id} AND estado = 'pendiente'
      AND usuario_id IN (SELECT value FROM json_each(${JSON.stringify(usuario_ids)}))`);
  // One that never got as far as writing its deliveries is left: it is queued again (partes.ts).
  if (r.meta.changes > 0) await anotarParte(deps, mensaje);
  if (r.meta.changes > 0)
    denunciar(new Error(`evento ${evento_id}: the queue gave up on ${r.meta.changes} people`));
}
