import type { Estado } from "./vocabulario.ts";

/** What every frame about a reclamo carries: ids and states, never names or addresses. */
export type DatosReclamo = {
  id: number;
  numero: number;
  estado: Estado;
  version: number;
  /** The evento behind it, e.g. `asignado`. */
  evento: string;
  evento_id: number;
};

type Base<T extends string, D> = {
  type: T;
  /** Grows by one per person. A silent frame has none. */
  seq?: number;
  /** ISO-8601, UTC, whole seconds. */
  at: string;
  data: D;
};

export type TramaHola = Base<"hola", { sin_leer: number; seq: number; hueco?: true }>;
export type TramaReclamo = Base<"reclamo_actualizado", DatosReclamo>;
export type TramaNuevo = Base<"nuevo_reclamo", DatosReclamo & { titulo: string }>;
export type TramaComentario = Base<"comentario", DatosReclamo>;
export type TramaAnuncio = Base<"anuncio", { id: number; titulo: string; texto: string }>;
/** Another device of the same person read up to `hasta`. */
export type TramaLeido = Base<"leido", { hasta: number; sin_leer: number }>;
/** Who else of the staff is looking at a reclamo now, by the ids of their accounts. Only staff hear it, and nothing keeps it. */
export type TramaViendo = Base<"viendo", { id: number; quienes: number[] }>;

/** Something of the city was changed: who shows it reads it again. To staff only, without seq. */
export type TramaCatalogo = Base<"catalogo", { que: Catalogo }>;
export const CATALOGOS = ["categorias", "zonas", "cuadrillas", "plantillas", "municipio"] as const;
export type Catalogo = (typeof CATALOGOS)[number];

/** Frames kept in the inbox. */
export type Aviso = TramaReclamo | TramaNuevo | TramaComentario | TramaAnuncio;
/** Server to client. */
export type Trama = Aviso | TramaHola | TramaLeido | TramaViendo | TramaCatalogo;

/** Client to server. Anything else is ignored; over `tramaClienteBytesMax` closes 1009. */
export type TramaCliente =
  | { type: "leido"; hasta: number }
  /** Staff: this tab shows that reclamo, or none. Said again within `presenciaSegundos`, or it no longer counts. */
  | { type: "viendo"; id: number | null }
  /** The same of all the tabs that share this socket. At most `viendoMax`. */
  | { type: "viendo"; ids: number[] };

export const PING = "ping";
export const PONG = "pong";

/** Close codes of our own. */
export const CIERRE = {
  sinSesion: 4001,
  sesionTerminada: 4002,
  demasiados: 4008,
  grande: 1009,
} as const;
