/** The municipality's closed lists. One tuple feeds the database enum, the schemas and the types. */

export { ESTADOS, ESTADOS_ABIERTOS, type Estado, estaAbierto } from "./estados.ts";

export const PRIORIDADES = ["baja", "normal", "alta", "urgente"] as const;
export type Prioridad = (typeof PRIORIDADES)[number];

export const ROLES = ["vecino", "cuadrilla", "supervisor", "admin"] as const;
export type Rol = (typeof ROLES)[number];
/** Roles that work for the city. */
export const ROLES_DEL_PERSONAL = ["cuadrilla", "supervisor", "admin"] as const satisfies Rol[];
/** Roles that must sign in with a second factor, outside development. */
export const ROLES_CON_SEGUNDO = ["supervisor", "admin"] as const satisfies Rol[];
/** How it stands with an account's second factor; `falta` where its role asks for one that it has not. */
export const SEGUNDOS = ["no", "falta", "activo"] as const;

/** Languages that a person may be spoken to in. */
export const IDIOMAS = ["es", "en"] as const;
export type Idioma = (typeof IDIOMAS)[number];

/** Through which counter a reclamo arrived. */
export const CANALES = ["web", "telefono", "mostrador", "open311"] as const;
export type Canal = (typeof CANALES)[number];

export const MOTIVOS_RECHAZO = [
  "duplicado",
  "fuera_de_jurisdiccion",
  "no_corresponde",
  "informacion_insuficiente",
  "otro",
] as const;
export type MotivoRechazo = (typeof MOTIVOS_RECHAZO)[number];

/** A photo shows the problem (antes) or the repair (despues). */
export const MOMENTOS_FOTO = ["antes", "despues"] as const;
export type MomentoFoto = (typeof MOMENTOS_FOTO)[number];

export const CANALES_AVISO = ["aviso", "correo"] as const;
export type CanalAviso = (typeof CANALES_AVISO)[number];

export const ESTADOS_CORREO = [
  "pendiente",
  "enviado",
  "simulado",
  "reintentando",
  "incierto",
  "fallido",
  "suprimido",
  // What the provider tells after it took it.
  "entregado",
  "rebotado",
  "queja",
  // Its news went in another mail of the same ten minutes.
  "agrupado",
] as const;
export type EstadoCorreo = (typeof ESTADOS_CORREO)[number];

/** Why nothing is sent to an address. */
export const TIPOS_SUPRESION = ["rebote", "queja"] as const;
export type TipoSupresion = (typeof TIPOS_SUPRESION)[number];

/** An announcement waits for its time, goes out, has gone out, was ended (by its date or by somebody). */
export const ESTADOS_ANUNCIO = ["programado", "enviando", "enviado", "terminado"] as const;
export type EstadoAnuncio = (typeof ESTADOS_ANUNCIO)[number];

/** pendiente → entregado → leido, or fallido with the reason beside it. */
export const ESTADOS_ENTREGA = ["pendiente", "entregado", "leido", "fallido"] as const;
export type EstadoEntrega = (typeof ESTADOS_ENTREGA)[number];

/** What the link of a mail is for. */
export const USOS_ENLACE = [
  "verificar",
  "ingresar",
  "recuperar",
  "correo",
  "reporte",
  "invitacion",
] as const;
export type UsoEnlace = (typeof USOS_ENLACE)[number];

/** What the figures count of a reclamo by when it happened: the city's first answer, each reopening, each rating. */
export const HECHOS = ["respondido", "reabierto", "calificado"] as const;
export type Hecho = (typeof HECHOS)[number];
