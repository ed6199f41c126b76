import { type SQL, sql } from "drizzle-orm";
import { TIPOS_PREFERENCIA } from "../../../contract/eventos.ts";
import { aMano, type Db, type Sentencia } from "../../db/client.ts";

/** The persona of the address's account, in SQL. */
const duena = (email: string): SQL => sql`(SELECT persona_id FROM usuarios WHERE email = ${email})`;

/** Other personas by this address, without an account and not invited to one, in SQL. */
export const sueltas = (email: string): SQL =>
  sql`SELECT p.id FROM personas p WHERE p.email = ${email} AND p.anonimizada_en IS NULL
    AND NOT EXISTS (SELECT 1 FROM usuarios u WHERE u.persona_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM invitaciones i WHERE i.persona_id = p.id)`;

/**
 * An account for a persona who proved the address and has none: without a password, entered by a link. Does nothing when
 * the address has one.
 */
export const sentenciaAbrirCuenta = (db: Db, email: string, ahora: number): Sentencia =>
  aMano(
    db,
    sql`INSERT INTO usuarios (persona_id, name, email, email_verificado, rol, creado_en, actualizado_en)
    SELECT id, trim(nombre || ' ' || apellido), ${email}, 1, 'vecino', ${ahora}, ${ahora} FROM personas
    WHERE id = (SELECT min(id) FROM (${sueltas(email)})) AND NOT EXISTS (SELECT 1 FROM usuarios WHERE email = ${email})`,
  );

/**
 * The address was proved to be its account's: it is marked so, and what the city knew of the same address without an account
 * (reported at the counter, or without signing in) becomes the account's persona's.
 */
export const sentenciasProbada = (db: Db, email: string, ahora: number): Sentencia[] => [
  aMano(
    db,
    sql`UPDATE usuarios SET email_verificado = 1, actualizado_en = ${ahora} WHERE email = ${email}`,
  ),
  aMano(
    db,
    sql`UPDATE reclamos SET creador_id = ${duena(email)}
    WHERE creador_id IN (${sueltas(email)}) AND ${duena(email)} IS NOT NULL`,
  ),
  aMano(
    db,
    sql`INSERT OR IGNORE INTO seguidores (reclamo_id, persona_id, desde)
    SELECT reclamo_id, ${duena(email)}, min(desde) FROM seguidores
    WHERE persona_id IN (${sueltas(email)}) AND ${duena(email)} IS NOT NULL GROUP BY reclamo_id`,
  ),
  aMano(
    db,
    sql`DELETE FROM seguidores WHERE persona_id IN (${sueltas(email)}) AND ${duena(email)} IS NOT NULL`,
  ),
  aMano(
    db,
    sql`UPDATE OR IGNORE correos SET persona_id = ${duena(email)}
    WHERE persona_id IN (${sueltas(email)}) AND ${duena(email)} IS NOT NULL`,
  ),
  // Which mails they turned off without an account is now for its own switches to say.
  aMano(
    db,
    sql`INSERT INTO preferencias (usuario_id, tipo, canal, activa)
    SELECT u.id, t.value, 'correo', 0 FROM usuarios u, json_each(${JSON.stringify(TIPOS_PREFERENCIA)}) t
    WHERE u.email = ${email} AND EXISTS (SELECT 1 FROM bajas b
      WHERE b.persona_id IN (SELECT u.persona_id UNION ${sueltas(email)}) AND b.tipo IN (t.value, 'todo'))
    ON CONFLICT (usuario_id, tipo, canal) DO UPDATE SET activa = 0`,
  ),
  aMano(
    db,
    sql`DELETE FROM bajas WHERE ${duena(email)} IS NOT NULL
    AND persona_id IN (SELECT ${duena(email)} UNION ${sueltas(email)})`,
  ),
  // Nothing is left of them but the row, which other tables, and links in old mails, may point at.
  aMano(
    db,
    sql`UPDATE personas SET nombre = '', apellido = '', email = NULL, telefono = NULL, anonimizada_en = ${ahora},
      unida_a = ${duena(email)}
    WHERE id IN (${sueltas(email)}) AND ${duena(email)} IS NOT NULL`,
  ),
];

/** Ends every session of the account's, and with them its access tokens. */
export const sentenciaCerrarSesiones = (db: Db, usuarioId: number): Sentencia =>
  aMano(db, sql`DELETE FROM sesiones WHERE usuario_id = ${usuarioId}`);

/** No other link of the account's opens anything from now on. */
export const sentenciaAnularEnlaces = (db: Db, usuarioId: number, ahora: number): Sentencia =>
  aMano(
    db,
    sql`UPDATE enlaces SET usado_en = ${ahora} WHERE usuario_id = ${usuarioId} AND usado_en IS NULL`,
  );

/**
 * Takes every hold on an account from whoever opened it without owning its address: password, sessions and their tokens,
 * second factor, pending links; the telephone at which they would be called, and which mails they wanted. The name stays: its
 * owner sees it and may change it. Their sockets are the caller's to close.
 */
export const sentenciasDesalojar = (db: Db, usuarioId: number, ahora: number): Sentencia[] => [
  sentenciaCerrarSesiones(db, usuarioId),
  sentenciaAnularEnlaces(db, usuarioId, ahora),
  aMano(db, sql`DELETE FROM cuentas WHERE usuario_id = ${usuarioId}`),
  aMano(db, sql`DELETE FROM segundos_factores WHERE usuario_id = ${usuarioId}`),
  aMano(db, sql`DELETE FROM codigos_recuperacion WHERE usuario_id = ${usuarioId}`),
  aMano(db, sql`DELETE FROM claves WHERE usuario_id = ${usuarioId}`),
  aMano(db, sql`DELETE FROM preferencias WHERE usuario_id = ${usuarioId}`),
  aMano(
    db,
    sql`UPDATE personas SET telefono = NULL WHERE id = (SELECT persona_id FROM usuarios WHERE id = ${usuarioId})`,
  ),
  aMano(
    db,
    sql`UPDATE usuarios SET segundo_factor_en = NULL, actualizado_en = ${ahora} WHERE id = ${usuarioId}`,
  ),
];

/** The account signs in with this password and with no other. @param hash by worker/auth/password.ts */
export const sentenciasContrasena = (
  db: Db,
  usuarioId: number | SQL,
  hash: string,
  ahora: number,
): Sentencia[] => [
  aMano(db, sql`DELETE FROM cuentas WHERE usuario_id = ${usuarioId} AND proveedor = 'credential'`),
  aMano(
    db,
    sql`INSERT INTO cuentas (usuario_id, cuenta_externa, proveedor, contrasena, creado_en, actualizado_en)
    VALUES (${usuarioId}, CAST(CAST(${usuarioId} AS INTEGER) AS TEXT), 'credential', ${hash}, ${ahora}, ${ahora})`,
  ),
];
