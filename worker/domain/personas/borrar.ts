import { sql } from "drizzle-orm";
import type { Usuario } from "../../../contract/acciones.ts";
import { aMano, type Db, leerAMano, type Sentencia } from "../../db/client.ts";
import { anotar } from "../auditoria/anotar.ts";
import { type Ctx, exigirUsuario } from "../contexto.ts";
import { exigirCambio, noCambio } from "../enlaces/internal.ts";
import { Fallo, falloDeCampo } from "../fallo.ts";
import { plano, planoSql } from "../plano.ts";
import { actorVigente, sentenciaActor } from "../reclamos/lectura.ts";
import {
  borrarDichos,
  escribirTachado,
  leerBandejas,
  leerEscrito,
  susReclamos,
  type Tachado,
  tacharTodo,
  vaciarCorreos,
} from "./rastro.ts";
import type { Conocida } from "./tachar.ts";

type Propia = Conocida & { id: number };

/** Everything that a deletion is about to take away, read before it. */
export type Borrado = {
  usuario: Usuario;
  email: string;
  /** Whether they proved it: only then is what stands at it theirs, and not of whoever really reads it. */
  probado: boolean;
  /** The rows of `personas` that are this person: the account's, and those of reports from before it, at its proved address. */
  personas: Propia[];
  tachado: Tachado;
  /** Photos whose objects go: the loose ones, those the city hid, and those of reports that nobody confirmed. */
  claves: string[];
};

/** What is left to do outside the database. */
export type Borrada = {
  usuarioId: number;
  /** The farewell's row, for the queue of mail. */
  correoId: number | null;
  /** Other people's inboxes that hold a title which is another now. */
  bandejas: { usuarioId: number; eventoId: number; titulo: string }[];
};

/**
 * Reads what the deletion of one's own account takes away.
 * @param confirmo the account's own address, typed: nobody deletes theirs by a slip of the finger
 * @throws Fallo sin_sesion, datos_invalidos; estado_no_permite for who works for the city
 */
export async function prepararBorrado(ctx: Ctx, confirmo: string): Promise<Borrado> {
  const { db } = ctx;
  const usuario = exigirUsuario(ctx);
  const mio = sql`SELECT email, email_verificado FROM usuarios WHERE id = ${usuario.id}`;
  const suyo = sql`SELECT email FROM usuarios WHERE id = ${usuario.id} AND email_verificado`;
  const suyas = sql`SELECT id FROM personas WHERE id = ${usuario.personaId}
    UNION SELECT id FROM personas WHERE email = (${suyo}) AND id NOT IN (SELECT persona_id FROM usuarios)`;
  const [cuenta, [fila], personas, escritos, dichos, fotos] = await db.batch([
    sentenciaActor(db, usuario),
    leerAMano<{ email: string; email_verificado: number }>(db, mio),
    leerAMano<Propia>(
      db,
      sql`SELECT id, nombre, apellido, email, telefono FROM personas WHERE id IN (${suyas})`,
    ),
    ...leerEscrito(db, susReclamos(usuario.id, suyas)),
    leerAMano<{ clave: string }>(
      db,
      sql`SELECT clave FROM fotos WHERE subida_por = ${usuario.id} AND (reclamo_id IS NULL OR oculta)
      UNION SELECT f.clave FROM reportes_fotos f JOIN reportes r ON r.id = f.reporte_id WHERE r.email = (${suyo})`,
    ),
  ]);
  actorVigente(usuario, cuenta);
  const email = fila?.email ?? "";
  if (usuario.rol !== "vecino")
    throw new Fallo(
      "estado_no_permite",
      "Tu cuenta es del personal de la municipalidad. Pedile a un admin que te pase a vecino; después la podés borrar.",
    );
  if (confirmo.trim().toLowerCase() !== email)
    throw falloDeCampo("confirmo", "Escribí tu correo tal como figura en tu cuenta.");
  // Also on what one only follows or once spoke of: it is one's own data that are taken out, not those of who reported it.
  const tachado = tacharTodo(escritos, dichos, personas);
  const probado = fila?.email_verificado === 1;
  return { usuario, email, probado, personas, tachado, claves: fotos.map((f) => f.clave) };
}

