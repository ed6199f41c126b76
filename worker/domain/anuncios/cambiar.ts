import { eq, sql } from "drizzle-orm";
import type * as z from "zod/mini";
import type { Anuncio, anuncioCambio } from "../../../contract/esquemas/avisos.ts";
import { type Db, schema } from "../../db/client.ts";
import { anotar, SI_CAMBIO } from "../auditoria/anotar.ts";
import { exigirVersion } from "../catalogo.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { Fallo } from "../fallo.ts";
import { actorVigente, sentenciaActor } from "../reclamos/lectura.ts";
import { columnasDe, exigirZona, noEsta, paraElRegistro } from "./internal.ts";
import { verAnuncio } from "./listar.ts";
import { publicarAnuncio } from "./publicar.ts";

const { anuncios, zonas } = schema;

/** Why one cannot be changed any more, in words that say what can be done instead. */
const YA_SALIO =
  "Ese anuncio ya empezó a salir: lo que dice no se puede cambiar. Podés cambiar hasta cuándo se muestra, o terminarlo y publicar otro.";
const YA_TERMINO = "Ese anuncio ya terminó: no se puede cambiar. Publicá otro.";

/** @throws Fallo estado_no_permite when it went out or ended meanwhile, version_vieja when it was changed; else what came */
export async function exigirEditable(
  db: Db,
  id: number,
  error: unknown,
  estados: readonly string[],
): Promise<never> {
  const [fila] = await db
    .select({ estado: anuncios.estado })
    .from(anuncios)
    .where(eq(anuncios.id, id));
  if (fila && !estados.includes(fila.estado))
    throw new Fallo("estado_no_permite", fila.estado === "terminado" ? YA_TERMINO : YA_SALIO);
  exigirVersion(error, "anuncios");
  throw error;
}

/**
 * Changes one that has not gone out: what it says, to whom, from when, until when. Against the clock that publishes it one of
 * them is first: the change goes out whole, or is refused. Its author stays who wrote it.
 * @throws Fallo sin_sesion, sin_permiso, no_encontrado, datos_invalidos, estado_no_permite, version_vieja
 */
export async function cambiarAnuncio(
  ctx: Ctx,
  id: number,
  { version, ...pedido }: z.infer<typeof anuncioCambio>,
): Promise<Anuncio> {
  const admin = exigirRol(ctx, "admin");
  const { db, ahora } = ctx;
  const [cuenta, zona, [antes]] = await db.batch([
    sentenciaActor(db, admin),
    db
      .select({ id: zonas.id })
      .from(zonas)
      .where(eq(zonas.id, pedido.zona_id ?? 0)),
    db.select().from(anuncios).where(eq(anuncios.id, id)),
  ]);
  actorVigente(admin, cuenta);
  if (!antes) throw noEsta();
  exigirZona(pedido, zona);
  const columnas = columnasDe(pedido, ahora);
  try {
    await db.batch([
      db
        .update(anuncios)
        .set({
          ...columnas,
          version: sql`CASE WHEN version = ${version} AND estado = 'programado' THEN version + 1 END`,
        })
        .where(eq(anuncios.id, id)),
      ...anotar(ctx, {
        accion: "ajuste",
        sobre: { objeto: "anuncio", id },
        antes: paraElRegistro(antes),
        despues: paraElRegistro(columnas),
        si: SI_CAMBIO,
      }),
    ]);
  } catch (error) {
    return exigirEditable(db, id, error, ["programado"]);
  }
  // The clock would do it within a minute.
  const evento = columnas.publicar_en > ahora ? null : await publicarAnuncio(db, id, ahora);
  if (evento !== null) ctx.hechos.push(evento);
  return verAnuncio(ctx, id);
}
