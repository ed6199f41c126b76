import type { Db } from "../db/client.ts";
import { armarDatos, type FilasDatos, sentenciasDatos } from "./datos.ts";
import { rendir } from "./templates/index.ts";
import type { Rendido } from "./templates/layout.ts";

/** The mail as it would be sent now, for the admin's screen. Null when what it tells of is gone. */
export async function renderizarCorreo(
  db: Db,
  appUrl: string,
  correoId: number,
): Promise<Rendido | null> {
  const filas = (await db.batch(sentenciasDatos(db, correoId))) as unknown as FilasDatos;
  const leido = armarDatos(filas, appUrl);
  return leido?.datos ? rendir(leido.datos) : null;
}
