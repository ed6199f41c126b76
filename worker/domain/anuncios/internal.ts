import { type SQL, sql } from "drizzle-orm";
import type { Anuncio } from "../../../contract/esquemas/avisos.ts";
import { LIMITES } from "../../../contract/limites.ts";
import type { EstadoAnuncio, Rol } from "../../../contract/vocabulario.ts";
import { type Db, leerAMano } from "../../db/client.ts";
import { iso, isoONulo } from "../tiempo.ts";

/** How long one stays when nobody says, in seconds. */
export const VIDA_SEGUNDOS = LIMITES.anuncioDias * 86_400;

export type Fila = {
  id: number;
  titulo: string;
  texto: string;
  rol: Rol | null;
  zona_id: number | null;
  publico: number;
  publicar_en: number;
  vence_en: number;
  estado: EstadoAnuncio;
  usuario_id: number;
  evento_id: number | null;
  destinatarios: number | null;
  creado_en: number;
  terminado_en: number | null;
  huella: string | null;
  entregados: number;
  leidos: number;
  fallidos: number;
};

const cuantas = (estados: string): SQL => sql`(SELECT count(*) FROM entregas e
  WHERE e.evento_id = a.evento_id AND e.estado IN (${sql.raw(estados)}))`;

/** Anuncios with how far each has come. Counting reads a row a recipient, so few at a time. */
export const sentenciaAnuncios = (db: Db, cuales: SQL) =>
  leerAMano<Fila>(
    db,
    sql`SELECT a.id AS id, a.titulo AS titulo, a.texto AS texto, a.rol AS rol, a.zona_id AS zona_id, a.publico AS publico,
        a.publicar_en AS publicar_en, coalesce(a.vence_en, a.publicar_en + ${VIDA_SEGUNDOS}) AS vence_en,
        a.estado AS estado, a.usuario_id AS usuario_id, a.evento_id AS evento_id, a.destinatarios AS destinatarios,
        a.creado_en AS creado_en, a.terminado_en AS terminado_en, a.huella AS huella,
        ${cuantas("'entregado', 'leido'")} AS entregados, ${cuantas("'leido'")} AS leidos, ${cuantas("'fallido'")} AS fallidos
      FROM anuncios a ${cuales}`,
  );

export const vistaAnuncio = (f: Fila): Anuncio => ({
  id: f.id,
  titulo: f.titulo,
  texto: f.texto,
  rol: f.rol,
  zona_id: f.zona_id,
  publico: f.publico === 1,
  publicar_en: iso(f.publicar_en),
  vence_en: iso(f.vence_en),
  estado: f.estado,
  evento_id: f.evento_id,
  destinatarios: f.destinatarios,
  entregados: f.entregados,
  leidos: f.leidos,
  fallidos: f.fallidos,
  creado_en: iso(f.creado_en),
  terminado_en: isoONulo(f.terminado_en),
});
