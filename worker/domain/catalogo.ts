import { type SQL, sql } from "drizzle-orm";
import type { ErrorDeCampo } from "../../contract/errores.ts";
import type { Poligono } from "../../contract/esquemas/catalogos.ts";
import { aMano, type Db, leerAMano, type Sentencia, schema } from "../db/client.ts";
import { type Ctx, exigirRol } from "./contexto.ts";
import { Fallo, noEncontrado } from "./fallo.ts";
import { actorVigente, sentenciaActor } from "./reclamos/lectura.ts";

/** Ids in a request that must be rows of a catalogue. */
export type Referencia = {
  campo: string;
  tabla: "categorias" | "cuadrillas" | "zonas";
  ids: readonly number[];
};

/** One row of a catalogue. */
type Fila = { tabla: Referencia["tabla"] | "plantillas_respuesta"; id: number };

/** A row as its form shows it: what the audit compares with. */
const COMO_ESTA: Record<Fila["tabla"], string> = {
  categorias: `SELECT nombre, icono, color, privada, activa,
    (SELECT horas_normal FROM plazos WHERE categoria_id = c.id) AS horas_normal,
    (SELECT horas_urgente FROM plazos WHERE categoria_id = c.id) AS horas_urgente,
    (SELECT json_group_array(cuadrilla_id ORDER BY cuadrilla_id) FROM cuadrilla_categorias WHERE categoria_id = c.id) AS cuadrillas
    FROM categorias c WHERE id =`,
  cuadrillas: `SELECT nombre, activa, capacidad, zona_id,
    (SELECT json_group_array(categoria_id ORDER BY categoria_id) FROM cuadrilla_categorias WHERE cuadrilla_id = c.id) AS categorias
    FROM cuadrillas c WHERE id =`,
  zonas: "SELECT nombre, poligono, activa FROM zonas WHERE id =",
  plantillas_respuesta: "SELECT titulo, texto, accion FROM plantillas_respuesta WHERE id =",
};

const MENSAJES: Record<Referencia["tabla"], string> = {
  categorias: "No hay una categoría con ese número",
  cuadrillas: "No hay una cuadrilla con ese número",
  zonas: "No hay una zona con ese número",
};

/** The ids that are no rows. */
const faltantes = (ctx: Ctx, { tabla, ids }: Referencia) =>
  ctx.db
    .select({ id: sql<number>`value`.as("id") })
    .from(sql`json_each(${JSON.stringify(ids)})`)
    .where(sql`value NOT IN (SELECT id FROM ${sql.raw(tabla)})`);

const NO_ESTA: Record<Fila["tabla"], string> = {
  plantillas_respuesta: "Esa respuesta no existe.",
  categorias: "Esa categoría no existe.",
  cuadrillas: "Esa cuadrilla no existe.",
  zonas: "Esa zona no existe.",
};

/**
 * What every change of a catalogue begins with, in one trip: an admin, still one; the row to change is there, and so is all
 * that it refers to.
 * @param cambia the row to change, when it is not a new one
 * @returns the municipality's boundary, null before it has one; the row to change as it is
 * @throws Fallo sin_sesion, sin_permiso, no_encontrado, datos_invalidos naming every wrong field
 */
export async function abrirCatalogo(
  ctx: Ctx,
  { cambia, referencias = [] }: { cambia?: Fila; referencias?: readonly Referencia[] },
): Promise<{ limite: Poligono | null; antes: Record<string, unknown> | null }> {
  const admin = exigirRol(ctx, "admin");
  const { tabla, id } = cambia ?? { tabla: "zonas", id: 0 };
  const [cuenta, [ciudad], [antes], ...faltas] = await ctx.db.batch([
    sentenciaActor(ctx.db, admin),
    ctx.db.select({ limite: schema.municipio.limite }).from(schema.municipio).limit(1),
    leerAMano<Record<string, unknown>>(ctx.db, sql`${sql.raw(COMO_ESTA[tabla])} ${id}`),
    ...referencias.map((r) => faltantes(ctx, r)),
  ]);
  actorVigente(admin, cuenta);
  if (cambia && !antes) throw noEncontrado(NO_ESTA[cambia.tabla]);
  const errores: ErrorDeCampo[] = referencias.flatMap(({ campo, tabla }, i) =>
    (faltas[i] ?? []).map(({ id }) => ({ campo, mensaje: `${MENSAJES[tabla]}: ${id}.` })),
  );
  if (errores.length > 0)
    throw new Fallo("datos_invalidos", "Revisá los datos marcados y volvé a enviar.", { errores });
  return { limite: ciudad?.limite ?? null, antes: antes ?? null };
}

/**
 * A row's next version: NULL when `vista` is no longer its own, which the column refuses, and the whole batch with it.
 * (A guard in the WHERE would leave the batch's other statements done.)
 */
export const siguienteVersion = (vista: number | undefined) =>
  vista === undefined
    ? sql<number>`version + 1`
    : sql<number>`CASE version WHEN ${vista} THEN version + 1 END`;

/**
 * Rows of `tabla` that a change of the other catalogue joins or parts from, touched: who has one of them open is told.
 * @param columna of cuadrilla_categorias that names them
 * @param deQuien which rows of cuadrilla_categorias are the other side's
 * @param ids as they will be
 */
export const tocar = (
  db: Db,
  tabla: "categorias" | "cuadrillas",
  columna: SQL,
  deQuien: SQL,
  ids: readonly number[],
): Sentencia =>
  aMano(
    db,
    sql`UPDATE ${sql.raw(tabla)} SET version = version + 1
    WHERE (id IN (SELECT value FROM json_each(${JSON.stringify(ids)})))
      <> (id IN (SELECT ${columna} FROM cuadrilla_categorias WHERE ${deQuien}))`,
  );

/** Every message of an error and of its causes. */
export function textoDe(error: unknown): string {
  let texto = "";
  for (let e: unknown = error; e instanceof Error; e = e.cause) texto += `${e.message}\n`;
  return texto;
}

/** @throws Fallo version_vieja when `siguienteVersion` refused; else what came */
export function exigirVersion(error: unknown, tabla: string): void {
  if (textoDe(error).includes(`NOT NULL constraint failed: ${tabla}.version`))
    throw new Fallo(
      "version_vieja",
      "Otra persona lo cambió mientras lo editabas. Mirá qué cambió antes de guardar.",
    );
}

/**
 * Carries out a batch whose first statement writes the row and returns it, and which a unique name may refuse.
 * @throws Fallo ya_existe, naming the field; version_vieja
 */
export async function escribirCatalogo<F>(
  ctx: Ctx,
  tabla: Referencia["tabla"],
  lote: readonly [Sentencia, ...Sentencia[]],
): Promise<F> {
  try {
    const [filas] = (await ctx.db.batch(lote)) as unknown as [F[]];
    const [fila] = filas;
    if (fila === undefined) throw noEncontrado(NO_ESTA[tabla]);
    return fila;
  } catch (error) {
    exigirVersion(error, tabla);
    if (!textoDe(error).includes(`UNIQUE constraint failed: ${tabla}.nombre`)) throw error;
    const mensaje = "Ya hay otra con ese nombre.";
    throw new Fallo("ya_existe", mensaje, { errores: [{ campo: "nombre", mensaje }] });
  }
}
