import { sql } from "drizzle-orm";
import type * as z from "zod/mini";
import type { preferencia } from "../../../contract/esquemas/avisos.ts";
import {
  AUDIENCIA,
  type Destino,
  TIPOS_PREFERENCIA,
  type TipoPreferencia,
} from "../../../contract/eventos.ts";
import { CANALES_AVISO, type CanalAviso } from "../../../contract/vocabulario.ts";
import { aMano, type Db, schema } from "../../db/client.ts";
import { type Ctx, exigirUsuario } from "../contexto.ts";
import { Fallo } from "../fallo.ts";
import { actorVigente, leerVigente, sentenciaActor, vigente } from "../reclamos/lectura.ts";

const { preferencias } = schema;

export type Preferencia = z.infer<typeof preferencia>;

const SI_NO = [true, false];

/** Everything that an evento of this kind may lead to, whatever the circumstances. */
function destinosDe(tipo: TipoPreferencia): Destino[] {
  if (tipo === "anuncio") return [{ avisos: ["interesados"], correos: ["interesados"] }];
  // By mail alone, to who runs things.
  if (tipo === "resumen") return [{ avisos: [], correos: ["supervisores"] }];
  const entrada = AUDIENCIA[tipo];
  if (typeof entrada !== "function") return [entrada];
  return SI_NO.flatMap((interno) =>
    SI_NO.flatMap((conforme) =>
      SI_NO.map((porPersonal) => entrada({ interno, porPersonal, conforme, conEquipo: true })),
    ),
  );
}

const existe = (tipo: TipoPreferencia, canal: CanalAviso): boolean =>
  destinosDe(tipo).some((d) => (canal === "aviso" ? d.avisos : d.correos).length > 0);

/** Mail that only comes to who asked for it. */
const A_PEDIDO: readonly TipoPreferencia[] = ["anuncio", "resumen"];

/** The switches there are: a kind by a channel through which it can come. An anuncio's mail and the summary are off until asked for. */
export const INTERRUPTORES: readonly Preferencia[] = TIPOS_PREFERENCIA.flatMap((tipo) =>
  CANALES_AVISO.filter((canal) => existe(tipo, canal)).map((canal) => ({
    tipo,
    canal,
    activa: !(canal === "correo" && A_PEDIDO.includes(tipo)),
  })),
);

const misma = (a: Preferencia) => (b: Pick<Preferencia, "tipo" | "canal">) =>
  a.tipo === b.tipo && a.canal === b.canal;

const suyas = (db: Db, usuarioId: number) =>
  db
    .select({
      tipo: preferencias.tipo,
      canal: preferencias.canal,
      activa: preferencias.activa,
    })
    .from(preferencias)
    .where(sql`${preferencias.usuario_id} = ${usuarioId}`);

const todas = (tocadas: readonly Preferencia[]): Preferencia[] =>
  INTERRUPTORES.map((i) => tocadas.find(misma(i)) ?? i);

/** Every switch as it stands for the actor. @throws Fallo sin_sesion */
export async function verPreferencias(ctx: Ctx): Promise<Preferencia[]> {
  const usuario = exigirUsuario(ctx);
  return todas(await leerVigente(ctx, usuario, suyas(ctx.db, usuario.id)));
}

/**
 * Turns some switches; the others stay. Gives back all of them.
 * @throws Fallo sin_sesion, datos_invalidos for a kind that never comes by that channel
 */
export async function guardarPreferencias(
  ctx: Ctx,
  cambios: readonly Preferencia[],
): Promise<Preferencia[]> {
  const usuario = exigirUsuario(ctx);
  const { id } = usuario;
  const errores = cambios.flatMap((c, n) =>
    INTERRUPTORES.some(misma(c))
      ? []
      : [{ campo: `items.${n}.tipo`, mensaje: "Eso nunca llega por ese canal." }],
  );
  if (errores.length > 0)
    throw new Fallo("datos_invalidos", "Revisá los datos marcados y volvé a enviar.", { errores });
  const filas = JSON.stringify(cambios.map((c) => [c.tipo, c.canal, c.activa ? 1 : 0]));
  // A WHERE also keeps SQLite from reading ON CONFLICT as a join's ON: https://sqlite.org/lang_upsert.html#parsing_ambiguity
  const [cuenta, , ahora] = await ctx.db.batch([
    sentenciaActor(ctx.db, usuario),
    aMano(
      ctx.db,
      sql`
      INSERT INTO preferencias (usuario_id, tipo, canal, activa)
      SELECT ${id}, value ->> 0, value ->> 1, value ->> 2 FROM json_each(${filas}) WHERE ${vigente(usuario)}
      ON CONFLICT (usuario_id, tipo, canal) DO UPDATE SET activa = excluded.activa`,
    ),
    suyas(ctx.db, id),
  ]);
  actorVigente(usuario, cuenta);
  return todas(ahora);
}
