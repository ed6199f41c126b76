import { sql } from "drizzle-orm";
import { limpiarIntentos, limpiarSesiones } from "../auth/intentos.ts";
import { abrirDb, type Db } from "../db/client.ts";
import { olvidarEnlaces } from "../domain/reportes/vencer.ts";
import { type Deps, deAPocos, decir, depsDe } from "../events/deps.ts";
import { dispatch } from "../events/dispatch.ts";
import { sweep } from "../events/sweep.ts";
import { borrarFotosSueltas } from "../photos/limpiar.ts";
import { borrarReportes } from "../photos/reportes.ts";
import { anuncios } from "./anuncios.ts";
import { cifras } from "./cifras.ts";
import { marcarDemorados } from "./demorados.ts";
import { borrarClavesViejas, borrarResultadosViejos } from "./limpieza.ts";
import { repasarBorradas, retencion } from "./privacidad.ts";
import { resumen } from "./resumen.ts";

/** The second trigger of wrangler.toml, at night in Argentina. Any other is the one of each minute. */
export const CADA_DIA = "17 6 * * *";

type Reloj = { env: Env; db: Db; deps: Deps; ahora: number };
type Tarea = { nombre: string; hacer: (r: Reloj) => Promise<object> };

const CADA_MINUTO_TAREAS: readonly Tarea[] = [
  { nombre: "barrido", hacer: ({ deps }) => sweep(deps) },
  {
    nombre: "demorados",
    async hacer({ db, deps, ahora }) {
      const hechos = await marcarDemorados(db, ahora);
      // What fails here, the next sweep finishes.
      await deAPocos(hechos, (id) => dispatch(deps, id).catch(() => undefined));
      return { demorados: hechos.length };
    },
  },
  anuncios,
  resumen,
  cifras,
];

const CADA_DIA_TAREAS: readonly Tarea[] = [
  {
    nombre: "fotos_sueltas",
    hacer: async ({ env, db, ahora }) => ({ borradas: await borrarFotosSueltas(env, db, ahora) }),
  },
  {
    nombre: "claves",
    hacer: async ({ db, ahora }) => ({ borradas: await borrarClavesViejas(db, ahora) }),
  },
  {
    nombre: "reportes",
    hacer: async ({ env, db, ahora }) => ({
      vencidos: await borrarReportes(env, db, ahora),
      enlaces: await olvidarEnlaces(db, ahora),
    }),
  },
  {
    nombre: "sesiones",
    async hacer({ db, ahora }) {
      const [{ meta: sesiones }, { meta: intentos }] = await db.batch([
        limpiarSesiones(db, ahora),
        limpiarIntentos(db, ahora),
      ]);
      return { sesiones: sesiones.changes, intentos: intentos.changes };
    },
  },
  { nombre: "retencion", hacer: ({ env, db, ahora }) => retencion(env, db, ahora) },
  { nombre: "borradas", hacer: ({ env, db, ahora }) => repasarBorradas(env, db, ahora) },
  {
    nombre: "resultados",
    async hacer({ db, ahora }) {
      return borrarResultadosViejos(db, ahora, await ultimoHasta(db));
    },
  },
];

/** Where the last run of `resultados` ended. */
async function ultimoHasta(db: Db): Promise<number> {
  const [fila] = await db.all<{ hasta: number | null }>(
    sql`SELECT json_extract(resultado, '$.hasta') AS hasta FROM corridas WHERE tarea = 'resultados' AND json_valid(resultado)`,
  );
  return fila?.hasta ?? 0;
}

/** Runs one job and leaves a row of what came of it. @returns the error, if it failed */
async function correr(tarea: Tarea, reloj: Reloj): Promise<unknown> {
  const inicio = Date.now();
  let resultado: object;
  let fallo: unknown = null;
  try {
    resultado = await tarea.hacer(reloj);
  } catch (error) {
    fallo = error;
    resultado = { fallo: decir(error) };
  }
  await reloj.db.run(sql`
    INSERT INTO corridas (tarea, en, resultado, ms)
    VALUES (${tarea.nombre}, ${reloj.ahora}, ${JSON.stringify(resultado)}, ${Date.now() - inicio})
    ON CONFLICT (tarea) DO UPDATE SET en = excluded.en, ms = excluded.ms,
      resultado = CASE WHEN json_extract(excluded.resultado, '$.fallo') IS NULL THEN excluded.resultado
        ELSE json_patch(corridas.resultado, excluded.resultado) END`);
  return fallo;
}

/**
 * The clock: what each trigger of wrangler.toml does. A job that fails does not keep the others from running.
 * @throws AggregateError of what failed, after all ran, so that it is reported
 */
export async function programado(
  controller: Pick<ScheduledController, "cron" | "scheduledTime">,
  env: Env,
  _ctx: ExecutionContext,
): Promise<void> {
  const db = abrirDb(env.DB);
  const ahora = Math.floor(controller.scheduledTime / 1000);
  const reloj: Reloj = { env, db, deps: depsDe(env, db, ahora), ahora };
  const fallos: unknown[] = [];
  for (const tarea of controller.cron === CADA_DIA ? CADA_DIA_TAREAS : CADA_MINUTO_TAREAS) {
    const fallo = await correr(tarea, reloj).catch((error: unknown) => error);
    if (fallo) fallos.push(fallo);
  }
  if (fallos.length > 0) throw new AggregateError(fallos, "scheduled jobs failed");
}
