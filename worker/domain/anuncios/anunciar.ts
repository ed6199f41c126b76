import { and, eq, sql } from "drizzle-orm";
import type * as z from "zod/mini";
import type { anuncio, anuncioNuevo } from "../../../contract/esquemas/avisos.ts";
import { leerAMano, schema } from "../../db/client.ts";
import { destinatariosDeAnuncio } from "../../db/destinatarios.ts";
import { porQueFallo } from "../../events/record.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { Fallo, falloDeCampo } from "../fallo.ts";
import { actorVigente, sentenciaActor } from "../reclamos/lectura.ts";

const { eventos, textos, zonas } = schema;

/**
 * Announces something to everybody, to those of a rol, of a zona, or of both at once. The author does not get it.
 * @returns the evento's id and to how many accounts it goes
 * @throws Fallo sin_sesion, sin_permiso, datos_invalidos for an unknown zona, clave_reusada
 */
export async function anunciar(
  ctx: Ctx,
  pedido: z.infer<typeof anuncioNuevo>,
): Promise<z.infer<typeof anuncio>> {
  const usuario = exigirRol(ctx, "admin");
  const autor = usuario.id;
  const { db, clave } = ctx;
  const alcance = {
    ...(pedido.rol === undefined ? {} : { rol: pedido.rol }),
    ...(pedido.zona_id === undefined ? {} : { zona_id: pedido.zona_id }),
  };
  const [vigente, zona, [cuenta], [previo]] = await db.batch([
    sentenciaActor(db, usuario),
    db
      .select({ id: zonas.id })
      .from(zonas)
      .where(eq(zonas.id, pedido.zona_id ?? 0)),
    leerAMano<{ n: number }>(
      db,
      sql`SELECT count(*) AS n FROM (${destinatariosDeAnuncio(alcance, autor)})`,
    ),
    db
      .select({ id: eventos.id, huella: eventos.huella, resultado: eventos.resultado })
      .from(eventos)
      .where(and(eq(eventos.usuario_id, autor), eq(eventos.clave, clave?.valor ?? ""))),
  ]);
  actorVigente(usuario, vigente);
  const destinatarios = cuenta?.n ?? 0;
  if (previo) return repetido(previo, clave?.huella, destinatarios);
  if (pedido.zona_id !== undefined && zona.length === 0)
    throw falloDeCampo("zona_id", "Elegí una zona de la lista.");
  try {
    const [[evento]] = await db.batch([
      db
        .insert(eventos)
        .values({
          reclamo_id: null,
          tipo: "anuncio",
          guardia: 1,
          usuario_id: autor,
          datos: alcance,
          clave: clave?.valor ?? null,
          huella: clave?.huella ?? null,
          resultado: clave ? JSON.stringify({ destinatarios }) : null,
          en: ctx.ahora,
        })
        .returning({ id: eventos.id }),
      db.insert(textos).values({
        evento_id: sql`last_insert_rowid()`,
        texto: `${pedido.titulo}\n\n${pedido.texto}`,
      }),
    ]);
    const id = evento?.id as number;
    ctx.hechos.push(id);
    return { id, destinatarios };
  } catch (error) {
    // Two requests with one key at the same time: the other one was first.
    if (porQueFallo(error) === "clave") return anunciar(ctx, pedido);
    throw error;
  }
}

function repetido(
  previo: { id: number; huella: string | null; resultado: string | null },
  huella: string | undefined,
  destinatarios: number,
): z.infer<typeof anuncio> {
  if (previo.huella !== huella)
    throw new Fallo(
      "clave_reusada",
      "Esa Idempotency-Key ya se usó para otro pedido. Mandá una nueva.",
    );
  const entonces = JSON.parse(previo.resultado ?? "{}") as { destinatarios?: number };
  return { id: previo.id, destinatarios: entonces.destinatarios ?? destinatarios };
}
