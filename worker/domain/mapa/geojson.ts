import { sql } from "drizzle-orm";
import type { ConsultaGeojson, GeojsonReclamos } from "../../../contract/esquemas/mapa.ts";
import type { Estado } from "../../../contract/vocabulario.ts";
import { leerAMano } from "../../db/client.ts";
import type { Ctx } from "../contexto.ts";
import { GRUPOS } from "../estadisticas/aporte.ts";
import { cursorDe, leerCursor } from "../reclamos/cursor.ts";
import { iso, isoONulo } from "../tiempo.ts";
import { mirar, redondo, visible } from "./internal.ts";

/** Reclamos looked at for one part, latest first; its cursor goes on from there. */
const MIRADOS_MAX = 2_000;
const EL_MUNDO = { oeste: -180, sur: -90, este: 180, norte: 90 };

type Fila = {
  id: number;
  codigo: string;
  titulo: string;
  estado: Estado;
  categoria: string;
  zona: string | null;
  direccion: string;
  lat: number;
  lng: number;
  seguidores: number;
  creado_en: number;
  cerrado_en: number | null;
};

/**
 * What stands on the public map, to take away: GeoJSON (RFC 7946), in parts of a bounded size.
 * @throws Fallo datos_invalidos for a cursor that is not ours
 */
export async function verGeojson(ctx: Ctx, q: ConsultaGeojson): Promise<GeojsonReclamos> {
  const m = mirar({ ...q, bbox: EL_MUNDO, zoom: 9 }, ctx.ahora);
  const vista = { ...m, caja: EL_MUNDO };
  const [desde = Number.MAX_SAFE_INTEGER] = leerCursor(q.cursor, 1) ?? [];
  const abiertos = m.grupo === GRUPOS.abiertos ? sql`cerrado_en IS NULL AND` : sql``;
  const barrido = sql`(SELECT id FROM reclamos WHERE ${abiertos} id < ${desde} ORDER BY id DESC LIMIT ${MIRADOS_MAX})`;
  const [filas, [fin]] = await ctx.db.batch([
    leerAMano<Fila>(
      ctx.db,
      sql`SELECT r.id AS id, r.codigo AS codigo, coalesce(r.titulo_publico, r.titulo) AS titulo, r.estado AS estado,
        (SELECT nombre FROM categorias WHERE id = r.categoria_id) AS categoria,
        (SELECT nombre FROM zonas WHERE id = r.zona_id) AS zona, r.direccion AS direccion, r.lat AS lat, r.lng AS lng,
        r.seguidores AS seguidores, r.creado_en AS creado_en, r.cerrado_en AS cerrado_en
      FROM ${barrido} p CROSS JOIN reclamos r WHERE r.id = p.id AND ${visible(vista)}`,
    ),
    leerAMano<{ id: number }>(
      ctx.db,
      sql`SELECT id FROM ${barrido} LIMIT 1 OFFSET ${MIRADOS_MAX - 1}`,
    ),
  ]);
  return {
    type: "FeatureCollection",
    features: filas.map(({ id, lat, lng, creado_en, cerrado_en, ...resto }) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [redondo(lng), redondo(lat)] },
      properties: {
        numero: id,
        ...resto,
        creado_en: iso(creado_en),
        cerrado_en: isoONulo(cerrado_en),
      },
    })),
    cursor: fin ? cursorDe([fin.id]) : null,
  };
}
