import { type SQL, sql } from "drizzle-orm";
import type { TipoEvento } from "../../../contract/eventos.ts";
import { aMano, type Db, leerAMano, type Sentencia } from "../../db/client.ts";
import { ACTOS_DE_VECINO } from "../../db/schema/eventos.ts";
import { type Conocida, tachar, tacharAjeno, tacharDireccion } from "./tachar.ts";

/** Who reported it, by their persona's id. */
type DeQuien = { creador_id: number };

/** What people and staff wrote about reclamos, as it is, with who reported each. */
type Escrito = {
  id: number;
  codigo: string;
  titulo: string;
  descripcion: string;
  direccion: string;
  titulo_publico: string | null;
  descripcion_publica: string | null;
} & Conocida &
  DeQuien;
type Dicho = { evento_id: number; texto: string } & Conocida & DeQuien;

/** Texts of a kind that a vecino writes: theirs go as a whole. What the city answered stays, without their data. */
const DEL_VECINO = ["comentado", "reabierto", "confirmado"] as const satisfies TipoEvento[];

const QUIEN = sql.raw(
  "p.id AS creador_id, p.nombre AS nombre, p.apellido AS apellido, p.email AS email, p.telefono AS telefono",
);

/** Reclamos where a person left something: theirs, followed, or joined or spoken of once. @param personas SQL that selects ids */
export const susReclamos = (usuarioId: number, personas: SQL): SQL =>
  sql`SELECT id FROM reclamos WHERE creador_id IN (${personas})
    UNION SELECT reclamo_id FROM seguidores WHERE persona_id IN (${personas})
    UNION SELECT reclamo_id FROM eventos WHERE usuario_id = ${usuarioId} AND ${sql.raw(ACTOS_DE_VECINO)}`;

/** The reads, for one batch. @param reclamos SQL: a SELECT of ids */
export const leerEscrito = (db: Db, reclamos: SQL) =>
  [
    leerAMano<Escrito>(
      db,
      sql`SELECT r.id AS id, codigo, titulo, descripcion, direccion, titulo_publico, descripcion_publica, ${QUIEN}
      FROM reclamos r JOIN personas p ON p.id = r.creador_id WHERE r.id IN (${reclamos})`,
    ),
    leerAMano<Dicho>(
      db,
      sql`SELECT t.evento_id AS evento_id, t.texto AS texto, ${QUIEN}
      FROM eventos e JOIN textos t ON t.evento_id = e.id JOIN reclamos r ON r.id = e.reclamo_id
        JOIN personas p ON p.id = r.creador_id
      WHERE e.reclamo_id IN (${reclamos})`,
    ),
  ] as const;

export type Tachado = {
  reclamos: Omit<Escrito, keyof Conocida | keyof DeQuien>[];
  textos: { evento_id: number; texto: string }[];
  /** Reclamos whose title is another: it stands in mails and inboxes too. */
  retitulados: { id: number; titulo: string }[];
};

/**
 * What of it must be written anew, so that nobody is told from it.
 * @param quienes whom; absent: who reported each. On what others reported less of them is taken out (`tacharAjeno`).
 */
export function tacharTodo(
  escritos: readonly Escrito[],
  dichos: readonly Dicho[],
  quienes?: readonly (Conocida & { id: number })[],
): Tachado {
  const propio = (e: DeQuien) => quienes?.some((q) => q.id === e.creador_id) ?? true;
  const salida: Tachado = { reclamos: [], textos: [], retitulados: [] };
  for (const e of escritos) {
    const suyos = quienes ?? [e];
    const limpiar = propio(e) ? tachar : tacharAjeno;
    const opcional = (s: string | null) => (s === null ? null : limpiar(s, ...suyos));
    const { id, codigo } = e;
    const limpio = {
      id,
      codigo,
      titulo: limpiar(e.titulo, ...suyos),
      descripcion: limpiar(e.descripcion, ...suyos),
      direccion: propio(e) ? tacharDireccion(e.direccion, ...suyos) : e.direccion,
      titulo_publico: opcional(e.titulo_publico),
      descripcion_publica: opcional(e.descripcion_publica),
    };
    const { titulo, descripcion, direccion, titulo_publico, descripcion_publica } = e;
    const era = { id, codigo, titulo, descripcion, direccion, titulo_publico, descripcion_publica };
    if (JSON.stringify(limpio) !== JSON.stringify(era)) salida.reclamos.push(limpio);
    if (limpio.titulo !== e.titulo) salida.retitulados.push({ id: e.id, titulo: limpio.titulo });
  }
  for (const { evento_id, texto, ...quien } of dichos) {
    const limpio = (propio(quien) ? tachar : tacharAjeno)(texto, ...(quienes ?? [quien]));
    if (limpio !== texto) salida.textos.push({ evento_id, texto: limpio });
  }
  return salida;
}

