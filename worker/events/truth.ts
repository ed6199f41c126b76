import { type SQL, sql } from "drizzle-orm";
import type { Grupo, TipoEvento } from "../../contract/eventos.ts";
import type { Estado, Rol } from "../../contract/vocabulario.ts";
import { type Db, leerAMano } from "../db/client.ts";
import { destinatariosDeAnuncio } from "../db/destinatarios.ts";
import type { DatosEvento } from "../db/schema/eventos.ts";

/** An evento as it is now, with what its frames and its audience depend on. Times in epoch seconds. */
export type Hecho = {
  id: number;
  tipo: TipoEvento;
  /** Null for an anuncio. */
  reclamo_id: number | null;
  /** Null where the evento did not move it; then the reclamo's own pair holds. */
  version: number | null;
  estado: Estado | null;
  reclamo_version: number | null;
  reclamo_estado: Estado | null;
  titulo: string | null;
  usuario_id: number | null;
  actor_rol: Rol | null;
  actor_es_creador: boolean;
  interno: boolean;
  datos: DatosEvento;
  texto: string | null;
  en: number;
  intentos: number;
  despachado_en: number | null;
};

/** `actor` is whoever did it; the rest are the groups of the contract, with the followers under their own name. */
export type Lazo = Exclude<Grupo, "interesados"> | "seguidor" | "actor";

/** Someone around an evento, once, with all that they are to it. */
export type Allegado = {
  persona_id: number;
  usuario_id: number | null;
  rol: Rol | null;
  bloqueada: boolean;
  email: string | null;
  lazos: Lazo[];
  /** Their switch for this kind; null when they never turned it. */
  pref_aviso: boolean | null;
  pref_correo: boolean | null;
};

type FilaHecho = Omit<Hecho, "interno" | "actor_es_creador" | "datos"> & {
  interno: number;
  actor_es_creador: number;
  datos: string;
};
type FilaAllegado = Omit<Allegado, "bloqueada" | "lazos" | "pref_aviso" | "pref_correo"> & {
  bloqueada: number;
  lazos: string;
  pref_aviso: number | null;
  pref_correo: number | null;
};

const hechoDe = (eventoId: number): SQL => sql`
  SELECT e.id AS id, e.tipo AS tipo, e.reclamo_id AS reclamo_id, e.version AS version, e.estado AS estado,
    r.version AS reclamo_version, r.estado AS reclamo_estado, r.titulo AS titulo, e.usuario_id AS usuario_id,
    u.rol AS actor_rol, coalesce(u.persona_id = r.creador_id, 0) AS actor_es_creador, e.interno AS interno,
    e.datos AS datos, t.texto AS texto, e.en AS en, e.intentos AS intentos, e.despachado_en AS despachado_en
  FROM eventos e
  LEFT JOIN reclamos r ON r.id = e.reclamo_id
  LEFT JOIN usuarios u ON u.id = e.usuario_id
  LEFT JOIN textos t ON t.evento_id = e.id
  WHERE e.id = ${eventoId}`;

/** What moves a reclamo from one cuadrilla to another, or to none. */
const MUEVEN_CUADRILLA = sql.raw("('asignado', 'devuelto', 'reabierto')");

/**
 * The people around a reclamo's evento. Its cuadrilla is the one right after the evento: when it is dispatched late and the
 * cuadrilla has changed since, the record tells which it was. In two parts: D1 takes five terms to a compound SELECT.
 */
const alrededorDe = (eventoId: number): SQL => sql`
  WITH e AS (
    SELECT e.id, e.reclamo_id, e.interno, e.usuario_id, r.creador_id,
      json_extract(e.datos, '$.cuadrilla_anterior_id') AS anterior_id,
      CASE WHEN EXISTS (SELECT 1 FROM eventos d
          WHERE d.reclamo_id = e.reclamo_id AND d.id > e.id AND d.tipo IN ${MUEVEN_CUADRILLA})
        THEN (SELECT CASE d.tipo WHEN 'asignado' THEN json_extract(d.datos, '$.cuadrilla_id') END FROM eventos d
          WHERE d.reclamo_id = e.reclamo_id AND d.id <= e.id AND d.tipo IN ${MUEVEN_CUADRILLA}
          ORDER BY d.id DESC LIMIT 1)
        ELSE r.cuadrilla_id END AS cuadrilla_id
    FROM eventos e JOIN reclamos r ON r.id = e.reclamo_id WHERE e.id = ${eventoId}
  ), personal(persona_id, lazo) AS (
    SELECT u.persona_id, 'supervisores' FROM e JOIN usuarios u ON u.rol IN ('supervisor', 'admin')
    UNION ALL SELECT u.persona_id, CASE u.cuadrilla_id WHEN e.cuadrilla_id THEN 'equipo' ELSE 'equipo_anterior' END
      FROM e JOIN usuarios u ON u.cuadrilla_id IN (e.cuadrilla_id, e.anterior_id) WHERE u.rol = 'cuadrilla'
    UNION ALL SELECT u.persona_id, 'participantes' FROM e
      JOIN eventos a ON a.reclamo_id = e.reclamo_id AND a.id < e.id
      JOIN usuarios u ON u.id = a.usuario_id WHERE e.interno = 1 AND u.rol <> 'vecino'
    UNION ALL SELECT u.persona_id, 'actor' FROM e JOIN usuarios u ON u.id = e.usuario_id
  ), interesados(persona_id, lazo) AS (
    SELECT e.creador_id, 'creador' FROM e
    UNION ALL SELECT s.persona_id, 'seguidor' FROM e JOIN seguidores s ON s.reclamo_id = e.reclamo_id
  ), g AS (SELECT * FROM personal UNION ALL SELECT * FROM interesados)
  ${allegadosDesde(sql`g`, eventoId)}`;

