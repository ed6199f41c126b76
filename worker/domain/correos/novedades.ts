import { type SQL, sql } from "drizzle-orm";
import type { EstadoCorreo } from "../../../contract/vocabulario.ts";
import { aMano, type Sentencia } from "../../db/client.ts";
import type { Ctx } from "../contexto.ts";
import { Fallo } from "../fallo.ts";
import { firmaValida } from "./firma.ts";

/** What the provider tells of one message. Words and meanings: https://docs.mailchannels.net/email-api/webhooks */
export type Novedad = {
  evento: string;
  /** Our own name for the message, which the provider calls its campaign. */
  referencia: string | null;
  /** Epoch seconds. */
  en: number;
  motivo: string | null;
};

type Efecto = {
  estado: EstadoCorreo;
  desde: readonly EstadoCorreo[];
  suprime?: "rebote" | "queja";
};

/**
 * What each leads to, and from which states: they may come late, twice, in another order, or before the reply to the send
 * that they tell of. Each also moves a mail that is on its first send (`alcanza`).
 */
const EFECTOS: Record<string, Efecto> = {
  processed: { estado: "enviado", desde: ["incierto", "reintentando"] },
  delivered: { estado: "entregado", desde: ["incierto", "enviado", "reintentando"] },
  "hard-bounced": {
    estado: "rebotado",
    desde: ["incierto", "enviado", "reintentando", "entregado"],
    suprime: "rebote",
  },
  dropped: { estado: "fallido", desde: ["incierto", "enviado", "reintentando"] },
  complained: {
    estado: "queja",
    desde: ["incierto", "enviado", "reintentando", "entregado", "rebotado"],
    suprime: "queja",
  },
};
const ORDEN = Object.keys(EFECTOS);
const MOTIVO_MAX = 300;

const REFERENCIA = /^correo-(\d{1,12})-([\w-]{22})$/;

/** The mail that a reference names. Null for one that was not made here: the provider's other customers write theirs too. */
async function correoDe(secreto: string, referencia: string | null): Promise<number | null> {
  const [, id, firma] = REFERENCIA.exec(referencia ?? "") ?? [];
  if (!id || !firma || !(await firmaValida(secreto, "referencia", id, firma))) return null;
  return Number(id);
}

/** A claimed mail keeps its state while it is being sent: it is `pendiente` the first time. */
const alcanza = (desde: readonly EstadoCorreo[]): SQL =>
  sql.raw(
    `(c.estado IN (${desde.map((e) => `'${e}'`).join(", ")}) OR (c.estado = 'pendiente' AND c.intentos > 0))`,
  );

/** Rows of `filas`: [id of the mail, epoch seconds, reason]. */
function sentencias(ctx: Pick<Ctx, "db">, evento: string, filas: readonly unknown[]): Sentencia[] {
  const efecto = EFECTOS[evento];
  if (!efecto || filas.length === 0) return [];
  const { estado, desde, suprime } = efecto;
  const json = JSON.stringify(filas);
  const suprimir = sql`
    INSERT INTO supresiones (email, motivo, tipo, en)
    SELECT lower(c.para), coalesce(j.value ->> 2, ${estado}), ${suprime}, j.value ->> 1
    FROM json_each(${json}) j JOIN correos c ON c.id = j.value ->> 0 WHERE c.para <> '' AND ${alcanza(desde)}
    ON CONFLICT (email) DO UPDATE SET motivo = excluded.motivo, tipo = excluded.tipo, en = excluded.en`;
  const mover = sql`
    UPDATE correos AS c SET estado = ${estado}, error = j.value ->> 2, reclamado_hasta = NULL,
      enviado_en = coalesce(enviado_en, j.value ->> 1),
      historia = json_insert(coalesce(historia, '[]'), '$[#]',
        json_object('estado', ${estado}, 'en', j.value ->> 1, 'error', j.value ->> 2))
    FROM json_each(${json}) j WHERE c.id = j.value ->> 0 AND ${alcanza(desde)}`;
  return [...(suprime ? [aMano(ctx.db, suprimir)] : []), aMano(ctx.db, mover)];
}

/**
 * Writes down what the provider told of our mails: delivered, bounced, complained. A bounce for good and a complaint suppress
 * the address. Whoever calls it has checked the provider's signature.
 * @param huella digest of the signed call: the same one a second time changes nothing
 * @throws Fallo ya_existe when it was told before
 */
export async function recibirNovedades(
  ctx: Pick<Ctx, "db" | "ahora">,
  secreto: string,
  huella: string,
  novedades: readonly Novedad[],
): Promise<{ anotadas: number }> {
  const porEvento = new Map<string, unknown[]>();
  for (const n of novedades) {
    if (!(n.evento in EFECTOS)) continue;
    const id = await correoDe(secreto, n.referencia);
    if (id === null) continue;
    const fila = [id, n.en, n.motivo?.slice(0, MOTIVO_MAX) ?? null];
    porEvento.set(n.evento, [...(porEvento.get(n.evento) ?? []), fila]);
  }
  const cambios = ORDEN.flatMap((evento) => sentencias(ctx, evento, porEvento.get(evento) ?? []));
  try {
    await ctx.db.batch([
      aMano(
        ctx.db,
        sql`INSERT INTO novedades_correo (huella, en) VALUES (${huella}, ${ctx.ahora})`,
      ),
      ...cambios,
    ]);
  } catch (error) {
    if (/UNIQUE constraint failed: novedades_correo/.test(causas(error)))
      throw new Fallo("ya_existe", "Eso ya nos lo contaron.");
    throw error;
  }
  return { anotadas: [...porEvento.values()].flat().length };
}

function causas(error: unknown): string {
  let texto = "";
  for (let e = error; e instanceof Error; e = e.cause) texto += `${e.message}\n`;
  return texto;
}
