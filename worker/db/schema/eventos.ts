import { sql } from "drizzle-orm";
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import type { PasoCorreo } from "../../../contract/esquemas/avisos.ts";
import { TIPOS_EVENTO, TIPOS_PREFERENCIA } from "../../../contract/eventos.ts";
import {
  CANALES_AVISO,
  ESTADOS,
  ESTADOS_CORREO,
  ESTADOS_ENTREGA,
  TIPOS_SUPRESION,
} from "../../../contract/vocabulario.ts";
import { instante, json } from "./columnas.ts";
import { personas, usuarios } from "./personas.ts";
import { reclamos } from "./reclamos.ts";

/** What an evento remembers besides its columns: ids and closed words only, never names, addresses or free text. */
export type DatosEvento = {
  motivo?: string;
  cuadrilla_id?: number | null;
  cuadrilla_anterior_id?: number | null;
  categoria_id?: number;
  categoria_anterior_id?: number;
  prioridad?: string;
  prioridad_anterior?: string;
  original_id?: number;
  programado_para?: number | null;
  conforme?: boolean;
  estrellas?: number;
  oculto?: boolean;
  fotos?: number[];
  rol?: string;
  zona_id?: number;
};

/** What a vecino does on reclamos that are not theirs: how they are found there when they follow them no more. */
export const ACTOS_DE_VECINO = "tipo IN ('comentado', 'dejado', 'sumado')";

/**
 * The timeline and the outbox in one. Written in the same batch as the change it tells of.
 *
 * `guardia` is `CASE changes() WHEN 1 THEN 1 END` of the statement before: when that guarded change matched nothing, it is
 * NULL, the NOT NULL fails, and with it the whole batch.
 */
export const eventos = sqliteTable(
  "eventos",
  {
    /** Never deleted, so never used again: AUTOINCREMENT would only cost one more row written an action. */
    id: integer().primaryKey(),
    /** Null for an anuncio. */
    reclamo_id: integer().references(() => reclamos.id),
    tipo: text({ enum: TIPOS_EVENTO }).notNull(),
    guardia: integer().notNull(),
    /** The reclamo's version after it; null when it did not move. */
    version: integer(),
    /** The estado after it. */
    estado: text({ enum: ESTADOS }),
    ciclo: integer().notNull().default(1),
    /** Who acted; null for the clock. */
    usuario_id: integer().references(() => usuarios.id),
    interno: integer({ mode: "boolean" }).notNull().default(false),
    datos: json<DatosEvento>("datos").notNull(),
    /** Idempotency-Key, and a digest of the route and body it came with. */
    clave: text(),
    huella: text(),
    /** What the reclamo was right after it, so that a repeated request gets the same answer. Ids and states only. */
    resultado: text(),
    en: instante("en").notNull(),
    despachado_en: instante("despachado_en"),
    intentos: integer().notNull().default(0),
    /** Not before, in epoch seconds; the sweep's growing delay. */
    proximo_en: instante("proximo_en"),
    /** Given up then, with the reason in `error`; `despachado_en` is the same moment. An admin can try it again. */
    aparcado_en: instante("aparcado_en"),
    error: text(),
  },
  (t) => [
    // NULL versions do not collide, so this one also finds a reclamo's whole timeline.
    uniqueIndex("eventos_version").on(t.reclamo_id, t.version),
    uniqueIndex("eventos_clave").on(t.usuario_id, t.clave).where(sql.raw("clave IS NOT NULL")),
    index("eventos_usuario").on(t.usuario_id).where(sql.raw(ACTOS_DE_VECINO)),
    index("eventos_pendientes").on(t.en).where(sql.raw("despachado_en IS NULL")),
    index("eventos_aparcados").on(t.aparcado_en).where(sql.raw("aparcado_en IS NOT NULL")),
  ],
);

/** What a person wrote with an evento, apart from it, so that it can be erased without breaking the record. */
export const textos = sqliteTable("textos", {
  evento_id: integer()
    .primaryKey()
    .references(() => eventos.id),
  texto: text().notNull(),
});

/** Who is to hear of an evento in their inbox, and what became of it. */
export const entregas = sqliteTable(
  "entregas",
  {
    evento_id: integer()
      .notNull()
      .references(() => eventos.id),
    usuario_id: integer()
      .notNull()
      .references(() => usuarios.id),
    /** An aviso in the inbox, or only the silent frame. */
    silenciosa: integer({ mode: "boolean" }).notNull(),
    estado: text({ enum: ESTADOS_ENTREGA }).notNull(),
    seq: integer(),
    intentos: integer().notNull().default(0),
    error: text(),
    en: instante("en").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.evento_id, t.usuario_id] }),
    index("entregas_fallidas").on(t.en).where(sql.raw("estado = 'fallido'")),
  ],
);