/** Of one account, a table and the column that names it: rows that go. */
const DE_LA_CUENTA = [
  ["sesiones", "usuario_id"],
  ["cuentas", "usuario_id"],
  ["preferencias", "usuario_id"],
  ["claves", "usuario_id"],
  ["segundos_factores", "usuario_id"],
  ["codigos_recuperacion", "usuario_id"],
] as const;

/**
 * Takes the person out of every table, in one batch: names, addresses, telephones, what they wrote among comments, their ways
 * in. The reclamos stay, without what tells whose they were; so do the figures.
 * @param huella the digest by which failed sign-ins of the address are counted
 * @throws Fallo sin_sesion when the account is no longer as it was
 */
export async function borrarCuenta(ctx: Ctx, b: Borrado, huella: string): Promise<Borrada> {
  const { db, ahora } = ctx;
  const { id } = b.usuario;
  const suyas = sql`SELECT value FROM json_each(${JSON.stringify(b.personas.map((p) => p.id))})`;
  const emails = sql`SELECT value FROM json_each(${JSON.stringify(b.probado ? [b.email] : [])})`;
  const lote: [Sentencia, ...Sentencia[]] = [
    aMano(
      db,
      sql`UPDATE usuarios SET name = '', email = 'cuenta-' || id || '@borrada.invalid', image = NULL, email_verificado = 0,
        bloqueado_en = ${ahora}, cuadrilla_id = NULL, segundo_factor_en = NULL, actualizado_en = ${ahora}
      WHERE id = ${id} AND rol = 'vecino' AND bloqueado_en IS NULL AND email = ${b.email}`,
    ),
    exigirCambio(db),
    ...anotar(
      { ...ctx, direccion: null },
      { accion: "cuenta_borrada", sobre: { objeto: "usuario", id } },
    ),
    // Who is still to be told, and nobody else: the row forgets the address once it is sent (mail/job.ts).
    leerAMano<{ id: number }>(
      db,
      sql`INSERT INTO correos (persona_id, plantilla, para, estado, creado_en, encolado_en, clave)
      SELECT persona_id, 'cuenta_borrada', ${b.email}, 'pendiente', ${ahora}, ${ahora}, 'cuenta_borrada-' || id
      FROM usuarios WHERE id = ${id} RETURNING id`,
    ),
    leerBandejas(db, b.tachado),
    ...borrarRastro(ctx, b, { suyas, emails, huella }),
  ];
  const filas: unknown[] = await db.batch(lote).catch((error: unknown) => {
    if (!noCambio(error)) throw error;
    throw new Fallo("sin_sesion", "Tu cuenta cambió recién. Ingresá de nuevo y volvé a probar.");
  });
  const correo = filas[4] as { id: number }[];
  const bandejas = filas[5] as { usuario_id: number; evento_id: number; reclamo_id: number }[];
  const titulos = new Map(b.tachado.retitulados.map((r) => [r.id, r.titulo]));
  return {
    usuarioId: id,
    correoId: correo[0]?.id ?? null,
    bandejas: bandejas.map((x) => ({
      usuarioId: x.usuario_id,
      eventoId: x.evento_id,
      titulo: titulos.get(x.reclamo_id) ?? "",
    })),
  };
}

type Cual = Record<"suyas" | "emails", ReturnType<typeof sql>> & { huella: string };

