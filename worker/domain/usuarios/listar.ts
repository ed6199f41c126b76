import { and, desc, eq, gt, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { FiltroUsuarios, UsuarioDetalle } from "../../../contract/esquemas/cuentas.ts";
import { schema } from "../../db/client.ts";
import { anotar } from "../auditoria/anotar.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { SIN_CUENTA } from "../enlaces/internal.ts";
import { falloDeCampo } from "../fallo.ts";
import { plano, planoSql } from "../plano.ts";
import { actorVigente, sentenciaActor, vigente } from "../reclamos/lectura.ts";
import { aDetalle, seleccionar } from "./internal.ts";

const { personas, usuarios } = schema;

/** instr, since D1 takes no LIKE pattern over 50 bytes. */
export const contiene = (q: string): SQL => {
  const persona = sql`${personas.nombre} || ' ' || ${personas.apellido} || ' ' || ${usuarios.email}`;
  return sql`instr(${planoSql(persona)}, ${plano(q)}) > 0`;
};

function despuesDe(cursor: string): SQL {
  if (!/^[1-9]\d{0,14}$/.test(cursor)) throw falloDeCampo("cursor", "No es un cursor nuestro.");
  return lt(usuarios.id, Number(cursor));
}

/**
 * The accounts, newest first, by role, by crew or by a part of name or e-mail.
 * @throws Fallo sin_sesion, sin_permiso; datos_invalidos for a cursor that is not ours
 */
export async function listarUsuarios(
  ctx: Ctx,
  { rol, cuadrilla_id, q, limite, cursor }: FiltroUsuarios,
): Promise<{ items: UsuarioDetalle[]; cursor: string | null }> {
  const usuario = exigirRol(ctx, "supervisor", "admin");
  const [cuenta, filas] = await ctx.db.batch([
    sentenciaActor(ctx.db, usuario),
    seleccionar(ctx.db)
      .where(
        and(
          // Whose account was deleted is nobody to manage.
          isNull(personas.anonimizada_en),
          gt(usuarios.id, SIN_CUENTA),
          rol && eq(usuarios.rol, rol),
          cuadrilla_id === undefined ? undefined : eq(usuarios.cuadrillaId, cuadrilla_id),
          q ? contiene(q) : undefined,
          cursor ? despuesDe(cursor) : undefined,
        ),
      )
      .orderBy(desc(usuarios.id))
      .limit(limite + 1),
    ...anotar(ctx, {
      accion: "lectura",
      sobre: { objeto: "usuario", id: null },
      despues: { rol, cuadrilla_id, q },
      si: vigente(usuario),
    }),
  ]);
  actorVigente(usuario, cuenta);
  const items = filas.slice(0, limite).map(aDetalle);
  const ultimo = filas.length > limite ? items.at(-1) : undefined;
  return { items, cursor: ultimo ? String(ultimo.id) : null };
}
