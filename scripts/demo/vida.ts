import { type Accion, TRANSICIONES } from "../../contract/acciones.ts";
import { EVENTO_DE, type TipoEvento } from "../../contract/eventos.ts";
import {
  type Canal,
  type Estado,
  estaAbierto,
  type MotivoRechazo,
  type Prioridad,
} from "../../contract/vocabulario.ts";
import type { DatosEvento } from "../../worker/db/schema/eventos.ts";
import { categoriaDe } from "./catalogo.ts";

/** A photo still to be drawn: what it shows, and the number its noise grows from. */
export type FotoDemo = {
  id: number;
  momento: "antes" | "despues";
  subida_por: number;
  dibujo: number;
  semilla: number;
  /** Its size once drawn. */
  bytes: number;
};

export type EventoDemo = {
  id: number;
  tipo: TipoEvento;
  version: number | null;
  estado: Estado;
  ciclo: number;
  usuario_id: number | null;
  interno: boolean;
  datos: DatosEvento;
  texto: string | null;
  en: number;
  fotos: FotoDemo[];
  /** The crew right after it: the audience depends on it. */
  cuadrilla_id: number | null;
};

/** A reclamo and all that ever happened to it. Times in epoch seconds; ids are given at the end, when all are in order. */
export type Vida = {
  id: number;
  codigo: string;
  titulo: string;
  descripcion: string;
  categoria_id: number;
  prioridad: Prioridad;
  direccion: string;
  lat: number | null;
  lng: number | null;
  zona_id: number | null;
  creador_id: number;
  canal: Canal;
  cuadrilla_id: number | null;
  estado: Estado;
  ciclo: number;
  version: number;
  vence_en: number;
  ciclo_desde: number;
  programado_para: number | null;
  cerrado_en: number | null;
  demorado_en: number | null;
  motivo_rechazo: MotivoRechazo | null;
  original: Vida | null;
  oculto: boolean;
  creado_en: number;
  actualizado_en: number;
  eventos: EventoDemo[];
  seguidores: { persona_id: number; desde: number }[];
  calificaciones: { ciclo: number; conforme: boolean; estrellas: number; en: number }[];
};

const SEGUNDOS_POR_HORA = 3600;

/** When the promise made at `desde` falls due. Epoch seconds. */
export function promesa(desde: number, categoriaId: number, prioridad: Prioridad): number {
  const { horas_normal, horas_urgente } = categoriaDe(categoriaId);
  return desde + (prioridad === "urgente" ? horas_urgente : horas_normal) * SEGUNDOS_POR_HORA;
}

export type Hecho = {
  /** The account that acts; null for the clock. */
  por: number | null;
  en: number;
  datos?: DatosEvento;
  texto?: string | undefined;
  interno?: boolean;
  fotos?: FotoDemo[];
};

function anotar(
  v: Vida,
  tipo: TipoEvento,
  mueveVersion: boolean,
  { por, en, datos = {}, texto, interno = false, fotos = [] }: Hecho,
): void {
  const ultimo = v.eventos.at(-1);
  if (ultimo && en < ultimo.en) throw new Error(`${tipo} antes que ${ultimo.tipo}`);
  v.eventos.push({
    id: 0,
    tipo,
    version: mueveVersion ? v.version : null,
    estado: v.estado,
    ciclo: v.ciclo,
    usuario_id: por,
    interno,
    datos,
    texto: texto || null,
    en,
    fotos,
    cuadrilla_id: v.cuadrilla_id,
  });
}

/** Opens it: version 1, estado nuevo, with its first promise. */
export function nacer(
  base: Pick<
    Vida,
    | "codigo"
    | "titulo"
    | "descripcion"
    | "categoria_id"
    | "prioridad"
    | "direccion"
    | "lat"
    | "lng"
    | "zona_id"
    | "creador_id"
    | "canal"
  >,
  hecho: Hecho,
): Vida {
  const v: Vida = {
    ...base,
    id: 0,
    cuadrilla_id: null,
    estado: "nuevo",
    ciclo: 1,
    version: 1,
    vence_en: promesa(hecho.en, base.categoria_id, base.prioridad),
    ciclo_desde: hecho.en,
    programado_para: null,
    cerrado_en: null,
    demorado_en: null,
    motivo_rechazo: null,
    original: null,
    oculto: false,
    creado_en: hecho.en,
    actualizado_en: hecho.en,
    eventos: [],
    seguidores: [],
    calificaciones: [],
  };
  anotar(v, "creado", true, hecho);
  return v;
}

/** The clock passes: what fell due while open is marked, once a ciclo, at the next minute. */
export function pasarHasta(v: Vida, en: number): void {
  if (!estaAbierto(v.estado) || v.demorado_en !== null || v.vence_en >= en) return;
  const ultimo = v.eventos.at(-1)?.en ?? 0;
  const minuto = Math.min(en, Math.max(ultimo, Math.ceil((v.vence_en + 1) / 60) * 60));
  v.demorado_en = minuto;
  anotar(v, "demorado", false, { por: null, en: minuto });
}

/**
 * One action, by the contract's table: refuses what the table refuses.
 * @param set what it changes besides the estado
 */
export function actuar(v: Vida, accion: Accion, hecho: Hecho, set: Partial<Vida> = {}): void {
  pasarHasta(v, hecho.en);
  const { hacia, mueveVersion, reglas } = TRANSICIONES[accion];
  const permitido = reglas.some((r) => (r.desde as readonly Estado[]).includes(v.estado));
  if (!permitido) throw new Error(`No se puede ${accion} un reclamo ${v.estado}`);
  Object.assign(v, set);
  if (hacia) v.estado = hacia;
  if (mueveVersion) v.version += 1;
  if (accion !== "confirmar" && accion !== "sumarse" && accion !== "dejar")
    v.actualizado_en = hecho.en;
  anotar(v, EVENTO_DE[accion], mueveVersion, hecho);
}
