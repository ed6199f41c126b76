import { sql } from "drizzle-orm";
import type { Casilla } from "../../../contract/esquemas/avisos.ts";
import { leerAMano } from "../../db/client.ts";
import { type Ctx, exigirUsuario } from "../contexto.ts";
import { Fallo } from "../fallo.ts";
import { leerVigente } from "../reclamos/lectura.ts";
import { iso } from "../tiempo.ts";

/** A mailbox that sent one back just now sends the next back too. */
const ESPERA_SEGUNDOS = 3600;

type Fila = { email: string; tipo: "rebote" | "queja" | null; en: number | null };

async function leer(ctx: Ctx): Promise<Fila> {
  const usuario = exigirUsuario(ctx);
  const suya = leerAMano<Fila>(
    ctx.db,
    sql`SELECT u.email AS email, s.tipo AS tipo, s.en AS en FROM usuarios u
    LEFT JOIN supresiones s ON s.email = lower(u.email) WHERE u.id = ${usuario.id}`,
  );
  const [fila] = await leerVigente(ctx, usuario, suya);
  return fila ?? { email: "", tipo: null, en: null };
}

const vista = ({ email, tipo, en }: Fila): Casilla => ({
  email,
  problema: tipo === null || en === null ? null : { tipo, en: iso(en) },
});

/** Whether our mail reaches the actor's own mailbox, and if not why. @throws Fallo sin_sesion */
export async function verCasilla(ctx: Ctx): Promise<Casilla> {
  return vista(await leer(ctx));
}

/**
 * Lets mail go to the actor's own mailbox again. If it comes back once more, it stops again.
 * @throws Fallo sin_sesion, estado_no_permite within an hour of the last that came back
 */
export async function volverAProbarCasilla(ctx: Ctx): Promise<Casilla> {
  const fila = await leer(ctx);
  if (fila.en === null) return vista(fila);
  if (fila.tipo === "rebote" && fila.en > ctx.ahora - ESPERA_SEGUNDOS)
    throw new Fallo(
      "estado_no_permite",
      "Acaba de rebotar. Fijate que la casilla funcione y probá de nuevo en una hora.",
    );
  await ctx.db.run(sql`DELETE FROM supresiones WHERE email = ${fila.email.toLowerCase()}`);
  return vista({ ...fila, tipo: null, en: null });
}
