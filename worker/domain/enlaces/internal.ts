import { type SQL, sql } from "drizzle-orm";
import { LIMITES } from "../../../contract/limites.ts";
import type { UsoEnlace } from "../../../contract/vocabulario.ts";
import { aMano, type Db, leerAMano, type Sentencia } from "../../db/client.ts";
import type { Ctx } from "../contexto.ts";
import { Fallo } from "../fallo.ts";

const MINUTO = 60;
const DIA = 86_400;

/** How long each kind of link opens something, in seconds. */
export const VIDA: Record<UsoEnlace, number> = {
  ingresar: 15 * MINUTO,
  recuperar: 60 * MINUTO,
  correo: 60 * MINUTO,
  verificar: 7 * DIA,
  reporte: LIMITES.reporteDias * DIA,
  invitacion: 7 * DIA,
};

/**
 * Mails with a link to one address, whoever asks: nobody's mailbox is to be filled from our doors, and nobody is to be kept
 * from a link by those that others asked for. In a quarter of an hour three of a kind and six in all, in a day thirty; past
 * these two, still the first of its kind in that quarter, and in an hour.
 */
const DE_UN_TIPO_MAX = 3;
const VENTANA = { segundos: 15 * MINUTO, max: 6 };
const JORNADA = { segundos: DIA, max: 30, unoCada: 60 * MINUTO };

/**
 * SQL: one more mail of this kind may go to that address. It counts what was asked for, not what was sent, so it says the
 * same of an address that nobody has. What an admin sends (invitations) and reports, which
 * have bounds of their own, neither count nor are counted.
 * @param direccion digest of the address
 */
export function cabeOtro(que: UsoEnlace, direccion: string, ahora: number): SQL {
  const desde = ahora - VENTANA.segundos;
  return sql`EXISTS (SELECT 1 FROM (
    SELECT count(*) AS dia, count(*) FILTER (WHERE l.creado_en > ${desde}) AS ventana,
      count(*) FILTER (WHERE l.creado_en > ${desde} AND l.que = ${que}) AS suyos,
      count(*) FILTER (WHERE l.creado_en > ${ahora - JORNADA.unoCada} AND l.que = ${que}) AS en_la_hora
    FROM enlaces l WHERE l.direccion = ${direccion} AND l.creado_en > ${ahora - JORNADA.segundos} AND l.que NOT IN ('invitacion', 'reporte')
  ) WHERE suyos < ${DE_UN_TIPO_MAX} AND (ventana < ${VENTANA.max} OR suyos = 0)
    AND (dia < ${JORNADA.max} OR en_la_hora = 0))`;
}

/** What makes the token, and what finds it (worker/auth/enlaces.ts). */
export type Sello = { semilla: string; huella: string };

/**
 * Who stands for a person who gave just an address: its mails and photos are nobody's until the address is proved, and a
 * mail and a photo must be somebody's. Blocked, without a way in, and in no list. Written when it is first needed.
 */
export const SIN_CUENTA = 0;

/** The statements that make sure of it. */
export const sentenciasSinCuenta = (db: Db, ahora: number): Sentencia[] => [
  aMano(
    db,
    sql`INSERT OR IGNORE INTO personas (id, nombre, apellido, idioma, creado_en) VALUES (${SIN_CUENTA}, '', '', 'es', ${ahora})`,
  ),
  aMano(
    db,
    sql`INSERT OR IGNORE INTO usuarios (id, persona_id, name, email, email_verificado, rol, bloqueado_en, creado_en, actualizado_en)
    VALUES (${SIN_CUENTA}, ${SIN_CUENTA}, '', 'sin-cuenta@baldosa.invalid', 0, 'vecino', ${ahora}, ${ahora}, ${ahora})`,
  ),
];

/** A mail about an account, to be queued by who called. Gives back `{id}`, or nothing when `desde` finds nobody. */
export const sentenciaCorreo = (
  db: Db,
  c: {
    plantilla: string;
    persona: SQL;
    para: SQL;
    enlace?: SQL;
    desde?: SQL;
    aparato?: string | null | undefined;
    ahora: number;
  },
) =>
  leerAMano<{ id: number }>(
    db,
    sql`INSERT INTO correos (persona_id, plantilla, para, enlace_id, aparato, estado, creado_en)
    SELECT ${c.persona}, ${c.plantilla}, ${c.para}, ${c.enlace ?? sql`NULL`}, ${c.aparato ?? null}, 'pendiente', ${c.ahora} ${c.desde ?? sql``}
    RETURNING id`,
  );

/**
 * A mail that tells an account's owner what was done to it, at the address that it has at that point of the batch. Nobody
 * can turn it off.
 * @param ctx without `aparato` when it was done by somebody else
 * @param si only if this holds, in SQL
 */
export const sentenciaAviso = (
  { db, ahora, aparato }: Pick<Ctx, "db" | "ahora" | "aparato">,
  usuarioId: number,
  plantilla: string,
  si: SQL = sql`1`,
) =>
  sentenciaCorreo(db, {
    plantilla,
    persona: sql`persona_id`,
    para: sql`email`,
    desde: sql`FROM usuarios WHERE id = ${usuarioId} AND ${si}`,
    aparato,
    ahora,
  });

/** After the statement that must have changed something: if it did not, the whole batch fails. */
export const exigirCambio = (db: Db): Sentencia =>
  aMano(db, sql`SELECT CASE WHEN changes() > 0 THEN 1 ELSE json('x' || changes()) END`);

export const noCambio = (error: unknown): boolean => {
  for (let e: unknown = error; e instanceof Error; e = e.cause)
    if (/malformed JSON/.test(e.message)) return true;
  return false;
};

const PORQUE = {
  desconocido: "Ese enlace no es nuestro, o ya no sirve. Pedí otro.",
  usado: "Ese enlace ya se usó: sirve una sola vez. Pedí otro.",
  vencido: "Ese enlace ya venció. Pedí otro.",
  reenviada: "Esa invitación se mandó otra vez: usá el enlace del último correo.",
  retirada: "La municipalidad retiró esa invitación. Preguntale a quien te invitó.",
  sinAutor: "Quien mandó esa invitación ya no puede invitar. Pedile otra a la municipalidad.",
} as const;

export const enlaceMuerto = (porque: keyof typeof PORQUE = "desconocido"): Fallo =>
  new Fallo("enlace_vencido", PORQUE[porque]);

/** The claim on a link: of all who bring it, one gets it. Followed by `exigirCambio`. */
export const sentenciaGastar = (db: Db, id: number, ahora: number): Sentencia =>
  aMano(
    db,
    sql`UPDATE enlaces SET usado_en = ${ahora} WHERE id = ${id} AND usado_en IS NULL AND vence_en > ${ahora}`,
  );
