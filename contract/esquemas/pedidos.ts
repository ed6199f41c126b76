import * as z from "zod/mini";
import { LIMITES } from "../limites.ts";
import { CANALES, ESTADOS, HECHOS, MOTIVOS_RECHAZO, PRIORIDADES } from "../vocabulario.ts";
import {
  email,
  fechaHora,
  idEnTexto,
  idEntero,
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
    /** Instead of `persona`: one whom the city knows already. */
    persona_id: z.optional(idEntero),
    fotos,
  })
  .check(
    puntoEntero,
    z.refine((r) => r.persona === undefined || r.persona_id === undefined, {
      error: "O una persona conocida, o los datos de una nueva.",
      path: ["persona_id"],
    }),
  );

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

/** What to do, apart from to which reclamo and in which version: one and many are asked for in the same words. */
const asignacion = {
  cuadrilla_id: idEntero,
  programado_para: z.optional(z.nullable(fechaHora)),
  nota: z.optional(texto(0, LIMITES.textoMax)),
  motivo: z.optional(texto(0, LIMITES.textoMax)),
};
const rechazo = {
  motivo: z.enum(MOTIVOS_RECHAZO, "Elegí un motivo."),
  texto: texto(LIMITES.motivoMin, LIMITES.textoMax),
  original_id: z.optional(idEntero),
  organismo: z.optional(renglon(2, 120)),
};
const prioridad = { prioridad: z.enum(PRIORIDADES, "Elegí una prioridad.") };

type Rechazo = {
  motivo: string;
  original_id?: number | undefined;
  organismo?: string | undefined;
};
const rechazoEntero = [
  z.refine<Rechazo>((r) => r.motivo !== "duplicado" || r.original_id !== undefined, {
    error: "Decí de cuál es duplicado.",
    path: ["original_id"],
  }),
  z.refine<Rechazo>((r) => r.motivo !== "fuera_de_jurisdiccion" || r.organismo !== undefined, {
    error: "Decí qué organismo se ocupa.",
    path: ["organismo"],
  }),
] as const;

/** The body of each action. */
export const CUERPOS = {
  asignar: z.object({ ...asignacion, version }),
  iniciar: z.object({ version }),
  resolver: z.object({ solucion: texto(LIMITES.solucionMin, LIMITES.textoMax), fotos, version }),
  devolver: z.object({ motivo, version }),
  rechazar: z.object({ ...rechazo, version }).check(...rechazoEntero),
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
  priorizar: z.object({ ...prioridad, version }),
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

/** The reclamos of one request, each in the version that the person saw. */
const items = z.array(z.object({ id: idEntero, version }), "Elegí los reclamos.").check(
  z.minLength(1, "Elegí al menos uno."),
  z.maxLength(LIMITES.loteMax, `Hasta ${LIMITES.loteMax} a la vez.`),
  z.refine((l) => new Set(l.map((x) => x.id)).size === l.length, "Hay uno repetido."),
);

/** One action on several reclamos. */
export const lote = z.discriminatedUnion(
  "accion",
  [
    z.object({ accion: z.literal("asignar"), ...asignacion, items }),
    z.object({ accion: z.literal("rechazar"), ...rechazo, items }).check(...rechazoEntero),
    z.object({ accion: z.literal("priorizar"), ...prioridad, items }),
  ],
  "Es asignar, rechazar o priorizar.",
);
export type Lote = z.infer<typeof lote>;
export const ACCIONES_EN_LOTE = ["asignar", "rechazar", "priorizar"] as const;
export type AccionEnLote = (typeof ACCIONES_EN_LOTE)[number];

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
  cerrados: bandera,
  categoria_id: z.optional(idEnTexto),
  zona_id: z.optional(idEnTexto),
  cuadrilla_id: z.optional(idEnTexto),
  prioridad: z.optional(z.enum(PRIORIDADES, "No es una prioridad.")),
  vencidos: bandera,
  sin_asignar: bandera,
  sin_ubicar: bandera,
  reabiertos: bandera,
  sin_zona: bandera,
  /** Only those that the person created or follows: what a vecino always gets. */
  mios: bandera,
  /** Only these: what a screen that already shows them reads again. */
  ids: z.optional(
    z.pipe(
      z
        .string()
        .check(
          z.regex(
            new RegExp(`^[1-9]\\d{0,14}(,[1-9]\\d{0,14}){0,${LIMITES.paginaMax - 1}}$`),
            `Hasta ${LIMITES.paginaMax} números, separados por comas.`,
          ),
        ),
      z.transform((s) => s.split(",").map(Number)),
    ),
  ),
  q: z.optional(
    z.string().check(z.trim(), z.maxLength(LIMITES.busquedaMax, "Es demasiado largo.")),
  ),
  /** When it was reported. */
  desde: z.optional(fechaHora),
  hasta: z.optional(fechaHora),
  /** When it was closed; the list then goes by that, the latest first. */
  cerrado_desde: z.optional(fechaHora),
  cerrado_hasta: z.optional(fechaHora),
  /** To which this happened in that span; the list then goes by when, the latest first. */
  hecho: z.optional(z.enum(HECHOS, "No es un hecho que se cuente.")),
  hecho_desde: z.optional(fechaHora),
  hecho_hasta: z.optional(fechaHora),
  orden: z._default(z.enum(ORDENES, "El orden es reciente o vence."), "reciente"),
});
export type FiltroReclamos = z.infer<typeof filtroReclamos>;

/** The same filters for the whole list at once. */
export const filtroExportar = z.extend(
  z.omit(filtroReclamos, { limite: true, cursor: true }),
  /** With who reported each: name, e-mail, telephone. */
  { personas: bandera },
);
export type FiltroExportar = z.infer<typeof filtroExportar>;

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
