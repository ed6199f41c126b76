import { DIAS_HASTA, HORAS_HASTA, type Medida } from "../../db/medidas.ts";
import { celdaDe } from "../mapa/grilla.ts";
import type { FilaReclamo } from "../reclamos/lectura.ts";
import { diaDe } from "./dias.ts";

export type Medidas = Partial<Record<Medida, number>>;

/** Groups of the map's cells. */
export const GRUPOS = { todos: 0, abiertos: 1, resueltos: 2 } as const;
export const SIN_ZONA = -1;

/** Where and since when a reclamo stands on the public map. `dia`: of the report while it is open, else of the solution. */
export type Punto = {
  id: number;
  lat_e6: number;
  lng_e6: number;
  grupo: 1 | 2;
  dia: number;
};

/** All that one reclamo adds to the figures. */
export type Aporte = {
  categoria: number;
  /** SIN_ZONA where it has none. */
  zona: number;
  /** 0 while nobody has it. */
  cuadrilla: number;
  /** Measures by day. */
  dias: Record<number, Medidas>;
  /** Null where it does not show on the map: no place, hidden, rejected. */
  punto: Punto | null;
};

/** What happened to a reclamo that its row does not tell. Times in epoch seconds. */
export type Hechos = {
  respondido_en: number | null;
  reabierto_en: number[];
  calificaciones: { en: number; estrellas: number }[];
};

export type Contable = Pick<
  FilaReclamo,
  | "id"
  | "categoria_id"
  | "zona_id"
  | "cuadrilla_id"
  | "estado"
  | "ciclo"
  | "lat"
  | "lng"
  | "oculto"
  | "creado_en"
  | "cerrado_en"
  | "vence_en"
  | "demorado_en"
>;

const SEGUNDOS_POR_HORA = 3600;
const HORAS_POR_DIA = 24;

/** The bucket that a length falls in. */
function cubo<L extends "d" | "h">(letra: L, largo: number, bordes: readonly number[]) {
  const i = bordes.findIndex((borde) => largo <= borde);
  return `${letra}${i === -1 ? bordes.length : i}` as const;
}

/** What an open one is now: the counts of the bandeja's views, each by the words of its list. */
export function medidasDeAbierto(
  r: Pick<FilaReclamo, "cerrado_en" | "demorado_en" | "estado" | "lat" | "ciclo">,
): Medidas {
  if (r.cerrado_en !== null) return {};
  return {
    abiertos: 1,
    ...(r.demorado_en === null ? {} : { vencidos: 1 }),
    ...(r.estado === "nuevo" ? { sin_asignar: 1 } : {}),
    ...(r.lat === null ? { sin_ubicar: 1 } : {}),
    ...(r.ciclo > 1 ? { abiertos_otra_vez: 1 } : {}),
  };
}

function medidasDeCerrado(r: Contable, cerrado: number): Medidas {
  if (r.estado === "rechazado") return { rechazados: 1 };
  const dias = (cerrado - r.creado_en) / SEGUNDOS_POR_HORA / HORAS_POR_DIA;
  return {
    resueltos: 1,
    ...(cerrado <= r.vence_en ? { cumplidos: 1 } : {}),
    [cubo("d", dias, DIAS_HASTA)]: 1,
  };
}

const E6 = 1e6;

function puntoDe(r: Contable): Punto | null {
  if (r.lat === null || r.lng === null || r.oculto || r.estado === "rechazado") return null;
  return {
    id: r.id,
    lat_e6: Math.round(r.lat * E6),
    lng_e6: Math.round(r.lng * E6),
    grupo: r.cerrado_en === null ? GRUPOS.abiertos : GRUPOS.resueltos,
    dia: diaDe(r.cerrado_en ?? r.creado_en),
  };
}

/** What a reclamo adds to the figures as it stands. */
export function aporteDe(r: Contable, hechos: Hechos): Aporte {
  const dias: Aporte["dias"] = {};
  const sumar = (en: number, medidas: Medidas) => {
    const dia = diaDe(en);
    const del = dias[dia] ?? {};
    for (const [m, v] of Object.entries(medidas) as [Medida, number][]) del[m] = (del[m] ?? 0) + v;
    dias[dia] = del;
  };
  sumar(r.creado_en, { recibidos: 1, ...medidasDeAbierto(r) });
  if (r.cerrado_en !== null) sumar(r.cerrado_en, medidasDeCerrado(r, r.cerrado_en));
  if (hechos.respondido_en !== null) {
    const horas = (hechos.respondido_en - r.creado_en) / SEGUNDOS_POR_HORA;
    sumar(hechos.respondido_en, { respondidos: 1, [cubo("h", horas, HORAS_HASTA)]: 1 });
  }
  for (const en of hechos.reabierto_en) sumar(en, { reabiertos: 1 });
  for (const c of hechos.calificaciones) sumar(c.en, { calificaciones: 1, estrellas: c.estrellas });
  return {
    categoria: r.categoria_id,
    zona: r.zona_id ?? SIN_ZONA,
    cuadrilla: r.cuadrilla_id ?? 0,
    dias,
    punto: puntoDe(r),
  };
}

/** The finest cell that a point lies in: how the map finds single points. */
export const lugarDe = (p: Punto) => celdaDe(p.lat_e6 / E6, p.lng_e6 / E6, 17);
