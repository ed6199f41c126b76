import { and, eq, sql } from "drizzle-orm";
import type { Similar } from "../../../contract/esquemas/reclamos.ts";
import { LIMITES } from "../../../contract/limites.ts";
import { schema } from "../../db/client.ts";
import type { Ctx } from "../contexto.ts";
import { gradosDe, metrosEntre, type Punto } from "../geo.ts";
import { iso } from "../tiempo.ts";
import { textoPublico } from "./vista.ts";

const { categorias, reclamos } = schema;

/** How many rows of the surrounding square are looked at, and how many are offered. */
const MIRADOS_MAX = 100;
const OFRECIDOS_MAX = 5;

/**
 * Open ones of the same category nearby and recent, nearest first, so that a vecino joins instead of reporting again.
 * For anyone, signed in or not: it says no more than each one's public page.
 */
export async function similaresDe(
  { db, ahora }: Pick<Ctx, "db" | "ahora">,
  pedido: Punto & { categoria: number },
): Promise<{ items: Similar[] }> {
  const { lat, lng } = pedido;
  const margen = gradosDe(LIMITES.similaresMetros, lat);
  const [filas] = await db.batch([
    db
      .select({
        r: reclamos,
        foto: sql<
          number | null
        >`(SELECT id FROM fotos WHERE reclamo_id = reclamos.id AND momento = 'antes' AND NOT oculta
          AND NOT coalesce((SELECT interno FROM eventos WHERE id = fotos.evento_id), 0) ORDER BY id LIMIT 1)`.as(
          "su_foto",
        ),
      })
      .from(reclamos)
      .where(
        and(
          eq(reclamos.categoria_id, pedido.categoria),
          sql.raw("cerrado_en IS NULL AND lat IS NOT NULL"),
          sql`lat BETWEEN ${lat - margen.lat} AND ${lat + margen.lat}`,
          sql`lng BETWEEN ${lng - margen.lng} AND ${lng + margen.lng}`,
          sql`creado_en >= ${ahora - LIMITES.similaresDias * 86_400}`,
          sql`NOT oculto`,
          sql`NOT (SELECT privada FROM ${categorias} WHERE ${categorias.id} = ${pedido.categoria})`,
        ),
      )
      .limit(MIRADOS_MAX),
  ]);
  const items = filas
    .map(({ r, foto }) => ({
      r,
      foto,
      metros: metrosEntre(pedido, { lat: r.lat as number, lng: r.lng as number }),
    }))
    .filter((x) => x.metros <= LIMITES.similaresMetros)
    .sort((a, b) => a.metros - b.metros)
    .slice(0, OFRECIDOS_MAX)
    .map(({ r, foto, metros }) => ({
      id: r.id,
      numero: r.id,
      codigo: r.codigo,
      titulo: textoPublico(r).titulo,
      direccion: r.direccion,
      estado: r.estado,
      metros: Math.round(metros),
      seguidores: r.seguidores,
      creado_en: iso(r.creado_en),
      miniatura: foto === null ? null : `/api/fotos/${foto}?tamano=mini`,
    }));
  return { items };
}