/** What was answered to whoever changed this account, wrote one of these down or acted on one of these reclamos. */
const olvidarRespuestas = (db: Db, usuarioId: number, datos: readonly string[]): Sentencia =>
  aMano(
    db,
    sql`DELETE FROM claves WHERE instr(respuesta, ${`{"id":${usuarioId},"email":`}) = 1
      OR EXISTS (SELECT 1 FROM json_each(${JSON.stringify(datos)}) WHERE instr(lower(respuesta), lower(value)) > 0)`,
  );

/** All tables besides the account's own row. */
function borrarRastro(
  { db, ahora }: Ctx,
  { usuario: { id }, personas, tachado, email }: Borrado,
  { suyas, emails, huella }: Cual,
): Sentencia[] {
  const hacer = (q: ReturnType<typeof sql>) => aMano(db, q);
  const buscadas = [
    email,
    ...personas.flatMap((p) => [p.email, p.telefono, p.nombre, p.apellido]),
  ].flatMap((x) => (x && x.length > 2 ? [plano(x)] : []));
  return [
    ...escribirTachado(db, tachado),
    borrarDichos(db, sql`SELECT ${id}`, susReclamos(id, suyas)),
    ...DE_LA_CUENTA.map(([tabla, columna]) =>
      hacer(sql`DELETE FROM ${sql.raw(tabla)} WHERE ${sql.raw(columna)} = ${id}`),
    ),
    hacer(sql`DELETE FROM enlaces WHERE usuario_id = ${id} OR email IN (${emails})`),
    hacer(
      sql`DELETE FROM reportes_fotos WHERE reporte_id IN (SELECT id FROM reportes WHERE email IN (${emails}))`,
    ),
    hacer(sql`DELETE FROM reportes WHERE email IN (${emails})`),
    hacer(sql`DELETE FROM invitaciones WHERE persona_id IN (${suyas}) OR email IN (${emails})`),
    hacer(sql`DELETE FROM bajas WHERE persona_id IN (${suyas})`),
    hacer(sql`DELETE FROM intentos WHERE clave = ${huella}`),
    hacer(sql`DELETE FROM supresiones WHERE email = ${email}`),
    hacer(
      sql`DELETE FROM verificaciones WHERE instr(lower(identificador || ' ' || valor), ${email}) > 0`,
    ),
    hacer(
      sql`UPDATE eventos SET clave = NULL, huella = NULL, resultado = NULL WHERE usuario_id = ${id} AND clave IS NOT NULL`,
    ),
    hacer(sql`UPDATE anuncios SET clave = NULL, huella = NULL WHERE usuario_id = ${id}`),
    // Some to their address are of no persona of theirs: of a report that waits, of somebody else who asked to have it.
    vaciarCorreos(
      db,
      sql`(persona_id IN (${suyas}) OR lower(para) IN (${emails})) AND plantilla <> 'cuenta_borrada'`,
    ),
    hacer(sql`DELETE FROM fotos WHERE subida_por = ${id} AND (reclamo_id IS NULL OR oculta)`),
    hacer(sql`DELETE FROM auditoria_detalles WHERE auditoria_id IN (
      SELECT id FROM auditoria WHERE (objeto = 'persona' AND objeto_id IN (${suyas}))
        OR (objeto = 'usuario' AND objeto_id = ${id}))`),
    olvidarRespuestas(db, id, [
      email,
      ...personas.flatMap((p) => p.telefono || []),
      ...tachado.reclamos.map((r) => r.codigo),
    ]),
    // Somebody searched for them, or put other words on what they reported. Nothing else of the record goes: anybody may be
    // called like a word of it.
    hacer(sql`DELETE FROM auditoria_detalles WHERE textos IS NOT NULL AND EXISTS (
      SELECT 1 FROM json_each(${JSON.stringify(buscadas)}) WHERE instr(${planoSql(sql`textos`)}, value) > 0)
      AND auditoria_id IN (SELECT id FROM auditoria WHERE accion IN ('lectura', 'exportacion')
        OR (accion = 'moderacion' AND objeto = 'reclamo' AND objeto_id IN (SELECT id FROM reclamos WHERE creador_id IN (${suyas}))))`),
    hacer(sql`UPDATE auditoria_detalles SET direccion = NULL WHERE auditoria_id IN (
      SELECT id FROM auditoria WHERE usuario_id = ${id})`),
    hacer(sql`UPDATE personas SET nombre = '', apellido = '', email = NULL, telefono = NULL, anonimizada_en = ${ahora}
      WHERE id IN (${suyas})`),
  ];
}
