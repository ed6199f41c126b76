import { sql } from "drizzle-orm";
import type { Arreglado, Portada } from "../../../contract/esquemas/portada.ts";
import { LIMITES } from "../../../contract/limites.ts";
import { leerAMano } from "../../db/client.ts";
import type { Ctx } from "../contexto.ts";
import { diaDe } from "../estadisticas/dias.ts";
import { periodoDe } from "../estadisticas/periodo.ts";
import { sentenciaTotalPublico, totalPublico } from "../estadisticas/verPublicas.ts";
import { iso } from "../tiempo.ts";

/** The latest photos looked at, and how many repairs are shown of them: it bounds the rows read. */
const FOTOS_MIRADAS = 160;
const ARREGLADOS_MAX = 24;
const ANUNCIOS_MAX = 3;
const SEGUNDOS_POR_DIA = 86_400;

type FilaArreglado = Omit<Arreglado, "dias" | "antes" | "despues"> & {
  creado_en: number;
  cerrado_en: number;
  antes_id: number;
  antes_ancho: number;
  antes_alto: number;
  despues_id: number;
  despues_ancho: number;
  despues_alto: number;
};

/** A photo that anyone may see, as fotos/ver.ts has it. */
const VISIBLE = (f: string) =>
  sql.raw(
    `NOT ${f}.oculta AND NOT EXISTS (SELECT 1 FROM eventos e WHERE e.id = ${f}.evento_id AND e.interno)`,
  );

const ARREGLADOS = sql`
  WITH ultimas AS (
    SELECT reclamo_id, max(id) AS despues FROM (SELECT * FROM fotos ORDER BY id DESC LIMIT ${sql.raw(String(FOTOS_MIRADAS))}) f
    WHERE momento = 'despues' AND reclamo_id IS NOT NULL AND ${VISIBLE("f")}
    GROUP BY reclamo_id ORDER BY despues DESC LIMIT ${sql.raw(String(ARREGLADOS_MAX))})
  SELECT r.codigo, coalesce(r.titulo_publico, r.titulo) AS titulo, r.lat, r.lng, r.seguidores, r.creado_en, r.cerrado_en,
    a.id AS antes_id, a.ancho AS antes_ancho, a.alto AS antes_alto,
    d.id AS despues_id, d.ancho AS despues_ancho, d.alto AS despues_alto
  FROM ultimas u
  CROSS JOIN reclamos r ON r.id = u.reclamo_id
  CROSS JOIN categorias c ON c.id = r.categoria_id
  CROSS JOIN fotos d ON d.id = u.despues
  CROSS JOIN fotos a ON a.id = (SELECT f.id FROM fotos f
    WHERE f.reclamo_id = r.id AND f.momento = 'antes' AND ${VISIBLE("f")} ORDER BY f.id LIMIT 1)
  WHERE r.estado = 'resuelto' AND NOT r.oculto AND NOT c.privada
  ORDER BY r.cerrado_en DESC, r.id DESC`;

const mini = (id: number, ancho: number, alto: number): Arreglado["antes"] => ({
  miniatura: `/api/fotos/${id}?tamano=mini`,
  ancho,
  alto,
});

const arregladoDe = (f: FilaArreglado): Arreglado => ({
  codigo: f.codigo,
  titulo: f.titulo,
  lat: f.lat,
  lng: f.lng,
  dias: diaDe(f.cerrado_en) - diaDe(f.creado_en),
  seguidores: f.seguidores,
  antes: mini(f.antes_id, f.antes_ancho, f.antes_alto),
  despues: mini(f.despues_id, f.despues_ancho, f.despues_alto),
});

/**
 * What the front page shows of the city to anyone: what the city announces in public, two figures of the last 90 days, and the latest
 * repairs with a photo of before and one of after. One trip, a bounded number of rows.
 */
export async function verPortada({ db, ahora }: Pick<Ctx, "db" | "ahora">): Promise<Portada> {
  const periodo = periodoDe({}, diaDe(ahora));
  const [arreglados, anuncios, total] = await db.batch([
    leerAMano<FilaArreglado>(db, ARREGLADOS),
    leerAMano<{ titulo: string; texto: string; en: number }>(
      db,
      sql`SELECT titulo, texto, publicar_en AS en FROM anuncios
        WHERE estado <> 'terminado' AND publicar_en <= ${ahora} AND publico = 1
          AND coalesce(vence_en, publicar_en + ${LIMITES.anuncioDias * SEGUNDOS_POR_DIA}) > ${ahora}
        ORDER BY publicar_en DESC LIMIT ${sql.raw(String(ANUNCIOS_MAX))}`,
    ),
    sentenciaTotalPublico(db, periodo),
  ]);
  const { resueltos, en_plazo, mediana_dias } = totalPublico(total, periodo);
  return {
    anuncios: anuncios.map((a) => ({ ...a, en: iso(a.en) })),
    cifras: { resueltos, en_plazo, mediana_dias },
    arreglados: arreglados.map(arregladoDe),
  };
}
