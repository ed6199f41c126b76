import { sql } from "drizzle-orm";
import type {
  CorreoPerdido,
  EntregasPerdidas,
  EventoTrabado,
  SaludDetalle,
} from "../../../contract/esquemas/salud.ts";
import { SALUD_MAX } from "../../../contract/esquemas/salud.ts";
import { YA_NO_CORRESPONDE } from "../../../contract/eventos.ts";
import { leerAMano, schema } from "../../db/client.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { actorVigente, sentenciaActor } from "../reclamos/lectura.ts";
import { iso, isoONulo } from "../tiempo.ts";

/** A request that has just written it is still telling everyone. */
const RECIENTE_SEGUNDOS = 15;

type Crudo<T> = { [K in keyof T]: K extends `${string}en` ? number : T[K] };
type FilaEvento = Omit<EventoTrabado, "en" | "proximo_en" | "aparcado_en"> & {
  en: number;
  proximo_en: number | null;
  aparcado_en: number | null;
};

const deEvento = (f: FilaEvento): EventoTrabado => ({
  ...f,
  en: iso(f.en),
  proximo_en: isoONulo(f.proximo_en),
  aparcado_en: isoONulo(f.aparcado_en),
});
const conHora = <T extends { en: number }>(f: T) => ({ ...f, en: iso(f.en) });

const COLUMNAS = sql.raw(
  "id AS evento_id, tipo, reclamo_id, en, intentos, proximo_en, aparcado_en, error",
);

/**
 * What did not get through and why, and when each scheduled job last ran. Ids and figures, nobody's name. For admins.
 * @throws Fallo sin_sesion, sin_permiso
 */
export async function verSaludDetalle(ctx: Ctx): Promise<SaludDetalle> {
  const admin = exigirRol(ctx, "admin");
  const { db } = ctx;
  const [cuenta, pendientes, aparcados, entregas, correos, [viejo], corridas] = await db.batch([
    sentenciaActor(db, admin),
    leerAMano<FilaEvento>(
      db,
      sql`SELECT ${COLUMNAS} FROM eventos
        WHERE despachado_en IS NULL AND en <= ${ctx.ahora - RECIENTE_SEGUNDOS} ORDER BY en LIMIT ${SALUD_MAX}`,
    ),
    leerAMano<FilaEvento>(
      db,
      sql`SELECT ${COLUMNAS} FROM eventos WHERE aparcado_en IS NOT NULL ORDER BY aparcado_en LIMIT ${SALUD_MAX}`,
    ),
    leerAMano<Crudo<EntregasPerdidas>>(
      db,
      sql`SELECT d.evento_id AS evento_id, e.tipo AS tipo, e.reclamo_id AS reclamo_id, count(*) AS cuantas,
          max(d.error) AS error, max(d.en) AS en
        FROM entregas d JOIN eventos e ON e.id = d.evento_id
        WHERE d.estado = 'fallido' AND d.error IS NOT ${YA_NO_CORRESPONDE} AND e.aparcado_en IS NULL
        GROUP BY d.evento_id ORDER BY d.evento_id LIMIT ${SALUD_MAX}`,
    ),
    leerAMano<Crudo<CorreoPerdido>>(
      db,
      sql`SELECT id, reclamo_id, plantilla, intentos, error, creado_en AS en FROM correos
        WHERE estado = 'fallido' ORDER BY id LIMIT ${SALUD_MAX}`,
    ),
    leerAMano<{ en: number | null }>(
      db,
      sql`SELECT min(coalesce(no_antes, creado_en)) AS en FROM correos WHERE coalesce(no_antes, 0) <= ${ctx.ahora} AND estado IN ('pendiente', 'reintentando')`,
    ),
    db.select().from(schema.corridas).orderBy(schema.corridas.tarea),
  ]);
  actorVigente(admin, cuenta);
  return {
    sin_despachar: pendientes.map(deEvento),
    aparcados: aparcados.map(deEvento),
    entregas: entregas.map(conHora),
    correos: correos.map(conHora),
    correo_mas_viejo_s: viejo?.en == null ? null : ctx.ahora - viejo.en,
    corridas: corridas.map((c) => {
      const { fallo, ...resultado } = JSON.parse(c.resultado) as Record<string, unknown>;
      return {
        tarea: c.tarea,
        en: iso(c.en),
        ms: c.ms,
        fallo: typeof fallo === "string" ? fallo : null,
        resultado,
      };
    }),
  };
}