/** The states of mail that are few, in the words of the index that finds them. */
export const CORREO_PENDIENTE = "estado IN ('pendiente', 'reintentando')";
export const CORREO_FALLIDO = "estado = 'fallido'";
export const CORREO_RARO = "estado IN ('incierto', 'suprimido')";
/** Nobody knows whether they went out, and their second send is still to come. */
export const CORREO_OTRA_VEZ = "estado = 'incierto' AND reclamado_hasta IS NOT NULL";

/** One e-mail: the job, its state and its log. */
export const correos = sqliteTable(
  "correos",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    evento_id: integer().references(() => eventos.id),
    persona_id: integer()
      .notNull()
      .references(() => personas.id),
    reclamo_id: integer().references(() => reclamos.id),
    plantilla: text().notNull(),
    /** The link that it brings. It may be gone before the mail's row is. */
    enlace_id: integer(),
    para: text().notNull(),
    asunto: text().notNull().default(""),
    estado: text({ enum: ESTADOS_CORREO }).notNull(),
    intentos: integer().notNull().default(0),
    /** Nobody else sends it until then (epoch seconds). */
    reclamado_hasta: instante("reclamado_hasta"),
    proveedor_id: text(),
    message_id: text(),
    error: text(),
    creado_en: instante("creado_en").notNull(),
    enviado_en: instante("enviado_en"),
    /** When it was found that nobody knows whether it went out, and its second send was asked for. */
    segunda_en: instante("segunda_en"),
    encolado_en: instante("encolado_en"),
    /** Not sent before: what else happens to the reclamo by then goes in the same mail (decision on ten minutes). */
    no_antes: instante("no_antes"),
    /** The mail that carried this one's news. */
    agrupado_en: integer("agrupado_en"),
    /** What makes one without an evento unique: the morning's summary of a person and a day. */
    clave: text(),
    /** Of one that tells of something done to an account: from which device, roughly ("Chrome, Android"). */
    aparato: text(),
    /** What became of it, each time: the states after the first, oldest first. */
    historia: json<PasoCorreo[]>("historia"),
  },
  (t) => [
    uniqueIndex("correos_una_vez").on(t.evento_id, t.persona_id, t.plantilla),
    index("correos_pendientes").on(t.creado_en).where(sql.raw(CORREO_PENDIENTE)),
    index("correos_fallidos").on(t.id).where(sql.raw(CORREO_FALLIDO)),
    uniqueIndex("correos_clave").on(t.clave).where(sql.raw("clave IS NOT NULL")),
    index("correos_agrupados").on(t.agrupado_en).where(sql.raw("agrupado_en IS NOT NULL")),
    index("correos_raros").on(t.id).where(sql.raw(CORREO_RARO)),
    index("correos_otra_vez").on(t.reclamado_hasta).where(sql.raw(CORREO_OTRA_VEZ)),
    index("correos_reclamo").on(t.reclamo_id).where(sql.raw("reclamo_id IS NOT NULL")),
  ],
);

/** Addresses that bounced for good: nothing is sent there. Or that complained: nothing but what is about their account. */
export const supresiones = sqliteTable("supresiones", {
  email: text().primaryKey(),
  motivo: text().notNull(),
  /** The mailbox does not take it, or its owner called it spam. */
  tipo: text({ enum: TIPOS_SUPRESION }).notNull().default("rebote"),
  en: instante("en").notNull(),
});

/** A switch that a person turned; without a row the kind is on (an anuncio's mail and the summary off). */
export const preferencias = sqliteTable(
  "preferencias",
  {
    usuario_id: integer()
      .notNull()
      .references(() => usuarios.id),
    tipo: text({ enum: TIPOS_PREFERENCIA }).notNull(),
    canal: text({ enum: CANALES_AVISO }).notNull(),
    activa: integer({ mode: "boolean" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.usuario_id, t.tipo, t.canal] })],
);

/** Idempotency-Keys of changes that write no evento (catalogues, photos): the answer given. */
export const claves = sqliteTable(
  "claves",
  {
    usuario_id: integer()
      .notNull()
      .references(() => usuarios.id),
    clave: text().notNull(),
    huella: text().notNull(),
    /** Null while the first request is still being answered. */
    status: integer(),
    respuesta: text(),
    en: instante("en").notNull(),
  },
  (t) => [primaryKey({ columns: [t.usuario_id, t.clave] }), index("claves_en").on(t.en)],
);

/** The last run of each scheduled job. */
export const corridas = sqliteTable("corridas", {
  tarea: text().primaryKey(),
  en: instante("en").notNull(),
  resultado: text().notNull(),
  ms: integer().notNull(),
});
