import * as z from "zod/mini";
import { ACCIONES } from "../acciones.ts";
import { TIPOS_EVENTO } from "../eventos.ts";
import { CANALES, ESTADOS, MOMENTOS_FOTO, MOTIVOS_RECHAZO, PRIORIDADES } from "../vocabulario.ts";
import { instante } from "./comunes.ts";

/** A row of a list: ids alone, clients hold the catalogues. */
export const reclamoFila = z.object({
  id: z.int(),
  numero: z.int(),
  codigo: z.string(),
  titulo: z.string(),
  estado: z.enum(ESTADOS),
  prioridad: z.enum(PRIORIDADES),
  direccion: z.string(),
  lat: z.nullable(z.number()),
  lng: z.nullable(z.number()),
  categoria_id: z.int(),
  zona_id: z.nullable(z.int()),
  cuadrilla_id: z.nullable(z.int()),
  creador_id: z.int(),
  canal: z.enum(CANALES),
  ciclo: z.int(),
  version: z.int(),
  seguidores: z.int(),
  vence_en: z.nullable(instante),
  vencido: z.boolean(),
  programado_para: z.nullable(instante),
  creado_en: instante,
  actualizado_en: instante,
  cerrado_en: z.nullable(instante),
});
export type ReclamoFila = z.infer<typeof reclamoFila>;

export const foto = z.object({
  id: z.int(),
  momento: z.enum(MOMENTOS_FOTO),
  url: z.string(),
  miniatura: z.string(),
  ancho: z.int(),
  alto: z.int(),
  oculta: z.boolean(),
});
export type Foto = z.infer<typeof foto>;

const nombrada = z.object({ id: z.int(), nombre: z.string() });

/** The whole reclamo. `creador` only for who may see a reporter's name: staff and the creator. */
export const reclamo = z.extend(reclamoFila, {
  descripcion: z.string(),
  categoria: z.object({ id: z.int(), nombre: z.string(), icono: z.string(), color: z.string() }),
  zona: z.nullable(nombrada),
  cuadrilla: z.nullable(nombrada),
  creador: z.optional(
    z.object({
      id: z.int(),
      nombre: z.string(),
      email: z.nullable(z.string()),
      telefono: z.nullable(z.string()),
    }),
  ),
  motivo_rechazo: z.nullable(z.enum(MOTIVOS_RECHAZO)),
  original_id: z.nullable(z.int()),
  siguiendo: z.boolean(),
  es_mio: z.boolean(),
  oculto: z.boolean(),
  /** What the public reads instead of the vecino's own words, for who may change that; null: the words themselves. */
  publico: z.optional(
    z.object({ titulo: z.nullable(z.string()), descripcion: z.nullable(z.string()) }),
  ),
  calificacion: z.nullable(z.object({ conforme: z.boolean(), estrellas: z.int() })),
  fotos: z.array(foto),
  acciones: z.array(z.enum(ACCIONES)),
});
export type Reclamo = z.infer<typeof reclamo>;

/** A step of the timeline. `quien` says the part, and for staff readers also the name. */
export const paso = z.object({
  id: z.int(),
  tipo: z.enum(TIPOS_EVENTO),
  en: instante,
  ciclo: z.int(),
  /** The reclamo's version after it; null when it did not move. */
  version: z.nullable(z.int()),
  interno: z.boolean(),
  quien: z.enum(["vecino", "municipalidad", "cuadrilla", "sistema"]),
  nombre: z.nullable(z.string()),
  mio: z.boolean(),
  estado: z.nullable(z.enum(ESTADOS)),
  cuadrilla: z.nullable(z.string()),
  motivo: z.nullable(z.string()),
  texto: z.nullable(z.string()),
  fotos: z.array(z.int()),
});
export type Paso = z.infer<typeof paso>;

/** One delivery of an evento to one person, for staff. */
export const entrega = z.object({
  evento_id: z.int(),
  persona_id: z.int(),
  nombre: z.string(),
  canal: z.enum(["aviso", "correo"]),
  estado: z.string(),
  intentos: z.int(),
  error: z.nullable(z.string()),
  en: z.nullable(instante),
});
export type Entrega = z.infer<typeof entrega>;

/** What anyone may see by codigo: no person, nothing internal. */
export const reclamoPublico = z.object({
  numero: z.int(),
  codigo: z.string(),
  titulo: z.string(),
  descripcion: z.string(),
  estado: z.enum(ESTADOS),
  categoria: z.object({ id: z.int(), nombre: z.string(), icono: z.string(), color: z.string() }),
  zona: z.nullable(nombrada),
  cuadrilla: z.nullable(z.string()),
  direccion: z.string(),
  lat: z.nullable(z.number()),
  lng: z.nullable(z.number()),
  ciclo: z.int(),
  version: z.int(),
  seguidores: z.int(),
  vence_en: z.nullable(instante),
  creado_en: instante,
  cerrado_en: z.nullable(instante),
  fotos: z.array(foto),
  historial: z.array(
    z.pick(paso, {
      id: true,
      tipo: true,
      en: true,
      ciclo: true,
      quien: true,
      cuadrilla: true,
      motivo: true,
      texto: true,
      estado: true,
    }),
  ),
});
export type ReclamoPublico = z.infer<typeof reclamoPublico>;

export const similar = z.object({
  id: z.int(),
  numero: z.int(),
  codigo: z.string(),
  titulo: z.string(),
  direccion: z.string(),
  estado: z.enum(ESTADOS),
  metros: z.int(),
  seguidores: z.int(),
  creado_en: instante,
  miniatura: z.nullable(z.string()),
});
export type Similar = z.infer<typeof similar>;

/** One page of anything, keyset-paged: pass `cursor` back for the next, null at the end. */
export const pagina_de = <T extends z.ZodMiniType>(fila: T) =>
  z.object({ items: z.array(fila), cursor: z.nullable(z.string()) });
