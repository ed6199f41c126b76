import type { Db } from "../db/client.ts";
import { armarDatos, type FilasDatos, type Leido, sentenciasDatos } from "./datos.ts";
import type { Casa } from "./enlace.ts";
import { rendir } from "./templates/index.ts";
import type { Rendido } from "./templates/layout.ts";
import { leerJuntos, sentenciaJuntos } from "./tomar.ts";

const enOrden = (a: Leido, b: Leido): number =>
  (a.correo.evento_id ?? 0) - (b.correo.evento_id ?? 0);

/** What these mails say as one, in the order in which it happened. Null when there is nothing to say. */
export const rendirLeidos = (
  leidos: readonly Leido[],
  baja: string | null = null,
): Rendido | null =>
  rendir(...[...leidos].sort(enOrden).flatMap(({ datos }) => (datos ? [{ ...datos, baja }] : [])));

/** The mail as it would be sent now, for the admin's screen. Null when what it tells of is gone. */
export async function renderizarCorreo(
  db: Db,
  casa: Casa,
  correoId: number,
): Promise<Rendido | null> {
  const [juntos, ...filas] = await db.batch([
    sentenciaJuntos(db, correoId),
    ...sentenciasDatos(db, correoId),
  ]);
  const leido = armarDatos(filas as unknown as FilasDatos, casa);
  return leido ? rendirLeidos([leido, ...(await leerJuntos(db, juntos, casa))]) : null;
}
