import type { Accion } from "../../../contract/acciones.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { ta } from "../../i18n/acciones.ts";
import type { FotoElegida } from "../fotos.tsx";

/** The part of a reclamo on which its questions depend. */
export type Preguntado = Pick<Reclamo, "estado" | "prioridad" | "fotos"> &
  Partial<Pick<Reclamo, "titulo" | "direccion" | "descripcion" | "oculto" | "publico">>;

/** What a form holds while it is open: text as typed, ticks, chosen photos and ids. */
export type Valor = string | boolean | FotoElegida[] | number[];
export type Valores = Record<string, Valor>;

export type TipoCampo =
  | "texto"
  | "renglon"
  | "numero"
  | "fecha"
  | "cuadrilla"
  | "categoria"
  | "prioridad"
  | "motivo"
  | "si_no"
  | "estrellas"
  | "casilla"
  | "fotos"
  | "fotos_ocultas";

export type Campo = {
  nombre: string;
  tipo: TipoCampo;
  etiqueta: string;
  ayuda?: string;
  opcional?: true;
  /** Shown, and sent, only then. */
  si?: (v: Valores, r: Preguntado, deGestion: boolean) => boolean;
};

const c = ta.campos;
const motivo: Campo = { nombre: "motivo", tipo: "texto", etiqueta: c.motivo };
const fotos: Campo = { nombre: "fotos", tipo: "fotos", etiqueta: c.fotos, opcional: true };

/** The form of each action. The server checks by the contract's schemas; this says how to ask. */
export const CAMPOS: Record<Accion, readonly Campo[]> = {
  editar: [
    { nombre: "titulo", tipo: "renglon", etiqueta: c.titulo },
    { nombre: "direccion", tipo: "renglon", etiqueta: c.direccion },
    { nombre: "descripcion", tipo: "texto", etiqueta: c.descripcion },
  ],
  asignar: [
    { nombre: "cuadrilla_id", tipo: "cuadrilla", etiqueta: c.cuadrilla_id },
    { nombre: "programado_para", tipo: "fecha", etiqueta: c.programado_para, opcional: true },
    { nombre: "nota", tipo: "texto", etiqueta: c.nota, opcional: true },
    { ...motivo, si: (_v, r) => r.estado !== "nuevo" },
  ],
  iniciar: [],
  resolver: [
    { nombre: "solucion", tipo: "texto", etiqueta: c.solucion, ayuda: c.solucionAyuda },
    fotos,
  ],
  devolver: [motivo],
  rechazar: [
    { nombre: "motivo", tipo: "motivo", etiqueta: c.motivoRechazo },
    {
      nombre: "original_id",
      tipo: "numero",
      etiqueta: c.original_id,
      si: (v) => v.motivo === "duplicado",
    },
    {
      nombre: "organismo",
      tipo: "renglon",
      etiqueta: c.organismo,
      si: (v) => v.motivo === "fuera_de_jurisdiccion",
    },
    { nombre: "texto", tipo: "texto", etiqueta: c.textoRechazo },
  ],
  reabrir: [{ nombre: "comentario", tipo: "texto", etiqueta: c.sigueIgual }, fotos],
  confirmar: [
    { nombre: "conforme", tipo: "si_no", etiqueta: c.conforme },
    { nombre: "estrellas", tipo: "estrellas", etiqueta: c.estrellas },
    { nombre: "comentario", tipo: "texto", etiqueta: c.comentario, opcional: true },
  ],
  comentar: [
    { nombre: "texto", tipo: "texto", etiqueta: c.texto },
    {
      nombre: "interno",
      tipo: "casilla",
      etiqueta: c.interno,
      si: (_v, _r, deGestion) => deGestion,
    },
    fotos,
  ],
  sumarse: [],
  dejar: [],
  priorizar: [{ nombre: "prioridad", tipo: "prioridad", etiqueta: c.prioridad }],
  reclasificar: [{ nombre: "categoria_id", tipo: "categoria", etiqueta: c.categoria_id }, motivo],
  moderar: [
    { nombre: "oculto", tipo: "casilla", etiqueta: c.oculto },
    { nombre: "titulo_publico", tipo: "renglon", etiqueta: c.titulo_publico, opcional: true },
    {
      nombre: "descripcion_publica",
      tipo: "texto",
      etiqueta: c.descripcion_publica,
      ayuda: c.publicoAyuda,
      opcional: true,
    },
    {
      nombre: "fotos_ocultas",
      tipo: "fotos_ocultas",
      etiqueta: c.fotos_ocultas,
      opcional: true,
      si: (_v, r) => r.fotos.length > 0,
    },
    motivo,
  ],
};

const VACIO: Record<TipoCampo, Valor> = {
  texto: "",
  renglon: "",
  numero: "",
  fecha: "",
  cuadrilla: "",
  categoria: "",
  prioridad: "",
  motivo: "",
  si_no: "",
  estrellas: "",
  casilla: false,
  fotos: [],
  fotos_ocultas: [],
};

/** What the form opens with: what the reclamo already says, where an action changes that. */
export function valoresIniciales(accion: Accion, r: Preguntado): Valores {
  const v: Valores = Object.fromEntries(CAMPOS[accion].map((x) => [x.nombre, VACIO[x.tipo]]));
  if (accion === "editar")
    Object.assign(v, {
      titulo: r.titulo ?? "",
      direccion: r.direccion ?? "",
      descripcion: r.descripcion ?? "",
    });
  if (accion === "priorizar") v.prioridad = r.prioridad;
  if (accion === "moderar") {
    v.oculto = r.oculto ?? false;
    v.titulo_publico = r.publico?.titulo ?? "";
    v.descripcion_publica = r.publico?.descripcion ?? "";
    v.fotos_ocultas = r.fotos.filter((f) => f.oculta).map((f) => f.id);
  }
  return v;
}

/** A control's value as the API takes it; undefined is left out. Dates are typed in Buenos Aires time. */
function aCuerpo(tipo: TipoCampo, v: Valor | undefined): unknown {
  if (tipo === "fotos_ocultas" || tipo === "casilla") return v;
  if (tipo === "fotos")
    return (v as FotoElegida[]).flatMap((f) => (f.id === undefined ? [] : [f.id]));
  const s = String(v ?? "");
  if (s.trim() === "") return undefined;
  if (tipo === "numero" || tipo === "cuadrilla" || tipo === "categoria" || tipo === "estrellas")
    return Number(s.replace("#", ""));
  if (tipo === "si_no") return s === "si";
  if (tipo === "fecha") return `${s}:00-03:00`;
  return s;
}

/** Which questions are on screen now. */
export const camposVisibles = (
  accion: Accion,
  v: Valores,
  r: Preguntado,
  deGestion: boolean,
): Campo[] => CAMPOS[accion].filter((x) => x.si?.(v, r, deGestion) ?? true);

const NO_MUEVEN_VERSION: readonly Accion[] = ["confirmar", "comentar", "sumarse", "dejar"];

/** The body of the request. `version` is the one that the person saw when the form opened. */
export function cuerpoDe(
  accion: Accion,
  visibles: readonly Campo[],
  v: Valores,
  version: number,
): Record<string, unknown> {
  const cuerpo: Record<string, unknown> = {};
  for (const x of visibles) {
    const valor = aCuerpo(x.tipo, v[x.nombre]);
    if (valor !== undefined) cuerpo[x.nombre] = valor;
  }
  if (!NO_MUEVEN_VERSION.includes(accion)) cuerpo.version = version;
  return cuerpo;
}
