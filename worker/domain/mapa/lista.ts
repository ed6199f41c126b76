import { type SQL, sql } from "drizzle-orm";
import type { ConsultaListaMapa, FilaMapa, ListaMapa } from "../../../contract/esquemas/mapa.ts";
import { LIMITES } from "../../../contract/limites.ts";
import type { Estado } from "../../../contract/vocabulario.ts";
import { type Db, leerAMano } from "../../db/client.ts";
import type { Ctx } from "../contexto.ts";
import { GRUPOS } from "../estadisticas/aporte.ts";
import { cursorDe, leerCursor } from "../reclamos/cursor.ts";
import { iso, isoONulo } from "../tiempo.ts";
import { rangoDe } from "./grilla.ts";
import { columnas, type Mira, mirar, publicas, redondo, visible } from "./internal.ts";

/**
 * The list beside the map: in whole pages, each at a bounded cost, whatever is asked for. Two ways lead through it, and both
 * see every reclamo once. By time, latest first, as long as what is asked for is common among the latest; else by place, cell
 * after cell of those that hold some. The first page tries both in its one trip; the cursor says which it was.
 */
const TIEMPO = 1;
const LUGAR = 2;
type Modo = typeof TIEMPO | typeof LUGAR;

const FILAS = LIMITES.paginaDefecto;
/** Reclamos looked at for one page, and cells. The page may come short; its cursor goes on from there. */
const MIRADOS_MAX = 100;
const CELDAS_MAX = 20;
const COLUMNAS_MAX = 400;
const ID_MAX = Number.MAX_SAFE_INTEGER;

type Vista = Mira & { desdeDia: number | null };
/** Where a page begins: after these three numbers, in its mode's order. */
type Clave = [a: number, b: number, id: number];
type Marca = { a: number; b: number; id: number };
type Fila = Marca & {
  codigo: string;
  titulo: string;
  estado: Estado;
  categoria_id: number;
  direccion: string;
  lat: number;
  lng: number;
  seguidores: number;
  creado_en: number;
  cerrado_en: number | null;
  su_foto: number | null;
};

/** A photo of the problem that everybody may see. */
const FOTO =
  sql.raw(`(SELECT f.id FROM fotos f WHERE f.reclamo_id = r.id AND f.momento = 'antes' AND NOT f.oculta
  AND NOT coalesce((SELECT e.interno FROM eventos e WHERE e.id = f.evento_id), 0) ORDER BY f.id LIMIT 1)`);

/** Those of `barrido` (a, b, id) that the view asks for, in its order; the looking ends with the page. */
const pedidas = (db: Db, m: Vista, barrido: SQL) =>
  leerAMano<Fila>(
    db,
    sql`SELECT p.a AS a, p.b AS b, p.id AS id, r.codigo AS codigo, coalesce(r.titulo_publico, r.titulo) AS titulo,
        r.estado AS estado, r.categoria_id AS categoria_id, r.direccion AS direccion, r.lat AS lat, r.lng AS lng,
        r.seguidores AS seguidores, r.creado_en AS creado_en, r.cerrado_en AS cerrado_en, ${FOTO} AS su_foto
      FROM ${barrido} p CROSS JOIN reclamos r WHERE r.id = p.id AND ${visible(m)} LIMIT ${FILAS + 1}`,
  );

/** Where a short page stopped looking; nothing where it came to the end. */
const tope = (db: Db, barrido: SQL) =>
  leerAMano<Marca>(db, sql`SELECT a, b, id FROM ${barrido} LIMIT 1 OFFSET ${MIRADOS_MAX - 1}`);

/** Latest first: open ones by their number, the others by the day from which they stand on the map. */
function porTiempo(db: Db, m: Vista, [dia, , id]: Clave) {
  const { desde, hasta } = m.fechas ?? { desde: m.desdeDia ?? 0, hasta: ID_MAX };
  const barrido =
    m.grupo === GRUPOS.abiertos && !m.fechas
      ? sql`(SELECT 0 AS a, 0 AS b, id FROM reclamos WHERE cerrado_en IS NULL AND id < ${id}
          ORDER BY id DESC LIMIT ${MIRADOS_MAX})`
      : sql`(SELECT dia AS a, 0 AS b, id FROM cifras_reclamos WHERE dia IS NOT NULL AND dia BETWEEN ${desde} AND ${hasta}
          AND (dia, id) < (${dia}, ${id}) ORDER BY dia DESC, id DESC LIMIT ${MIRADOS_MAX})`;
  return [pedidas(db, m, barrido), tope(db, barrido)] as const;
}

