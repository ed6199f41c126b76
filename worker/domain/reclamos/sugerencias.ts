import { sql } from "drizzle-orm";
import type { Poligono } from "../../../contract/esquemas/catalogos.ts";
import type { Sugerencia } from "../../../contract/esquemas/gestion.ts";
import { LIMITES } from "../../../contract/limites.ts";
import { leerAMano } from "../../db/client.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { type Candidata, sugerir } from "../cuadrillas/sugerir.ts";
import { noEncontrado } from "../fallo.ts";
import { actorVigente, type FilaReclamo, sentenciaActor } from "./lectura.ts";

/** Cuadrillas looked at, and places of work of each. */
const CUADRILLAS_MAX = 60;
const TRABAJOS_MAX = 20;

type Fila = {
  id: number;
  nombre: string;
  capacidad: number;
  zona: string | null;
  categorias: string;
  abiertos: number;
  trabajos: string;
};
type Tarea = Pick<FilaReclamo, "categoria_id" | "zona_id" | "lat" | "lng">;

/** The active cuadrillas that do not have it yet, with what speaks for or against each. */
const candidatas = (ctx: Ctx, id: number) =>
  leerAMano<Fila>(
    ctx.db,
    sql`SELECT c.id, c.nombre, c.capacidad,
      (SELECT json_object('id', id, 'nombre', nombre, 'poligono', json(poligono)) FROM zonas WHERE id = c.zona_id) AS zona,
      (SELECT json_group_array(json_object('id', k.id, 'nombre', k.nombre)) FROM cuadrilla_categorias cc
        JOIN categorias k ON k.id = cc.categoria_id WHERE cc.cuadrilla_id = c.id) AS categorias,
      min(c.abiertos, ${LIMITES.conteoMax}) AS abiertos,
      (SELECT json_group_array(json_object('lat', lat, 'lng', lng)) FROM
        (SELECT lat, lng FROM reclamos WHERE cuadrilla_id = c.id AND cerrado_en IS NULL AND lat IS NOT NULL
          ORDER BY vence_en, id LIMIT ${TRABAJOS_MAX})) AS trabajos
    FROM cuadrillas c
    WHERE c.activa AND c.id IS NOT (SELECT cuadrilla_id FROM reclamos WHERE id = ${id})
    ORDER BY c.id LIMIT ${CUADRILLAS_MAX}`,
  );

const leer = (f: Fila): Candidata => ({
  id: f.id,
  nombre: f.nombre,
  capacidad: f.capacidad,
  abiertos: f.abiertos,
  categorias: JSON.parse(f.categorias) as Candidata["categorias"],
  zona: f.zona ? (JSON.parse(f.zona) as { id: number; nombre: string; poligono: Poligono }) : null,
  trabajos: JSON.parse(f.trabajos) as Candidata["trabajos"],
});

/**
 * Whom to send, best first, each with its reasons. The cuadrilla that has it already is left out.
 * @throws Fallo sin_sesion, sin_permiso, no_encontrado
 */
export async function sugerirCuadrillas(ctx: Ctx, id: number): Promise<{ items: Sugerencia[] }> {
  const usuario = exigirRol(ctx, "supervisor", "admin");
  const [cuenta, [tarea], filas] = await ctx.db.batch([
    sentenciaActor(ctx.db, usuario),
    leerAMano<Tarea>(
      ctx.db,
      sql`SELECT categoria_id, zona_id, lat, lng FROM reclamos WHERE id = ${id}`,
    ),
    candidatas(ctx, id),
  ]);
  actorVigente(usuario, cuenta);
  if (!tarea) throw noEncontrado("Ese reclamo no existe, o no es tuyo.");
  const { lat, lng } = tarea;
  const punto = lat === null || lng === null ? null : { lat, lng };
  return { items: sugerir({ ...tarea, punto }, filas.map(leer)) };
}
