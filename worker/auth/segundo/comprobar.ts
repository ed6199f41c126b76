import { and, eq, isNull, lt } from "drizzle-orm";
import { schema } from "../../db/client.ts";
import { SI_CAMBIO } from "../../domain/auditoria/anotar.ts";
import type { Ctx } from "../../domain/contexto.ts";
import { sentenciaAviso } from "../../domain/enlaces/internal.ts";
import { Fallo } from "../../domain/fallo.ts";
import { descifrar } from "../cifrado.ts";
import { claveDe, exigirIntento, olvidarIntentos } from "../intentos.ts";
import { hashDe } from "./recuperacion.ts";
import { buscarPaso } from "./totp.ts";

const { codigos_recuperacion, segundos_factores } = schema;

/** Under which an app's secret is encrypted. */
export const USO_SECRETO = "segundo factor";

export type Lugar = { authSecret: string } & Pick<Ctx, "db" | "ahora" | "aparato">;

const DE_LA_APP = /^\d{6}$/;

/** Spends a code of the app: the step must be later than the last one used, so that no code counts twice. */
async function gastarDeLaApp({ authSecret, db, ahora }: Lugar, usuarioId: number, codigo: string) {
  const [suyo] = await db
    .select({ secreto: segundos_factores.secreto })
    .from(segundos_factores)
    .where(eq(segundos_factores.usuario_id, usuarioId));
  if (!suyo?.secreto) return false;
  const secreto = await descifrar(authSecret, USO_SECRETO, suyo.secreto);
  const paso = await buscarPaso(secreto, codigo, ahora);
  if (paso === null) return false;
  const gastados = await db
    .update(segundos_factores)
    .set({ ultimo_paso: paso })
    .where(
      and(eq(segundos_factores.usuario_id, usuarioId), lt(segundos_factores.ultimo_paso, paso)),
    )
    .returning({ id: segundos_factores.usuario_id });
  return gastados.length === 1;
}

/**
 * Spends a recovery code: of two at once, one does. Its owner is told by a mail that waits for the sweep, a minute at the
 * most: nobody is at this door yet whose answer could bring it to the queue.
 */
async function gastarDeRecuperacion(lugar: Lugar, usuarioId: number, codigo: string) {
  const { authSecret, db, ahora } = lugar;
  const [gastados] = await db.batch([
    db
      .update(codigos_recuperacion)
      .set({ usado_en: ahora })
      .where(
        and(
          eq(codigos_recuperacion.usuario_id, usuarioId),
          eq(codigos_recuperacion.hash, await hashDe(authSecret, usuarioId, codigo)),
          isNull(codigos_recuperacion.usado_en),
        ),
      )
      .returning({ id: codigos_recuperacion.usuario_id }),
    sentenciaAviso(lugar, usuarioId, "cuenta_codigo_usado", SI_CAMBIO),
  ]);
  return gastados.length === 1;
}

/**
 * Spends this person's code, of the app or of recovery. Wrong ones have a growing wait of their own, by person and not by
 * address: who asks for it knows the password already.
 * @throws Fallo limite
 * @returns whether it was right
 */
export async function comprobarSegundo(
  lugar: Lugar,
  usuarioId: number,
  codigo: string,
): Promise<boolean> {
  const clave = await claveDe(`segundo factor de ${usuarioId}`);
  await exigirIntento(lugar.db, clave, lugar.ahora);
  const sinEspacios = codigo.replace(/\s/g, "");
  const bien = DE_LA_APP.test(sinEspacios)
    ? await gastarDeLaApp(lugar, usuarioId, sinEspacios)
    : await gastarDeRecuperacion(lugar, usuarioId, codigo);
  if (bien) await olvidarIntentos(lugar.db, clave);
  return bien;
}

/** At the door. @throws Fallo segundo_factor without a code, or with a wrong one; limite */
export async function exigirSegundo(
  lugar: Lugar,
  usuarioId: number,
  codigo: string | null,
): Promise<void> {
  if (codigo === null)
    throw new Fallo(
      "segundo_factor",
      "Falta el código de seis números de tu app, o uno de recuperación.",
    );
  if (await comprobarSegundo(lugar, usuarioId, codigo)) return;
  const mensaje =
    "Ese código no va: puede haber vencido, o ya se usó. Probá con el que muestra la app ahora.";
  throw new Fallo("segundo_factor", mensaje, { errores: [{ campo: "codigo", mensaje }] });
}
