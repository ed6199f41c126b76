import { eq, sql } from "drizzle-orm";
import type * as z from "zod/mini";
import type { Anuncio, anuncioNuevo } from "../../../contract/esquemas/avisos.ts";
import { schema } from "../../db/client.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { Fallo, falloDeCampo } from "../fallo.ts";
import { actorVigente, sentenciaActor } from "../reclamos/lectura.ts";
import { type Fila, sentenciaAnuncios, VIDA_SEGUNDOS, vistaAnuncio } from "./internal.ts";
import { publicarAnuncio } from "./publicar.ts";

const { anuncios, zonas } = schema;

/**
 * Announces something to everybody, to those of a rol, of a zona, or of both at once: now, or at its time, until its end.
 * The author does not get it. If publishing is cut short, the clock does it within a minute.
 * @throws Fallo sin_sesion, sin_permiso, datos_invalidos for an unknown zona or an end before its beginning, clave_reusada
 */
export async function anunciar(ctx: Ctx, pedido: z.infer<typeof anuncioNuevo>): Promise<Anuncio> {
  const usuario = exigirRol(ctx, "admin");
  const { db, clave, ahora } = ctx;
  const previo = () =>
    sentenciaAnuncios(
      db,
      sql`WHERE a.usuario_id = ${usuario.id} AND a.clave = ${clave?.valor ?? ""}`,
    );
  const [vigente, zona, [antes]] = await db.batch([
    sentenciaActor(db, usuario),
    db
      .select({ id: zonas.id })
      .from(zonas)
      .where(eq(zonas.id, pedido.zona_id ?? 0)),
    previo(),
  ]);
  actorVigente(usuario, vigente);
  if (antes) return repetido(antes, clave?.huella);
  if (pedido.zona_id !== undefined && zona.length === 0)
    throw falloDeCampo("zona_id", "Elegí una zona de la lista.");
  const publicar_en = Math.max(pedido.publicar_en ?? 0, ahora);
  const vence_en = pedido.vence_en ?? publicar_en + VIDA_SEGUNDOS;
  if (vence_en <= publicar_en)
    throw falloDeCampo("vence_en", "Tiene que terminar después de empezar.");
  const [fila] = await db
    .insert(anuncios)
    .values({
      titulo: pedido.titulo,
      texto: pedido.texto,
      rol: pedido.rol ?? null,
      zona_id: pedido.zona_id ?? null,
      publico: pedido.publico ?? (pedido.rol === undefined && pedido.zona_id === undefined),
      publicar_en,
      vence_en,
      estado: "programado",
      usuario_id: usuario.id,
      creado_en: ahora,
      clave: clave?.valor ?? null,
      huella: clave?.huella ?? null,
    })
    .onConflictDoNothing()
    .returning({ id: anuncios.id });
  if (fila) {
    const evento = await publicarAnuncio(db, fila.id, ahora);
    if (evento !== null) ctx.hechos.push(evento);
  }
  // Two requests with one key at the same time: the other one was first.
  const [hecho] = await (fila ? sentenciaAnuncios(db, sql`WHERE a.id = ${fila.id}`) : previo());
  if (!hecho) throw new Error("the anuncio that was just written is not there");
  return fila ? vistaAnuncio(hecho) : repetido(hecho, clave?.huella);
}

function repetido(previo: Fila, huella: string | undefined): Anuncio {
  if (previo.huella !== (huella ?? null))
    throw new Fallo(
      "clave_reusada",
      "Esa Idempotency-Key ya se usó para otro pedido. Mandá una nueva.",
    );
  return vistaAnuncio(previo);
}
