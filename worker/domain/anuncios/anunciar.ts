import { eq, sql } from "drizzle-orm";
import type { Anuncio } from "../../../contract/esquemas/avisos.ts";
import { schema } from "../../db/client.ts";
import { anotar, SI_CAMBIO } from "../auditoria/anotar.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { Fallo } from "../fallo.ts";
import { actorVigente, sentenciaActor } from "../reclamos/lectura.ts";
import {
  columnasDe,
  exigirZona,
  type Fila,
  type Pedido,
  paraElRegistro,
  sentenciaAnuncios,
  vistaAnuncio,
} from "./internal.ts";
import { publicarAnuncio } from "./publicar.ts";

const { anuncios, zonas } = schema;

/**
 * Announces something to everybody, to those of a rol, of a zona, or of both at once: now, or at its time, until its end.
 * The author does not get it. If publishing is cut short, the clock does it within a minute.
 * @throws Fallo sin_sesion, sin_permiso, datos_invalidos for an unknown zona or an end before its beginning, clave_reusada
 */
export async function anunciar(ctx: Ctx, pedido: Pedido): Promise<Anuncio> {
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
  exigirZona(pedido, zona);
  const columnas = columnasDe(pedido, ahora);
  const [[fila]] = await db.batch([
    db
      .insert(anuncios)
      .values({
        ...columnas,
        estado: "programado",
        usuario_id: usuario.id,
        creado_en: ahora,
        clave: clave?.valor ?? null,
        huella: clave?.huella ?? null,
      })
      .onConflictDoNothing()
      .returning({ id: anuncios.id }),
    ...anotar(ctx, {
      accion: "ajuste_creado",
      sobre: { objeto: "anuncio", id: sql`last_insert_rowid()` },
      despues: paraElRegistro(columnas),
      si: SI_CAMBIO,
    }),
  ]);
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
