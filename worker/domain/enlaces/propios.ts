import { and, eq, sql } from "drizzle-orm";
import { aMano, schema } from "../../db/client.ts";
import { type Ctx, exigirUsuario } from "../contexto.ts";
import { Fallo, falloDeCampo } from "../fallo.ts";
import { actorVigente, sentenciaActor } from "../reclamos/lectura.ts";
import { cabeOtro, type Sello, sentenciaCorreo, VIDA } from "./internal.ts";

const { usuarios } = schema;

/** Changes of address that one account may ask for in a while: each writes to somebody. */
const CAMBIOS_MAX = 5;

const idDe = (filas: unknown): number[] => (filas as { id: number }[]).map((f) => f.id);

/**
 * The mail that asks a new account to prove its address. Nothing happens when it has proved it, or was asked a moment ago.
 * @param direccion digest of the address
 * @returns mails to queue
 */
export async function pedirVerificacion(
  { db, ahora }: Ctx,
  usuarioId: number,
  direccion: string,
  { semilla, huella }: Sello,
): Promise<number[]> {
  const [, correo] = await db.batch([
    aMano(
      db,
      sql`INSERT INTO enlaces (huella, semilla, que, usuario_id, email, direccion, creado_en, vence_en)
      SELECT ${huella}, ${semilla}, 'verificar', id, email, ${direccion}, ${ahora}, ${ahora + VIDA.verificar}
      FROM usuarios WHERE id = ${usuarioId} AND email_verificado = 0
        AND ${cabeOtro("verificar", direccion, ahora)}`,
    ),
    sentenciaCorreo(db, {
      plantilla: "enlace_verificar",
      persona: sql`u.persona_id`,
      para: sql`e.email`,
      enlace: sql`e.id`,
      desde: sql`FROM enlaces e JOIN usuarios u ON u.id = e.usuario_id WHERE e.huella = ${huella}`,
      ahora,
    }),
  ]);
  return idDe(correo);
}

/**
 * The actor wants another address for their account: a link goes there, and word of it to the present one. Whether somebody
 * has that address is for its mailbox to know.
 * @param direccion digest of the new address
 * @returns mails to queue
 * @throws Fallo sin_sesion, datos_invalidos, limite
 */
export async function pedirCambioDeCorreo(
  ctx: Ctx,
  nuevo: string,
  direccion: string,
  { semilla, huella }: Sello,
): Promise<number[]> {
  const { db, ahora } = ctx;
  const usuario = exigirUsuario(ctx);
  const [cuenta, [suya], [pedidos]] = await db.batch([
    sentenciaActor(db, usuario),
    db.select({ email: usuarios.email }).from(usuarios).where(eq(usuarios.id, usuario.id)),
    db
      .select({ n: sql<number>`count(*)` })
      .from(schema.enlaces)
      .where(
        and(
          eq(schema.enlaces.usuario_id, usuario.id),
          eq(schema.enlaces.que, "correo"),
          sql`creado_en > ${ahora - 3600}`,
        ),
      ),
  ]);
  actorVigente(usuario, cuenta);
  if (suya?.email === nuevo) throw falloDeCampo("email", "Ya es tu correo.");
  if ((pedidos?.n ?? 0) >= CAMBIOS_MAX)
    throw new Fallo("limite", "Pediste varios cambios de correo. Probá de nuevo en una hora.", {
      reintentarEnSegundos: 3600,
    });
  const [, alNuevo, alViejo] = await db.batch([
    aMano(
      db,
      sql`INSERT INTO enlaces (huella, semilla, que, usuario_id, email, direccion, creado_en, vence_en)
      SELECT ${huella}, ${semilla}, 'correo', ${usuario.id}, ${nuevo}, ${direccion}, ${ahora}, ${ahora + VIDA.correo}
      WHERE ${cabeOtro("correo", direccion, ahora)}`,
    ),
    sentenciaCorreo(db, {
      plantilla: "enlace_correo",
      persona: sql`${usuario.personaId}`,
      para: sql`e.email`,
      enlace: sql`e.id`,
      desde: sql`FROM enlaces e WHERE e.huella = ${huella}`,
      ahora,
    }),
    sentenciaCorreo(db, {
      plantilla: "cuenta_correo_pedido",
      persona: sql`${usuario.personaId}`,
      para: sql`${suya?.email ?? ""}`,
      enlace: sql`e.id`,
      desde: sql`FROM enlaces e WHERE e.huella = ${huella}`,
      ahora,
    }),
  ]);
  return [...idDe(alNuevo), ...idDe(alViejo)];
}
