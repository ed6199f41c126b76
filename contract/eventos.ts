import type { Accion } from "./acciones.ts";

export const TIPOS_EVENTO = [
  "creado",
  "editado",
  "asignado",
  "iniciado",
  "resuelto",
  "devuelto",
  "rechazado",
  "reabierto",
  "confirmado",
  "comentado",
  "sumado",
  "dejado",
  "priorizado",
  "reclasificado",
  "moderado",
  "demorado",
  "anuncio",
] as const;
export type TipoEvento = (typeof TIPOS_EVENTO)[number];

/** What a person may turn on and off: each kind of evento, and the supervisors' summary of each morning. */
export const TIPOS_PREFERENCIA = [...TIPOS_EVENTO, "resumen"] as const;
export type TipoPreferencia = (typeof TIPOS_PREFERENCIA)[number];

/** The evento that each action writes. */
export const EVENTO_DE = {
  editar: "editado",
  asignar: "asignado",
  iniciar: "iniciado",
  resolver: "resuelto",
  devolver: "devuelto",
  rechazar: "rechazado",
  reabrir: "reabierto",
  confirmar: "confirmado",
  comentar: "comentado",
  sumarse: "sumado",
  dejar: "dejado",
  priorizar: "priorizado",
  reclasificar: "reclasificado",
  moderar: "moderado",
} as const satisfies Record<Accion, TipoEvento>;

/**
 * Groups of people around a reclamo.
 * supervisores: active supervisors and admins · interesados: creator and followers ·
 * equipo: members of its cuadrilla after the evento · equipo_anterior: of the one it had before ·
 * participantes: staff who acted on it before.
 */
export type Grupo =
  | "supervisores"
  | "creador"
  | "interesados"
  | "equipo"
  | "equipo_anterior"
  | "participantes";

export type Destino = { avisos: readonly Grupo[]; correos: readonly Grupo[] };

/** What the audience of an evento depends on besides its kind. */
export type Circunstancia = {
  /** comentado: staff only. */
  interno: boolean;
  /** comentado: written by staff rather than by an interesado. */
  porPersonal: boolean;
  /** A cuadrilla has it. */
  conEquipo: boolean;
  /** confirmado: the creator is content. */
  conforme: boolean;
};

const NADIE: Destino = { avisos: [], correos: [] };

/** The event table of the product, as data: who gets an aviso and who a mail. The actor is left out afterwards. */
export const AUDIENCIA: Record<
  Exclude<TipoEvento, "anuncio">,
  Destino | ((c: Circunstancia) => Destino)
> = {
  creado: { avisos: ["supervisores"], correos: ["creador"] },
  editado: NADIE,
  priorizado: NADIE,
  reclasificado: NADIE,
  sumado: NADIE,
  dejado: NADIE,
  moderado: NADIE,
  asignado: {
    avisos: ["equipo", "interesados", "equipo_anterior"],
    correos: ["equipo", "interesados"],
  },
  iniciado: { avisos: ["interesados"], correos: ["interesados"] },
  resuelto: { avisos: ["interesados", "supervisores"], correos: ["interesados"] },
  rechazado: { avisos: ["interesados"], correos: ["interesados"] },
  devuelto: { avisos: ["supervisores", "equipo_anterior"], correos: [] },
  reabierto: { avisos: ["supervisores", "equipo_anterior"], correos: [] },
  confirmado: ({ conforme }) => ({
    avisos: conforme ? ["equipo"] : ["equipo", "supervisores"],
    correos: [],
  }),
  comentado: ({ interno, porPersonal, conEquipo }) => {
    if (interno) return { avisos: ["participantes", "equipo"], correos: [] };
    const quienes: Grupo[] = porPersonal
      ? ["interesados"]
      : [conEquipo ? "equipo" : "supervisores"];
    return { avisos: quienes, correos: quienes };
  },
  demorado: { avisos: ["supervisores"], correos: [] },
};

/** Who gets the silent frame that keeps every open screen true. */
export const GRUPOS_SILENCIOSOS: readonly Grupo[] = ["interesados", "equipo", "supervisores"];

/** The frame in which an aviso of this kind arrives. */
export function tramaDe(
  tipo: TipoEvento,
): "nuevo_reclamo" | "comentario" | "anuncio" | "reclamo_actualizado" {
  if (tipo === "creado") return "nuevo_reclamo";
  if (tipo === "comentado") return "comentario";
  if (tipo === "anuncio") return "anuncio";
  return "reclamo_actualizado";
}

/** The error of a delivery that was not made on purpose: its person was blocked, or may no longer hear of it. */
export const YA_NO_CORRESPONDE = "ya no corresponde";
/** How the error of a mail begins that was not sent because it would not arrive; any other was left out on purpose. */
export const NO_RECIBE = "Esa dirección no recibe correo nuestro";