/** The writes: what was taken out, everywhere that it stands in the database. */
export function escribirTachado(db: Db, t: Tachado): Sentencia[] {
  const sentencias: Sentencia[] = [];
  if (t.reclamos.length > 0)
    sentencias.push(
      aMano(
        db,
        sql`UPDATE reclamos SET titulo = j.value ->> 'titulo', descripcion = j.value ->> 'descripcion',
        direccion = j.value ->> 'direccion', titulo_publico = j.value ->> 'titulo_publico',
        descripcion_publica = j.value ->> 'descripcion_publica'
        FROM json_each(${JSON.stringify(t.reclamos)}) j WHERE reclamos.id = j.value ->> 'id'`,
      ),
      aMano(
        db,
        sql`INSERT OR REPLACE INTO reclamos_fts (rowid, titulo, descripcion, direccion)
        SELECT value ->> 'id', value ->> 'titulo', value ->> 'descripcion', value ->> 'direccion'
        FROM json_each(${JSON.stringify(t.reclamos)})`,
      ),
    );
  if (t.textos.length > 0)
    sentencias.push(
      aMano(
        db,
        sql`UPDATE textos SET texto = j.value ->> 'texto' FROM json_each(${JSON.stringify(t.textos)}) j
        WHERE textos.evento_id = j.value ->> 'evento_id'`,
      ),
    );
  if (t.retitulados.length > 0)
    sentencias.push(
      aMano(
        db,
        sql`UPDATE correos SET asunto = '' WHERE reclamo_id IN
        (SELECT value ->> 'id' FROM json_each(${JSON.stringify(t.retitulados)}))`,
      ),
    );
  return sentencias;
}

/** Whose inboxes hold the title of these, and with which evento. */
export const leerBandejas = (db: Db, t: Tachado) =>
  leerAMano<{ usuario_id: number; evento_id: number; reclamo_id: number }>(
    db,
    sql`SELECT n.usuario_id AS usuario_id, e.id AS evento_id, e.reclamo_id AS reclamo_id
    FROM eventos e JOIN entregas n ON n.evento_id = e.id
    WHERE e.tipo = 'creado' AND NOT n.silenciosa AND e.reclamo_id IN
      (SELECT value ->> 'id' FROM json_each(${JSON.stringify(t.retitulados)}))`,
  );

/** What these people, SQL that selects accounts, wrote as vecinos about these reclamos. */
export const borrarDichos = (db: Db, usuarios: SQL, reclamos: SQL): Sentencia =>
  aMano(
    db,
    sql`DELETE FROM textos WHERE evento_id IN (
      SELECT e.id FROM eventos e WHERE e.usuario_id IN (${usuarios}) AND NOT e.interno
        AND e.reclamo_id IN (${reclamos}) AND e.tipo IN (${sql.join(
          DEL_VECINO.map((t) => sql`${t}`),
          sql`, `,
        )}))`,
  );

/** The address, and all that could hold it, of these mails. What was not sent yet is not sent. */
export const vaciarCorreos = (db: Db, cuales: SQL): Sentencia =>
  aMano(
    db,
    sql`UPDATE correos SET para = '', asunto = '', error = NULL, message_id = NULL, proveedor_id = NULL, historia = NULL,
      clave = NULL, aparato = NULL, reclamado_hasta = NULL,
      estado = CASE WHEN estado IN ('pendiente', 'reintentando', 'incierto') THEN 'suprimido' ELSE estado END
    WHERE ${cuales}`,
  );
