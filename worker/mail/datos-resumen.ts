import { sql } from "drizzle-orm";
import { type Db, leerAMano } from "../db/client.ts";
import type { DatosResumen, Lector, Marco } from "./templates/contenido.ts";
import { renglonSinEnlace } from "./templates/palabras.ts";

const DIA = 86_400;
/** Buenos Aires is three hours behind UTC, with no daylight saving since 2009. */
const DESFASE = 10_800;
const PEORES = 5;

type Fila = {
  dia: number;
  sin_asignar: number;
  vencidos: number;
  vencen_hoy: number;
  nuevos: number;
  resueltos: number;
  peores: string;
};
type Peor = { id: number; titulo: string; vence_en: number };

const ABIERTO = sql.raw("cerrado_en IS NULL");

/** What the morning's summary with this id tells, as of the day that it was written; nothing for any other mail. */
export const sentenciaResumen = (db: Db, correoId: number) =>
  leerAMano<Fila>(
    db,
    sql`WITH c AS (SELECT (creado_en - ${DESFASE}) / ${DIA} * ${DIA} + ${DESFASE} AS hoy, creado_en AS ahora
        FROM correos WHERE id = ${correoId} AND plantilla = 'resumen')
      SELECT c.hoy AS dia,
        (SELECT count(*) FROM reclamos WHERE estado = 'nuevo') AS sin_asignar,
        (SELECT count(*) FROM reclamos WHERE ${ABIERTO} AND vence_en < c.ahora) AS vencidos,
        (SELECT count(*) FROM reclamos WHERE ${ABIERTO} AND vence_en >= c.ahora AND vence_en < c.hoy + ${DIA}) AS vencen_hoy,
        (SELECT count(*) FROM reclamos WHERE creado_en >= c.hoy - ${DIA} AND creado_en < c.hoy) AS nuevos,
        (SELECT count(*) FROM reclamos WHERE cerrado_en >= c.hoy - ${DIA} AND cerrado_en < c.hoy AND estado = 'resuelto') AS resueltos,
        (SELECT json_group_array(json_object('id', id, 'titulo', titulo, 'vence_en', vence_en)) FROM
          (SELECT id, titulo, vence_en FROM reclamos WHERE ${ABIERTO} AND vence_en < c.ahora ORDER BY vence_en LIMIT ${sql.raw(String(PEORES))})) AS peores
      FROM c`,
  );

/** The summary in the shape that its template reads. */
export function datosDeResumen(marco: Marco, lector: Lector, f: Fila): DatosResumen {
  return {
    ...marco,
    lector,
    resumen: {
      dia: f.dia,
      sinAsignar: f.sin_asignar,
      vencidos: f.vencidos,
      vencenHoy: f.vencen_hoy,
      nuevos: f.nuevos,
      resueltos: f.resueltos,
      peores: (JSON.parse(f.peores) as Peor[]).map((p) => ({
        id: p.id,
        titulo: renglonSinEnlace(p.titulo),
        dias: Math.max(1, Math.floor((f.dia + DIA - p.vence_en) / DIA)),
      })),
    },
  };
}
