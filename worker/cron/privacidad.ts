import { sql } from "drizzle-orm";
import type { Db } from "../db/client.ts";
import { olvidarInvitaciones } from "../domain/invitaciones/olvidar.ts";
import { DESDE_EL_PRINCIPIO, type Marca, retener } from "../domain/personas/retener.ts";
import { borrarObjetos } from "../photos/guardar.ts";
import { canales } from "../realtime/channels.ts";

/** So that one run of the clock stays short; a backlog takes some nights. */
const RONDAS_MAX = 20;
/** An account deleted so recently is emptied again: what failed outside the database is done now. */
const REPASO_SEGUNDOS = 3 * 86_400;

async function ultimaMarca(db: Db): Promise<Marca> {
  const [fila] = await db.all<{ marca: string | null }>(
    sql`SELECT json_extract(resultado, '$.hasta') AS marca FROM corridas WHERE tarea = 'retencion' AND json_valid(resultado)`,
  );
  return fila?.marca ? (JSON.parse(fila.marca) as Marca) : DESDE_EL_PRINCIPIO;
}

/** Each night: who reported a reclamo that closed long ago is no longer known, nor who was invited. @returns how many, and where it ended */
export async function retencion(env: Env, db: Db, ahora: number): Promise<object> {
  let hasta = await ultimaMarca(db);
  let hechos = 0;
  for (let ronda = 0; ronda < RONDAS_MAX; ronda++) {
    const r = await retener(db, ahora, hasta);
    hasta = r.hasta;
    hechos += r.hechos;
    // What stays of it shows nowhere.
    await borrarObjetos(env.FOTOS, r.claves).catch(() => undefined);
    const canal = canales(env);
    await Promise.allSettled(
      r.bandejas.map((b) => canal.retitular(b.usuarioId, b.eventoId, b.titulo)),
    );
    if (!r.quedan) break;
  }
  return { hechos, hasta, invitaciones: await olvidarInvitaciones(db, ahora) };
}

/** Each night: the inboxes of accounts deleted lately, and mails whose farewell never went out. @returns how many */
export async function repasarBorradas(env: Env, db: Db, ahora: number): Promise<object> {
  const [cuentas] = await Promise.all([
    db.all<{ id: number }>(
      sql`SELECT u.id AS id FROM usuarios u JOIN personas p ON p.id = u.persona_id
      WHERE p.anonimizada_en >= ${ahora - REPASO_SEGUNDOS} AND u.bloqueado_en IS NOT NULL`,
    ),
    db.run(
      sql`UPDATE correos SET para = '', historia = NULL, error = NULL, estado = CASE estado WHEN 'enviado' THEN estado WHEN 'simulado' THEN estado ELSE 'fallido' END
      WHERE plantilla = 'cuenta_borrada' AND para <> '' AND creado_en < ${ahora - REPASO_SEGUNDOS}`,
    ),
  ]);
  const canal = canales(env);
  await Promise.allSettled(cuentas.map((c) => canal.olvidar(c.id)));
  return { cuentas: cuentas.length };
}
