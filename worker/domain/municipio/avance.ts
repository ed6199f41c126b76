import { sql } from "drizzle-orm";
import type { Avance } from "../../../contract/esquemas/municipio.ts";
import { leerAMano } from "../../db/client.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { leerVigente } from "../reclamos/lectura.ts";
import { UNICO } from "./internal.ts";

/**
 * How far the municipality has been set up. Nothing is remembered of it: it is counted, so that it is true whichever way
 * the things were made.
 * @throws Fallo sin_sesion, sin_permiso
 */
export async function verAvance(ctx: Ctx): Promise<Avance> {
  const admin = exigirRol(ctx, "admin");
  const { id } = admin;
  const cuenta = leerAMano<Record<keyof Avance, number>>(
    ctx.db,
    sql`
    SELECT
      EXISTS (SELECT 1 FROM municipio WHERE id = ${UNICO} AND nombre <> '') AS nombre,
      EXISTS (SELECT 1 FROM municipio WHERE id = ${UNICO}) AS limite,
      (SELECT count(*) FROM categorias WHERE activa = 1) AS categorias,
      (SELECT count(*) FROM zonas WHERE activa = 1) AS zonas,
      (SELECT count(*) FROM cuadrillas WHERE activa = 1) AS cuadrillas,
      (SELECT count(*) FROM usuarios
        WHERE rol IN ('cuadrilla', 'supervisor', 'admin') AND bloqueado_en IS NULL AND id <> ${id}) AS personal,
      (SELECT count(*) FROM plantillas_respuesta) AS plantillas,
      -- Whether there is one, not how many: there may be a hundred thousand.
      EXISTS (SELECT 1 FROM reclamos) AS reclamos`,
  );
  const [fila] = await leerVigente(ctx, admin, cuenta);
  if (!fila) throw new Error("the count did not come back");
  return { ...fila, nombre: fila.nombre === 1, limite: fila.limite === 1 };
}
