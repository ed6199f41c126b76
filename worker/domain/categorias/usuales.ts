import { asc, inArray, sql } from "drizzle-orm";
import type { Categoria } from "../../../contract/esquemas/catalogos.ts";
import { USUALES } from "../../../contract/usuales.ts";
import { aMano, schema } from "../../db/client.ts";
import { anotar, SI_CAMBIO } from "../auditoria/anotar.ts";
import { abrirCatalogo } from "../catalogo.ts";
import type { Ctx } from "../contexto.ts";
import { vistaCategoria } from "./internal.ts";

const { categorias } = schema;

/**
 * Makes the categorías of nearly every city, with their plazos: those whose name is not taken.
 * @returns the ones that are new
 * @throws Fallo sin_sesion, sin_permiso
 */
export async function crearUsuales(ctx: Ctx): Promise<{ items: Categoria[] }> {
  const { db } = ctx;
  await abrirCatalogo(ctx, {});
  const todas = JSON.stringify(USUALES);
  const nombres = USUALES.map((u) => u.nombre);
  const [antes, , , , , despues] = await db.batch([
    db.select({ id: categorias.id }).from(categorias).where(inArray(categorias.nombre, nombres)),
    aMano(
      db,
      sql`INSERT INTO categorias (nombre, icono, color, orden)
      SELECT value ->> 'nombre', value ->> 'icono', value ->> 'color',
        (SELECT coalesce(max(orden), 0) + 1 FROM categorias) + key
      FROM json_each(${todas})
      WHERE value ->> 'nombre' NOT IN (SELECT nombre FROM categorias)`,
    ),
    ...anotar(ctx, {
      accion: "ajuste_creado",
      sobre: { objeto: "categoria", id: null },
      despues: { nombre: nombres },
      si: SI_CAMBIO,
    }),
    aMano(
      db,
      sql`INSERT OR IGNORE INTO plazos (categoria_id, horas_normal, horas_urgente)
      SELECT c.id, value ->> 'horas_normal', value ->> 'horas_urgente'
      FROM json_each(${todas}) JOIN categorias c ON c.nombre = value ->> 'nombre'`,
    ),
    db
      .select()
      .from(categorias)
      .where(inArray(categorias.nombre, nombres))
      .orderBy(asc(categorias.orden), asc(categorias.id)),
  ]);
  const habia = new Set(antes.map((c) => c.id));
  return { items: despues.filter((c) => !habia.has(c.id)).map(vistaCategoria) };
}
