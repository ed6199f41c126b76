import { type SQL, sql } from "drizzle-orm";
import type { FiltroExportar } from "../../../contract/esquemas/pedidos.ts";
import { schema } from "../../db/client.ts";
import { anotar } from "../auditoria/anotar.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { BOM, type Celda, renglonCsv } from "../csv.ts";
import { fechaHoraLocal } from "../tiempo.ts";
import { actorVigente, type FilaReclamo, sentenciaActor, vigente } from "./lectura.ts";
import { leerPagina } from "./listar.ts";

/** Rows read at a time: all that is ever held, however long the list. One D1 trip each. */
export const FILAS_POR_PAGINA = 500;

/** What a row's extra column tells, in this order. */
type Extra = [
  solucion: string | null,
  estrellas: number | null,
  nombre: string,
  apellido: string,
  email: string | null,
  telefono: string | null,
];
type Fila = FilaReclamo & { extra: string };

/** The repair in the cuadrilla's words, the vecino's stars, and who reported: each found by its key. */
const EXTRA: SQL<string> = sql`json_array(
  CASE estado WHEN 'resuelto' THEN (SELECT texto FROM textos WHERE evento_id =
    (SELECT max(e.id) FROM eventos e WHERE e.reclamo_id = reclamos.id AND e.tipo = 'resuelto')) END,
  (SELECT estrellas FROM calificaciones c WHERE c.reclamo_id = reclamos.id AND c.ciclo = reclamos.ciclo),
  (SELECT nombre FROM personas WHERE personas.id = creador_id),
  (SELECT apellido FROM personas WHERE personas.id = creador_id),
  (SELECT email FROM personas WHERE personas.id = creador_id),
  (SELECT telefono FROM personas WHERE personas.id = creador_id))`;

type Nombres = Record<"categoria" | "zona" | "cuadrilla", Map<number, string>>;
type Columna = [titulo: string, valor: (f: Fila, extra: Extra, de: Nombres) => Celda];

const SEGUNDOS_POR_DIA = 86_400;
const dias = (f: Fila): number | null =>
  f.cerrado_en === null
    ? null
    : Math.round(((f.cerrado_en - f.creado_en) / SEGUNDOS_POR_DIA) * 10) / 10;
const nombre = (nombres: Map<number, string>, id: number | null): string =>
  id === null ? "" : (nombres.get(id) ?? "");
const cuando = (segundos: number | null): string =>
  segundos === null ? "" : fechaHoraLocal(segundos);
const siNo = (b: boolean): string => (b ? "sí" : "no");
const palabra = (s: string | null): string => (s ?? "").replaceAll("_", " ");

const COLUMNAS: readonly Columna[] = [
  ["Número", (f) => f.id],
  ["Código", (f) => f.codigo],
  ["Estado", (f) => palabra(f.estado)],
  ["Prioridad", (f) => f.prioridad],
  ["Categoría", (f, _, de) => nombre(de.categoria, f.categoria_id)],
  ["Título", (f) => f.titulo],
  ["Descripción", (f) => f.descripcion],
  ["Dirección", (f) => f.direccion],
  ["Zona", (f, _, de) => nombre(de.zona, f.zona_id)],
  ["Latitud", (f) => f.lat],
  ["Longitud", (f) => f.lng],
  ["Cuadrilla", (f, _, de) => nombre(de.cuadrilla, f.cuadrilla_id)],
  ["Canal", (f) => f.canal],
  ["Creado", (f) => cuando(f.creado_en)],
  ["Prometido para", (f) => cuando(f.vence_en)],
  ["Vencido", (f) => siNo(f.cerrado_en === null && f.demorado_en !== null)],
  ["Programado para", (f) => cuando(f.programado_para)],
  ["Cerrado", (f) => cuando(f.cerrado_en)],
  ["Días hasta el cierre", dias],
  ["Solución", (_, [solucion]) => solucion],
  ["Motivo de rechazo", (f) => palabra(f.motivo_rechazo)],
  ["Duplicado de", (f) => f.original_id],
  ["Veces reabierto", (f) => f.ciclo - 1],
  ["Vecinos sumados", (f) => f.seguidores],
  ["Estrellas", (_, [, estrellas]) => estrellas],
  ["Oculto al público", (f) => siNo(f.oculto)],
  ["Última novedad", (f) => cuando(f.actualizado_en)],
];

const COLUMNAS_PERSONALES: readonly Columna[] = [
  ["Nombre", (_, x) => x[2]],
  ["Apellido", (_, x) => x[3]],
  ["Correo electrónico", (_, x) => x[4]],
  ["Teléfono", (_, x) => x[5]],
];

/** Puts the export on record, and reads what the list's ids are called. */
async function leerNombres(ctx: Ctx, filtro: FiltroExportar): Promise<Nombres> {
  const { db } = ctx;
  const usuario = exigirRol(ctx, "supervisor", "admin");
  const { categorias, cuadrillas, zonas } = schema;
  const { limite: _, cursor: __, ...despues } = { limite: 0, cursor: "", ...filtro };
  const [cuenta, c, z, k] = await db.batch([
    sentenciaActor(db, usuario),
    db.select({ id: categorias.id, nombre: categorias.nombre }).from(categorias),
    db.select({ id: zonas.id, nombre: zonas.nombre }).from(zonas),
    db.select({ id: cuadrillas.id, nombre: cuadrillas.nombre }).from(cuadrillas),
    ...anotar(ctx, {
      accion: "exportacion",
      sobre: { objeto: "lista", id: null },
      despues,
      si: vigente(usuario),
    }),
  ]);
  actorVigente(usuario, cuenta);
  const mapa = (filas: { id: number; nombre: string }[]) =>
    new Map(filas.map((f) => [f.id, f.nombre]));
  return { categoria: mapa(c), zona: mapa(z), cuadrilla: mapa(k) };
}

/**
 * A filtered list, whole, as CSV: the rows of `GET /api/reclamos` with the same filter, a page at a time, in pieces of text.
 * Who reported is a matter of asking for it: a list for a spreadsheet mostly needs no names.
 * @throws Fallo sin_sesion, sin_permiso, datos_invalidos, all before the first piece
 */
export async function* exportarReclamos(
  ctx: Ctx,
  pedido: FiltroExportar,
): AsyncGenerator<string, void> {
  const { personas, ...filtro } = pedido;
  const columnas = personas ? [...COLUMNAS, ...COLUMNAS_PERSONALES] : COLUMNAS;
  const nombres = await leerNombres(ctx, pedido);
  let cabeza = BOM + renglonCsv(columnas.map(([titulo]) => titulo));
  let cursor: string | null = null;
  do {
    const pagina: { filas: Fila[]; cursor: string | null } = await leerPagina(
      ctx,
      { ...filtro, limite: FILAS_POR_PAGINA, ...(cursor === null ? {} : { cursor }) },
      EXTRA,
    );
    const renglones = pagina.filas.map((f) => {
      const extra = JSON.parse(f.extra) as Extra;
      return renglonCsv(columnas.map(([, valor]) => valor(f, extra, nombres)));
    });
    yield cabeza + renglones.join("");
    cabeza = "";
    cursor = pagina.cursor;
  } while (cursor !== null);
}
