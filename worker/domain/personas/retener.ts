import { sql } from "drizzle-orm";
import { aMano, type Db, leerAMano, type Sentencia } from "../../db/client.ts";
import { anotar } from "../auditoria/anotar.ts";
import { ctxDelSistema } from "../contexto.ts";
import { SIN_CUENTA, sentenciasSinCuenta } from "../enlaces/internal.ts";
import {
  borrarDichos,
  escribirTachado,
  leerBandejas,
  leerEscrito,
  tacharTodo,
  vaciarCorreos,
} from "./rastro.ts";

/** Reclamos of one batch. */
const POR_VEZ = 50;
/** Months of the municipality's setting, in days: a little longer is no harm. */
const DIAS_POR_MES = 31;
const DIA_SEGUNDOS = 86_400;

/** Where the last round ended: in order of closing. */
export type Marca = { cerrado_en: number; id: number };
export const DESDE_EL_PRINCIPIO: Marca = { cerrado_en: 0, id: 0 };

export type Retencion = {
  /** Reclamos whose reporter is no longer known; less than a batch: there are no more. */
  hechos: number;
  quedan: boolean;
  hasta: Marca;
  /** Photos whose objects go, and what the edge keeps of the reclamos. */
  claves: string[];
  codigos: string[];
  bandejas: { usuarioId: number; eventoId: number; titulo: string }[];
};

/**
 * Parts reclamos that closed longer ago than the municipality keeps people's data from who reported and followed them: one
 * batch, oldest first, after `desde`. Who reported them is nobody from then on (SIN_CUENTA); what they and other vecinos wrote among
 * comments goes, and of every text what tells who somebody is. The reclamos, what the city answered and the figures stay.
 * @param ahora epoch seconds
 */
export async function retener(db: Db, ahora: number, desde: Marca): Promise<Retencion> {
  const meses = sql`coalesce((SELECT meses_personales FROM municipio), 24)`;
  const limite = sql`${ahora} - ${meses} * ${DIAS_POR_MES * DIA_SEGUNDOS}`;
  const viejos = sql`SELECT id FROM reclamos WHERE cerrado_en IS NOT NULL AND cerrado_en < ${limite}
    AND (cerrado_en, id) > (${desde.cerrado_en}, ${desde.id}) ORDER BY cerrado_en, id LIMIT ${POR_VEZ}`;
  const [cuales, escritos, dichos, fotos] = await db.batch([
    leerAMano<{ id: number; cerrado_en: number; codigo: string }>(
      db,
      sql`SELECT id, cerrado_en, codigo FROM reclamos WHERE id IN (${viejos}) ORDER BY cerrado_en, id`,
    ),
    ...leerEscrito(db, viejos),
    leerAMano<{ clave: string }>(
      db,
      sql`SELECT clave FROM fotos WHERE oculta AND reclamo_id IN (${viejos})`,
    ),
  ]);
  const ultimo = cuales.at(-1);
  const nada = { claves: [], codigos: [], bandejas: [] };
  if (!ultimo) {
    await db.batch([olvidarDetalles(db, limite)]);
    return { hechos: 0, quedan: false, hasta: desde, ...nada };
  }
  const tachado = tacharTodo(escritos, dichos);
  const ids = sql`SELECT value FROM json_each(${JSON.stringify(cuales.map((r) => r.id))})`;
  const vecinos = sql`SELECT id FROM usuarios WHERE rol = 'vecino'`;
  const suyos = sql`SELECT creador_id FROM reclamos WHERE id IN (${ids})
    UNION SELECT persona_id FROM seguidores WHERE reclamo_id IN (${ids})`;
  const olvidadas = sql`SELECT id FROM personas WHERE anonimizada_en = ${ahora} AND id IN (${suyos})`;
  const ctx = ctxDelSistema(db, "retencion", ahora);
  const hacer = (q: ReturnType<typeof sql>) => aMano(db, q);
  const [bandejas] = await db.batch([
    leerBandejas(db, tachado),
    ...sentenciasSinCuenta(db, ahora),
    ...anotar(ctx, {
      accion: "anonimizado",
      sobre: { objeto: "lista", id: null },
      despues: { filas: cuales.length },
    }),
    ...escribirTachado(db, tachado),
    borrarDichos(db, vecinos, ids),
    vaciarCorreos(
      db,
      sql`reclamo_id IN (${ids}) AND persona_id NOT IN (SELECT persona_id FROM usuarios WHERE rol <> 'vecino')`,
    ),
    hacer(sql`DELETE FROM entregas WHERE evento_id IN (SELECT id FROM eventos WHERE reclamo_id IN (${ids}))
      AND usuario_id IN (${vecinos})`),
    hacer(sql`DELETE FROM fotos WHERE oculta AND reclamo_id IN (${ids})`),
    hacer(
      sql`UPDATE fotos SET subida_por = ${SIN_CUENTA} WHERE reclamo_id IN (${ids}) AND subida_por IN (${vecinos})`,
    ),
    // Who may be nobody's any more, looked for before they are parted from what makes them somebody's.
    hacer(sql`UPDATE personas SET nombre = '', apellido = '', email = NULL, telefono = NULL, anonimizada_en = ${ahora}
      WHERE anonimizada_en IS NULL AND id NOT IN (SELECT persona_id FROM usuarios)
        AND id IN (${suyos})
        AND NOT EXISTS (SELECT 1 FROM reclamos r WHERE r.creador_id = personas.id AND r.id NOT IN (${ids}))
        AND NOT EXISTS (SELECT 1 FROM seguidores s WHERE s.persona_id = personas.id AND s.reclamo_id NOT IN (${ids}))
        AND NOT EXISTS (SELECT 1 FROM invitaciones i WHERE i.persona_id = personas.id)`),
    hacer(sql`DELETE FROM bajas WHERE persona_id IN (${olvidadas})`),
    // What was sent to them about no reclamo: the links.
    vaciarCorreos(db, sql`evento_id IS NULL AND persona_id IN (${olvidadas})`),
    hacer(sql`UPDATE eventos SET usuario_id = ${SIN_CUENTA}, clave = NULL, huella = NULL, resultado = NULL
      WHERE reclamo_id IN (${ids}) AND usuario_id IN (${vecinos})`),
    hacer(sql`DELETE FROM seguidores WHERE reclamo_id IN (${ids})`),
    hacer(sql`UPDATE reclamos SET creador_id = ${SIN_CUENTA} WHERE id IN (${ids})`),
    olvidarDetalles(db, limite),
  ]);
  const titulos = new Map(tachado.retitulados.map((r) => [r.id, r.titulo]));
  return {
    hechos: cuales.length,
    quedan: cuales.length === POR_VEZ,
    hasta: { cerrado_en: ultimo.cerrado_en, id: ultimo.id },
    claves: fotos.map((f) => f.clave),
    codigos: cuales.map((r) => r.codigo),
    bandejas: bandejas.map((x) => ({
      usuarioId: x.usuario_id,
      eventoId: x.evento_id,
      titulo: titulos.get(x.reclamo_id) ?? "",
    })),
  };
}

/** The audit keeps who, what and when for ever; from where, and in which words, no longer than people's data. */
const olvidarDetalles = (db: Db, limite: ReturnType<typeof sql>): Sentencia =>
  aMano(
    db,
    sql`DELETE FROM auditoria_detalles WHERE auditoria_id <= (
      SELECT id FROM auditoria WHERE en < ${limite} ORDER BY en DESC, id DESC LIMIT 1)`,
  );
