import type { TipoEvento } from "../../../contract/eventos.ts";
import type { Estado } from "../../../contract/vocabulario.ts";
import type { DatosEvento } from "../../db/schema/eventos.ts";
import type { Palabras } from "../palabras/index.ts";
import type { PlantillaCuenta } from "./cuenta.ts";

/** A piece of a mail. Both its parts, HTML and text, are made from the same pieces, so that they always say the same. */
export type Bloque =
  | { tipo: "parrafo"; texto: string }
  | { tipo: "subtitulo"; texto: string }
  | { tipo: "cita"; texto: string }
  | { tipo: "datos"; filas: readonly (readonly [nombre: string, valor: string])[] }
  | { tipo: "boton"; texto: string; url: string }
  | { tipo: "enlace"; texto: string; url: string };

/** What a template says, before the layout. */
export type Contenido = {
  asunto: string;
  titulo: string;
  estado?: Estado;
  bloques: readonly Bloque[];
  /** Why the reader gets it: the last line. */
  porque: string;
};

/** What the reader is to the reclamo, and so which words and which link they get. */
export type Parte = "interesado" | "equipo" | "supervision";

export type Lector = {
  nombre: string;
  parte: Parte;
  esCreador: boolean;
  /** Has an account, and so preferences. */
  conCuenta: boolean;
  /** "es" or "en"; anything else reads Spanish. */
  idioma: string;
};

/** The reclamo as this reader may see it. Times in epoch seconds. */
export type ReclamoDeCorreo = {
  id: number;
  numero: number;
  codigo: string;
  titulo: string;
  descripcion: string;
  direccion: string;
  categoria: string;
  /** Now, whatever it was when what the mail tells of happened. */
  estado: Estado;
  venceEn: number;
  /** The crew that has it. */
  cuadrilla: string | null;
  /** After-photos that this evento carried and that the reader may see. */
  fotosDespues: number;
  /** The original of a duplicate. */
  original: { numero: number; codigo: string } | null;
};

export type EventoDeCorreo = {
  tipo: TipoEvento;
  /** The reclamo's after it. */
  estado: Estado | null;
  texto: string | null;
  datos: DatosEvento;
  /** Who acted. */
  autor: "vecino" | "municipalidad" | "cuadrilla";
};

export type Marco = {
  appUrl: string;
  municipio: string;
  /** Page where this kind of mail is turned off without signing in; null for mail that nobody can turn off. */
  baja: string | null;
};

/** All that a template about a reclamo reads. */
export type DatosCorreo = Marco & {
  lector: Lector;
  evento: EventoDeCorreo;
  reclamo: ReclamoDeCorreo;
};

/** What an anuncio reads: there is no reclamo. */
export type DatosAnuncio = Omit<DatosCorreo, "reclamo">;

/** What a mail about an account reads: there is neither reclamo nor evento. */
export type DatosCuenta = Marco & {
  lector: Lector;
  cuenta: {
    plantilla: PlantillaCuenta;
    enlace: {
      /** Where it leads; null for whom it is not: an admin who looks at the log. */
      suyo: { url: string; codigo: string } | null;
      /** In seconds. */
      dura: number;
    } | null;
    /** The address that it is about. */
    email: string;
    /** Of the report that waits. */
    titulo: string;
    direccion: string;
    /** When what it tells of was done, in epoch seconds, and from which device, roughly. */
    en: number;
    aparato: string | null;
  };
};

/** What a mail says, in the words of its reader's language. */
export type Plantilla<D = DatosCorreo> = (d: D, t: Palabras) => Contenido;

export const parrafo = (texto: string): Bloque => ({ tipo: "parrafo", texto });
export const boton = (texto: string, url: string): Bloque => ({ tipo: "boton", texto, url });

/** The morning's summary. `dia` is when the day began, in epoch seconds. */
export type DatosResumen = Marco & {
  lector: Lector;
  resumen: {
    dia: number;
    sinAsignar: number;
    vencidos: number;
    vencenHoy: number;
    nuevos: number;
    resueltos: number;
    peores: readonly { id: number; titulo: string; dias: number }[];
  };
};
