import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Invitacion } from "../../../contract/esquemas/invitaciones.ts";
import { aMano, type Db, type Sentencia, schema } from "../../db/client.ts";
import { anotar, SI_CAMBIO } from "../auditoria/anotar.ts";
import type { Ctx } from "../contexto.ts";
import { type Sello, sentenciaCorreo, VIDA } from "../enlaces/internal.ts";
import { noEncontrado } from "../fallo.ts";
import { iso } from "../tiempo.ts";

const { invitaciones, personas } = schema;

export const ABIERTA = and(isNull(invitaciones.aceptada_en), isNull(invitaciones.retirada_en));

/** SQL: an account by the invited address has a place in the city's staff. */
export const SUPERADA = sql<number>`EXISTS (SELECT 1 FROM usuarios AS suya
  WHERE suya.email = invitaciones.email AND suya.rol <> 'vecino')`;

export const seleccionar = (db: Db) =>
  db
    .select({
      id: invitaciones.id,
      nombre: personas.nombre,
      apellido: personas.apellido,
      email: invitaciones.email,
      rol: invitaciones.rol,
      cuadrilla_id: invitaciones.cuadrilla_id,
      envio: invitaciones.envio,
      vence_en: invitaciones.vence_en,
    })
    .from(invitaciones)
    .innerJoin(personas, eq(personas.id, invitaciones.persona_id));

type Fila = Awaited<ReturnType<typeof seleccionar>>[number];

export const vista = (fila: Fila, ahora: number): Invitacion => ({
  ...fila,
  rol: fila.rol as Invitacion["rol"],
  vence_en: iso(fila.vence_en),
  vencida: fila.vence_en <= ahora,
});

/** The link of an invitation and the mail that brings it, after the row that says `huella`. */
export const sentenciasEnviar = (
  db: Db,
  { semilla, huella }: Sello,
  direccion: string,
  ahora: number,
) =>
  [
    aMano(
      db,
      sql`INSERT INTO enlaces (huella, semilla, que, email, direccion, creado_en, vence_en)
      SELECT ${huella}, ${semilla}, 'invitacion', email, ${direccion}, ${ahora}, ${ahora + VIDA.invitacion}
      FROM invitaciones WHERE token_hash = ${huella}`,
    ),
    sentenciaCorreo(db, {
      plantilla: "enlace_invitacion",
      persona: sql`i.persona_id`,
      para: sql`i.email`,
      enlace: sql`e.id`,
      desde: sql`FROM enlaces e JOIN invitaciones i ON i.token_hash = e.huella WHERE e.huella = ${huella}`,
      ahora,
    }),
  ] as const;

/** The link that it had opens nothing from now on. */
export const sentenciaAnular = (db: Db, id: number, ahora: number): Sentencia =>
  aMano(
    db,
    sql`UPDATE enlaces SET usado_en = ${ahora} WHERE usado_en IS NULL AND huella = (SELECT token_hash FROM invitaciones WHERE id = ${id})`,
  );

/**
 * After an admin decided about this account, what was decided before is void: the open invitation of its address is taken
 * back, and that goes on record.
 * @param si only if this holds, in SQL
 */
export const sentenciasSuperar = (ctx: Ctx, usuarioId: number, si: SQL): Sentencia[] => [
  aMano(
    ctx.db,
    sql`UPDATE invitaciones SET retirada_en = ${ctx.ahora}
    WHERE email = (SELECT email FROM usuarios WHERE id = ${usuarioId}) AND aceptada_en IS NULL AND retirada_en IS NULL AND ${si}`,
  ),
  ...anotar(ctx, {
    accion: "invitacion",
    sobre: {
      objeto: "persona",
      id: sql`(SELECT persona_id FROM invitaciones WHERE retirada_en = ${ctx.ahora}
        AND email = (SELECT email FROM usuarios WHERE id = ${usuarioId}) ORDER BY id DESC LIMIT 1)`,
    },
    despues: { motivo: "retirada" },
    si: SI_CAMBIO,
  }),
];

/** @throws Fallo no_encontrado */
export async function abierta(db: Db, id: number): Promise<Fila> {
  const [fila] = await seleccionar(db).where(and(eq(invitaciones.id, id), ABIERTA));
  if (!fila) throw noEncontrado("Esa invitación ya se aceptó, se retiró, o no existe.");
  return fila;
}
