import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { getPlatformProxy } from "wrangler";
import { cargarDemo, migrar } from "../comun/local.mjs";

const NOTA = "correos.txt";
/** Of so many, one failed and one nobody knows. */
const UNO_RARO_CADA = 1_000;

/** The log of mail that such a city has: one for each evento, which the loader leaves out of the big cities. */
async function escribirCorreos(estado: string): Promise<void> {
  const { env, dispose } = await getPlatformProxy<{ DB: D1Database }>({
    persist: { path: `${estado}/v3` },
    remoteBindings: false,
  });
  try {
    await env.DB.prepare(
      `INSERT OR IGNORE INTO correos (evento_id, persona_id, reclamo_id, plantilla, para, asunto, estado, intentos, creado_en)
      SELECT e.id, r.creador_id, r.id, e.tipo, p.email, printf('Reclamo #%d', r.id),
        CASE e.id % ${UNO_RARO_CADA} WHEN 0 THEN 'fallido' WHEN 1 THEN 'incierto' ELSE 'enviado' END, 1, e.en
      FROM eventos e JOIN reclamos r ON r.id = e.reclamo_id JOIN personas p ON p.id = r.creador_id
      WHERE p.email IS NOT NULL AND e.tipo IN ('creado', 'asignado', 'resuelto')`,
    ).run();
  } finally {
    await dispose();
  }
}

/** Fills the folder with a city of so many reclamos, once, and brings one that is there up to the latest migration. */
export async function armarCiudad(estado: string, total: number): Promise<void> {
  migrar(estado);
  cargarDemo(estado, total);
  if (existsSync(join(estado, NOTA))) return;
  await escribirCorreos(estado);
  writeFileSync(join(estado, NOTA), "");
}
