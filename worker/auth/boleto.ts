import { sql } from "drizzle-orm";
import type { Usuario } from "../../contract/acciones.ts";
import { LIMITES } from "../../contract/limites.ts";
import { iso } from "../../contract/tiempo.ts";
import type { Rol } from "../../contract/vocabulario.ts";
import type { Db } from "../db/client.ts";
import type { Entorno } from "../env.ts";
import { sellar, selloValido } from "./cifrado.ts";
import type { Sesion } from "./sesion.ts";

/**
 * A ticket for the socket's door, which has it in its address: signed, so that making one writes nothing, good for a minute,
 * and once: the person's own object remembers that it was used. `boleto.USUARIO.SESION.NONCE.VENCE.FIRMA`.
 */
const FORMA = /^boleto\.(\d{1,15})\.(\d{1,15})\.([0-9a-f]{32})\.(\d{1,12})\.([\w-]{43})$/;

export const esBoleto = (token: string): boolean => token.startsWith("boleto.");

const USO = "boleto de socket";

/** @param ahora epoch seconds */
export async function darBoleto(
  entorno: Entorno,
  usuarioId: number,
  sesionId: number,
  ahora: number,
): Promise<{ boleto: string; vence_en: string }> {
  const vence = ahora + LIMITES.boletoSegundos;
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const dice = `boleto.${usuarioId}.${sesionId}.${nonce}.${vence}`;
  const firma = await sellar(entorno.authSecret, USO, dice);
  return { boleto: `${dice}.${firma}`, vence_en: iso(vence) };
}

const NADIE = { usuario: null, sesion: null, boleto: "" };

type Fila = { rol: Rol; persona_id: number; cuadrilla_id: number | null; vence_en: number };

/** Whose ticket it is; nobody when it is false or late, its session is over or its person blocked. One read. */
export async function leerBoleto(
  entorno: Entorno,
  db: Db,
  token: string,
  ahora: number,
): Promise<{ usuario: Usuario | null; sesion: Sesion | null; boleto: string }> {
  const [, usuarioId = "", sesionId = "", nonce = "", vence = "", firma = ""] =
    FORMA.exec(token) ?? [];
  if (Number(vence) <= ahora) return NADIE;
  const dice = token.slice(0, token.lastIndexOf("."));
  if (!(await selloValido(entorno.authSecret, USO, dice, firma))) return NADIE;
  const [fila] = await db.all<Fila>(sql`
    SELECT u.rol AS rol, u.persona_id AS persona_id, u.cuadrilla_id AS cuadrilla_id, s.vence_en AS vence_en
    FROM sesiones s JOIN usuarios u ON u.id = s.usuario_id
    WHERE s.id = ${Number(sesionId)} AND u.id = ${Number(usuarioId)} AND s.vence_en > ${ahora} AND u.bloqueado_en IS NULL`);
  if (!fila) return NADIE;
  return {
    usuario: {
      tipo: "usuario",
      id: Number(usuarioId),
      personaId: fila.persona_id,
      rol: fila.rol,
      cuadrillaId: fila.cuadrilla_id,
    },
    sesion: { id: Number(sesionId), venceEn: fila.vence_en },
    boleto: `${nonce}.${vence}`,
  };
}
