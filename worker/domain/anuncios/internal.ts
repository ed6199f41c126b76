import { type SQL, sql } from "drizzle-orm";
import type * as z from "zod/mini";
import type { Anuncio, anuncioNuevo } from "../../../contract/esquemas/avisos.ts";
import { LIMITES } from "../../../contract/limites.ts";
import type { EstadoAnuncio, Rol } from "../../../contract/vocabulario.ts";
import { type Db, leerAMano } from "../../db/client.ts";
import { type Fallo, falloDeCampo, noEncontrado } from "../fallo.ts";
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
  version: number;
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
        a.version AS version,
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
  version: f.version,
});

export type Pedido = z.infer<typeof anuncioNuevo>;

/**
 * What is written of an announcement: to whom, in public or not, from when, until when.
 * @throws Fallo datos_invalidos for an end before its beginning
 */
export function columnasDe(pedido: Pedido, ahora: number) {
  const publicar_en = Math.max(pedido.publicar_en ?? 0, ahora);
  const vence_en = pedido.vence_en ?? publicar_en + VIDA_SEGUNDOS;
  if (vence_en <= publicar_en)
    throw falloDeCampo("vence_en", "Tiene que terminar después de empezar.");
  return {
    titulo: pedido.titulo,
    texto: pedido.texto,
    rol: pedido.rol ?? null,
    zona_id: pedido.zona_id ?? null,
    publico: pedido.publico ?? (pedido.rol === undefined && pedido.zona_id === undefined),
    publicar_en,
    vence_en,
  };
}

/** @throws Fallo datos_invalidos when it names a zona that is none */
export function exigirZona({ zona_id }: Pedido, zonas: readonly unknown[]): void {
  if (zona_id !== undefined && zonas.length === 0)
    throw falloDeCampo("zona_id", "Elegí una zona de la lista.");
}

/** The same columns, as the record of what admins did tells them: moments in words. */
export const paraElRegistro = <T extends { publicar_en?: number; vence_en?: number | null }>(
  c: T,
) => ({
  ...c,
  ...(c.publicar_en === undefined ? {} : { publicar_en: iso(c.publicar_en) }),
  ...(c.vence_en == null ? {} : { vence_en: iso(c.vence_en) }),
});

export const noEsta = (): Fallo => noEncontrado("Ese anuncio no existe.");
