import * as z from "zod/mini";
import { ACCIONES } from "../acciones.ts";
import { TIPOS_EVENTO } from "../eventos.ts";
import { LIMITES } from "../limites.ts";
import { CANALES, ESTADOS, MOMENTOS_FOTO, MOTIVOS_RECHAZO, PRIORIDADES } from "../vocabulario.ts";
import {
  email,
  fechaHora,
  idEnTexto,
  idEntero,
  instante,
  latitud,
  longitud,
  pagina,
  renglon,
  texto,
  version,
} from "./comunes.ts";

const titulo = renglon(LIMITES.tituloMin, LIMITES.tituloMax);
const descripcion = texto(LIMITES.descripcionMin, LIMITES.descripcionMax);
const direccion = renglon(LIMITES.direccionMin, LIMITES.direccionMax);
const motivo = texto(LIMITES.motivoMin, LIMITES.textoMax);
const fotos = z.optional(
  z
    .array(idEntero)
    .check(z.maxLength(LIMITES.fotosPorMomentoMax, `Hasta ${LIMITES.fotosPorMomentoMax} fotos.`)),
);

/** lat and lng come together or not at all. */
const puntoEntero = z.refine<{ lat?: number | null | undefined; lng?: number | null | undefined }>(
  (r) => (r.lat == null) === (r.lng == null),
  { error: "Faltan lat o lng: van las dos o ninguna.", path: ["lat"] },
);

/** On whose behalf staff report: a person the city talks to. */
const persona = z.object({
  nombre: renglon(1, LIMITES.nombreMax),
  apellido: z.optional(renglon(0, LIMITES.nombreMax)),
  email: z.optional(email),
  telefono: z.optional(renglon(0, LIMITES.telefonoMax)),
});

export const reclamoNuevo = z
  .object({
    titulo,
    descripcion,
    categoria_id: idEntero,
    direccion,
    lat: z.optional(z.nullable(latitud)),
    lng: z.optional(z.nullable(longitud)),
    prioridad: z.optional(z.enum(PRIORIDADES, "No es una prioridad.")),
    canal: z.optional(z.enum(CANALES, "No es un canal.")),
    persona: z.optional(persona),
    fotos,
  })
  .check(puntoEntero);

export const reclamoCambio = z
  .object({
    titulo,
    descripcion,
    direccion,
    lat: z.optional(z.nullable(latitud)),
    lng: z.optional(z.nullable(longitud)),
    fotos,
    version,
  })
  .check(puntoEntero);

/** The body of each action. */
export const CUERPOS = {
  asignar: z.object({
    cuadrilla_id: idEntero,
    programado_para: z.optional(z.nullable(fechaHora)),
    nota: z.optional(texto(0, LIMITES.textoMax)),
    motivo: z.optional(texto(0, LIMITES.textoMax)),
    version,
  }),
  iniciar: z.object({ version }),
  resolver: z.object({ solucion: texto(LIMITES.solucionMin, LIMITES.textoMax), fotos, version }),
  devolver: z.object({ motivo, version }),
  rechazar: z
    .object({
      motivo: z.enum(MOTIVOS_RECHAZO, "Elegí un motivo."),
      texto: texto(LIMITES.motivoMin, LIMITES.textoMax),
      original_id: z.optional(idEntero),
      organismo: z.optional(renglon(2, 120)),
      version,
    })
    .check(
      z.refine((r) => r.motivo !== "duplicado" || r.original_id !== undefined, {
        error: "Decí de cuál es duplicado.",
        path: ["original_id"],
      }),
      z.refine((r) => r.motivo !== "fuera_de_jurisdiccion" || r.organismo !== undefined, {
        error: "Decí qué organismo se ocupa.",
        path: ["organismo"],
      }),
    ),
  reabrir: z.object({
    comentario: texto(LIMITES.comentarioReabrirMin, LIMITES.textoMax),
    fotos,
    version,
  }),
  confirmar: z.object({
    conforme: z.boolean("Decí si quedó bien."),
    estrellas: z.int("De 1 a 5.").check(z.gte(1, "De 1 a 5."), z.lte(5, "De 1 a 5.")),
    comentario: z.optional(texto(0, LIMITES.textoMax)),
  }),
  comentar: z.object({
    texto: texto(LIMITES.comentarioMin, LIMITES.textoMax),
    interno: z._default(z.boolean(), false),
    fotos,
  }),
  sumarse: z.object({}),
  dejar: z.object({}),
  priorizar: z.object({ prioridad: z.enum(PRIORIDADES, "Elegí una prioridad."), version }),
  reclasificar: z.object({ categoria_id: idEntero, motivo, version }),
  moderar: z.object({
    oculto: z.boolean(),
    titulo_publico: z.optional(z.nullable(titulo)),
    descripcion_publica: z.optional(z.nullable(descripcion)),
    fotos_ocultas: z.optional(z.array(idEntero).check(z.maxLength(20))),
    motivo,
    version,
  }),
} as const;

const bandera = z.optional(
  z.pipe(
    z.enum(["1", "true", "0", "false"]),
    z.transform((s) => s === "1" || s === "true"),
  ),
);

export const ORDENES = ["reciente", "vence"] as const;
export const filtroReclamos = z.object({
  ...pagina,
  estado: z.optional(z.enum(ESTADOS, "No es un estado.")),
  abiertos: bandera,
  categoria_id: z.optional(idEnTexto),
  zona_id: z.optional(idEnTexto),
  cuadrilla_id: z.optional(idEnTexto),
  prioridad: z.optional(z.enum(PRIORIDADES, "No es una prioridad.")),
  vencidos: bandera,
  sin_asignar: bandera,
  sin_ubicar: bandera,
  reabiertos: bandera,
  /** Only those that the person created or follows: what a vecino always gets. */
  mios: bandera,
  q: z.optional(
    z.string().check(z.trim(), z.maxLength(LIMITES.busquedaMax, "Es demasiado largo.")),
  ),
  desde: z.optional(fechaHora),
  hasta: z.optional(fechaHora),
  orden: z._default(z.enum(ORDENES, "El orden es reciente o vence."), "reciente"),
});
export type FiltroReclamos = z.infer<typeof filtroReclamos>;

export const similaresConsulta = z.object({
  lat: z.pipe(
    z.string().check(z.regex(/^-?\d{1,3}(\.\d+)?$/, "Tiene que ser un número.")),
    z.transform(Number),
  ),
  lng: z.pipe(
    z.string().check(z.regex(/^-?\d{1,3}(\.\d+)?$/, "Tiene que ser un número.")),
    z.transform(Number),
  ),
  categoria: idEnTexto,
});

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
