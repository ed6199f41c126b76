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
const MIRADOS_MAX = 1_600;
const EL_MUNDO = { oeste: -180, sur: -90, este: 180, norte: 90 };

/** One that was looked at; without a codigo it is not to be shown. */
type Fila = {
  id: number;
  codigo: string | null;
  titulo: string;
  estado: Estado;
  categoria_id: number;
  zona_id: number | null;
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
  const nombres = (tabla: "categorias" | "zonas") =>
    leerAMano<{ id: number; nombre: string }>(
      ctx.db,
      sql`SELECT id, nombre FROM ${sql.raw(tabla)}`,
    );
  const [filas, categorias, zonas] = await ctx.db.batch([
    leerAMano<Fila>(
      ctx.db,
      sql`SELECT p.pid AS id, r.codigo AS codigo, coalesce(r.titulo_publico, r.titulo) AS titulo, r.estado AS estado,
        r.categoria_id AS categoria_id, r.zona_id AS zona_id, r.direccion AS direccion, r.lat AS lat, r.lng AS lng,
        r.seguidores AS seguidores, r.creado_en AS creado_en, r.cerrado_en AS cerrado_en
      FROM (SELECT id AS pid FROM reclamos WHERE ${abiertos} id < ${desde} ORDER BY id DESC LIMIT ${MIRADOS_MAX}) p
      LEFT JOIN reclamos r ON r.id = p.pid AND ${visible(vista)}`,
    ),
    nombres("categorias"),
    nombres("zonas"),
  ]);
  const categoriaDe = new Map(categorias.map((c) => [c.id, c.nombre]));
  const zonaDe = new Map(zonas.map((z) => [z.id, z.nombre]));
  const fin = filas.length === MIRADOS_MAX ? filas.at(-1) : undefined;
  return {
    type: "FeatureCollection",
    features: filas.flatMap(({ id, codigo, categoria_id, zona_id, lat, lng, ...f }) =>
      codigo === null
        ? []
        : [
            {
              type: "Feature" as const,
              geometry: { type: "Point" as const, coordinates: [redondo(lng), redondo(lat)] },
              properties: {
                numero: id,
                codigo,
                titulo: f.titulo,
                estado: f.estado,
                categoria: categoriaDe.get(categoria_id) ?? "",
                zona: (zona_id !== null && zonaDe.get(zona_id)) || null,
                direccion: f.direccion,
                seguidores: f.seguidores,
                creado_en: iso(f.creado_en),
                cerrado_en: isoONulo(f.cerrado_en),
              },
            },
          ],
    ),
    cursor: fin ? cursorDe([fin.id]) : null,
  };
}