/** An anuncio's addressees, of those ids alone. */
const destinatariosDe = (eventoId: number, ids: readonly number[]): SQL => sql`
  WITH g(persona_id, lazo) AS (
    SELECT u.persona_id, 'seguidor' FROM usuarios u
    WHERE u.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
  )
  ${allegadosDesde(sql`g`, eventoId)}`;

function allegadosDesde(g: SQL, eventoId: number): SQL {
  const preferencia = (
    canal: string,
  ) => sql`(SELECT f.activa FROM preferencias f WHERE f.usuario_id = u.id
    AND f.tipo = (SELECT tipo FROM eventos WHERE id = ${eventoId}) AND f.canal = ${canal})`;
  return sql`
  SELECT p.id AS persona_id, u.id AS usuario_id, u.rol AS rol, u.bloqueado_en IS NOT NULL AS bloqueada,
    CASE WHEN p.anonimizada_en IS NULL THEN coalesce(u.email, p.email) END AS email,
    group_concat(DISTINCT ${g}.lazo) AS lazos,
    ${preferencia("aviso")} AS pref_aviso,
    CASE WHEN u.id IS NULL AND EXISTS (SELECT 1 FROM bajas b WHERE b.persona_id = p.id
        AND b.tipo IN ((SELECT tipo FROM eventos WHERE id = ${eventoId}), 'todo'))
      THEN 0 ELSE ${preferencia("correo")} END AS pref_correo
  FROM ${g} JOIN personas p ON p.id = ${g}.persona_id LEFT JOIN usuarios u ON u.persona_id = p.id
  GROUP BY p.id ORDER BY p.id`;
}

const llave = (n: number | null): boolean | null => (n === null ? null : n === 1);

const aAllegado = (f: FilaAllegado): Allegado => ({
  ...f,
  bloqueada: f.bloqueada === 1,
  lazos: f.lazos.split(",") as Lazo[],
  pref_aviso: llave(f.pref_aviso),
  pref_correo: llave(f.pref_correo),
});

/** Reads an evento and the people around it, in one trip. An anuncio has nobody around it: see `leerDestinatarios`. */
export async function leerVerdad(
  db: Db,
  eventoId: number,
): Promise<{ hecho: Hecho; gente: Allegado[] } | null> {
  const [hechos, gente] = await db.batch([
    leerAMano<FilaHecho>(db, hechoDe(eventoId)),
    leerAMano<FilaAllegado>(db, alrededorDe(eventoId)),
  ]);
  const [fila] = hechos;
  if (!fila) return null;
  const hecho: Hecho = {
    ...fila,
    interno: fila.interno === 1,
    actor_es_creador: fila.actor_es_creador === 1,
    datos: JSON.parse(fila.datos) as DatosEvento,
  };
  return { hecho, gente: gente.map(aAllegado) };
}

/** The ids of the accounts that an anuncio is for. */
export async function leerIdsDeAnuncio(db: Db, hecho: Hecho): Promise<number[]> {
  const filas = await db.all<{ id: number }>(destinatariosDeAnuncio(hecho.datos, hecho.usuario_id));
  return filas.map((f) => f.id);
}

/** An anuncio's addressees as people, of those ids alone. */
export async function leerDestinatarios(
  db: Db,
  eventoId: number,
  ids: readonly number[],
): Promise<Allegado[]> {
  return (await db.all<FilaAllegado>(destinatariosDe(eventoId, ids))).map(aAllegado);
}
