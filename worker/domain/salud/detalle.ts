import { sql } from "drizzle-orm";
import type { ListaDeSalud, SaludDetalle } from "../../../contract/esquemas/salud.ts";
import { leerAMano, schema } from "../../db/client.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { leerCursor } from "../reclamos/cursor.ts";
import { actorVigente, sentenciaActor } from "../reclamos/lectura.ts";
import { iso } from "../tiempo.ts";
import { hojaDe, sentenciaDeLista } from "./listas.ts";

/**
 * What did not get through and why, and when each scheduled job last ran. Ids and figures, nobody's name. For admins.
 * @throws Fallo sin_sesion, sin_permiso
 */
export async function verSaludDetalle(ctx: Ctx): Promise<SaludDetalle> {
  const admin = exigirRol(ctx, "admin");
  const { db } = ctx;
  const primera = (lista: ListaDeSalud) => sentenciaDeLista(ctx, lista, null);
  const [cuenta, sin, quietos, perdidas, fallidos, [viejo], corridas] = await db.batch([
    sentenciaActor(db, admin),
    primera("sin_despachar"),
    primera("aparcados"),
    primera("entregas"),
    primera("correos"),
    leerAMano<{ en: number | null }>(
      db,
      sql`SELECT min(coalesce(no_antes, creado_en)) AS en FROM correos WHERE coalesce(no_antes, 0) <= ${ctx.ahora} AND estado IN ('pendiente', 'reintentando')`,
    ),
    db.select().from(schema.corridas).orderBy(schema.corridas.tarea),
  ]);
  actorVigente(admin, cuenta);
  const [sin_despachar, aparcados] = [hojaDe("sin_despachar", sin), hojaDe("aparcados", quietos)];
  const [entregas, correos] = [hojaDe("entregas", perdidas), hojaDe("correos", fallidos)];
  return {
    sin_despachar: sin_despachar.items,
    aparcados: aparcados.items,
    entregas: entregas.items,
    correos: correos.items,
    cursores: {
      sin_despachar: sin_despachar.cursor,
      aparcados: aparcados.cursor,
      entregas: entregas.cursor,
      correos: correos.cursor,
    },
    correo_mas_viejo_s: viejo?.en == null ? null : ctx.ahora - viejo.en,
    corridas: corridas.map((c) => {
      const { fallo, ...resultado } = JSON.parse(c.resultado) as Record<string, unknown>;
      return {
        tarea: c.tarea,
        en: iso(c.en),
        ms: c.ms,
        fallo: typeof fallo === "string" ? fallo : null,
        resultado,
      };
    }),
  };
}

/** The next page of one of its lists. @throws Fallo sin_sesion, sin_permiso, datos_invalidos */
export async function verSaludHoja(ctx: Ctx, lista: ListaDeSalud, cursor: string | undefined) {
  const admin = exigirRol(ctx, "admin");
  const [cuenta, filas] = await ctx.db.batch([
    sentenciaActor(ctx.db, admin),
    sentenciaDeLista(ctx, lista, leerCursor(cursor, 2)),
  ]);
  actorVigente(admin, cuenta);
  return hojaDe(lista, filas);
}