/** Cell after cell, from west to east. */
function porLugar(db: Db, m: Vista, [x, y, id]: Clave) {
  const todo = rangoDe(m.caja, 17);
  const rango = { desde: { x: Math.max(todo.desde.x, x), y: todo.desde.y }, hasta: todo.hasta };
  const ancho = rango.hasta.x - rango.desde.x + 1;
  const cols =
    ancho > COLUMNAS_MAX || ancho < 1
      ? {
          tabla: sql`(SELECT 0 AS x)`,
          donde: sql`c.x BETWEEN ${rango.desde.x} AND ${rango.hasta.x}`,
        }
      : { tabla: columnas(rango), donde: sql`c.x = xs.x` };
  const celdas = sql`(SELECT c.x AS x, c.y AS y FROM ${publicas(m.categoria)} k CROSS JOIN ${cols.tabla} xs
    CROSS JOIN mapa_celdas c WHERE k.signo = 1 AND c.periodo = ${m.periodo} AND c.nivel = 17 AND c.categoria_id = k.c
      AND c.grupo = ${m.grupo} AND ${cols.donde} AND c.y BETWEEN ${rango.desde.y} AND ${rango.hasta.y}
      AND (c.x, c.y) >= (${x}, ${y}) LIMIT ${CELDAS_MAX})`;
  const barrido = sql`(SELECT q.x AS a, q.y AS b, q.id AS id FROM ${celdas} v CROSS JOIN cifras_reclamos q
    WHERE q.x IS NOT NULL AND q.x = v.x AND q.y = v.y AND (q.x, q.y, q.id) > (${x}, ${y}, ${id}) LIMIT ${MIRADOS_MAX})`;
  const finDeCeldas = leerAMano<Marca>(
    db,
    sql`SELECT x AS a, y AS b, ${ID_MAX} AS id FROM ${celdas} LIMIT 1 OFFSET ${CELDAS_MAX - 1}`,
  );
  return [pedidas(db, m, barrido), tope(db, barrido), finDeCeldas] as const;
}

const PRIMERA = { [TIEMPO]: [ID_MAX, 0, ID_MAX], [LUGAR]: [0, 0, 0] } satisfies Record<Modo, Clave>;

/** The statements for the first page, for one batch. A span of dates is always read by time. */
export function sentenciasLista(db: Db, m: Vista) {
  const nada = () => leerAMano<Marca>(db, sql`SELECT 1 WHERE 0`);
  const [filas, fin, finDeCeldas] = m.fechas
    ? ([leerAMano<Fila>(db, sql`SELECT 1 WHERE 0`), nada(), nada()] as const)
    : porLugar(db, m, PRIMERA[LUGAR]);
  return [...porTiempo(db, m, PRIMERA[TIEMPO]), filas, fin, finDeCeldas] as const;
}

const vista = (f: Fila): FilaMapa => ({
  numero: f.id,
  codigo: f.codigo,
  titulo: f.titulo,
  estado: f.estado,
  categoria_id: f.categoria_id,
  direccion: f.direccion,
  lat: redondo(f.lat),
  lng: redondo(f.lng),
  seguidores: f.seguidores,
  creado_en: iso(f.creado_en),
  cerrado_en: isoONulo(f.cerrado_en),
  miniatura: f.su_foto === null ? null : `/api/fotos/${f.su_foto}?tamano=mini`,
});

const marca = ({ a, b, id }: Marca): number[] => [a, b, id];

/** @param fin where the looking stopped, when it did not come to the end */
function armar(filas: readonly Fila[], modo: Modo, fin: Marca | undefined): ListaMapa {
  const sobra = filas.length > FILAS;
  const usadas = filas.slice(0, FILAS);
  const hasta = sobra ? usadas.at(-1) : fin;
  const items = usadas.map(vista);
  return {
    items: modo === LUGAR ? items.sort((a, b) => b.numero - a.numero) : items,
    cursor: hasta ? cursorDe([modo, ...marca(hasta)]) : null,
  };
}

type Leidas = [Fila[], Marca[], Fila[], Marca[], Marca[]];
/** The first page, from what `sentenciasLista` read. */
export function armarLista(m: Vista, [tiempo, fin, lugar, finLugar, celdas]: Leidas): ListaMapa {
  if (m.fechas || tiempo.length > FILAS || fin.length === 0) return armar(tiempo, TIEMPO, fin[0]);
  return armar(lugar, LUGAR, finLugar[0] ?? celdas[0]);
}

/** A further page of the list of a view. @throws Fallo datos_invalidos for a cursor that is not ours */
export async function listarMapa(ctx: Ctx, q: ConsultaListaMapa): Promise<ListaMapa> {
  const m = mirar(q, ctx.ahora);
  const clave = leerCursor(q.cursor, 4);
  if (!clave) return armarLista(m, await ctx.db.batch([...sentenciasLista(ctx.db, m)]));
  const [modo, ...desde] = clave as [number, ...Clave];
  if (modo === LUGAR) {
    const [filas, fin, celdas] = await ctx.db.batch([...porLugar(ctx.db, m, desde)]);
    return armar(filas, LUGAR, fin[0] ?? celdas[0]);
  }
  const [filas, fin] = await ctx.db.batch([...porTiempo(ctx.db, m, desde)]);
  return armar(filas, TIEMPO, fin[0]);
}
