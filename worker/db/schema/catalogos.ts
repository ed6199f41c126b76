import {
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import type { Poligono } from "../../../contract/esquemas/catalogos.ts";
import type { Contacto } from "../../../contract/esquemas/municipio.ts";
import { ACCIONES_CON_PLANTILLA } from "../../../contract/esquemas/plantillas.ts";
import { instante, json } from "./columnas.ts";

/** Grows with each change, so that who saw an older one is told. */
const version = () => integer().notNull().default(1);

/** The municipality itself: one row, id 1. */
export const municipio = sqliteTable("municipio", {
  id: integer().primaryKey(),
  nombre: text().notNull(),
  limite: json<Poligono>("limite").notNull(),
  lat: real().notNull(),
  lng: real().notNull(),
  reclamos_por_dia: integer().notNull(),
  /** Months after which the reporter of a closed reclamo is no longer known (domain/personas/retener.ts). */
  meses_personales: integer().notNull().default(24),
  /** Null: the colour it comes with. */
  color_principal: text(),
  color_acento: text(),
  /** Names the logo's objects in the photo store. */
  logo_clave: text(),
  /** How to reach it, in public. */
  contacto: json<Contacto>("contacto"),
  version: version(),
  actualizado_en: instante("actualizado_en").notNull(),
});

export const categorias = sqliteTable(
  "categorias",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    nombre: text().notNull(),
    icono: text().notNull(),
    color: text().notNull(),
    /** Its reclamos never show in public. */
    privada: integer({ mode: "boolean" }).notNull().default(false),
    activa: integer({ mode: "boolean" }).notNull().default(true),
    orden: integer().notNull().default(0),
    version: version(),
  },
  (t) => [uniqueIndex("categorias_nombre").on(t.nombre)],
);

/** How long the city gives itself, in hours. `alta` and `baja` count as normal. */
export const plazos = sqliteTable("plazos", {
  categoria_id: integer()
    .primaryKey()
    .references(() => categorias.id),
  horas_normal: integer().notNull(),
  horas_urgente: integer().notNull(),
});

export const zonas = sqliteTable(
  "zonas",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    nombre: text().notNull(),
    poligono: json<Poligono>("poligono").notNull(),
    activa: integer({ mode: "boolean" }).notNull().default(true),
    version: version(),
  },
  (t) => [uniqueIndex("zonas_nombre").on(t.nombre)],
);

export const cuadrillas = sqliteTable(
  "cuadrillas",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    nombre: text().notNull(),
    activa: integer({ mode: "boolean" }).notNull().default(true),
    /** Open reclamos that it handles well at once. */
    capacidad: integer().notNull().default(10),
    zona_id: integer().references(() => zonas.id),
    /** Its open reclamos, kept by the triggers of migration 0013 so that nobody has to count them. */
    abiertos: integer().notNull().default(0),
    version: version(),
  },
  (t) => [uniqueIndex("cuadrillas_nombre").on(t.nombre)],
);

export const cuadrilla_categorias = sqliteTable(
  "cuadrilla_categorias",
  {
    cuadrilla_id: integer()
      .notNull()
      .references(() => cuadrillas.id),
    categoria_id: integer()
      .notNull()
      .references(() => categorias.id),
  },
  (t) => [
    primaryKey({ columns: [t.cuadrilla_id, t.categoria_id] }),
    index("cuadrilla_categorias_categoria").on(t.categoria_id),
  ],
);

/** Texts kept to answer with. */
export const plantillas_respuesta = sqliteTable(
  "plantillas_respuesta",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    titulo: text().notNull(),
    texto: text().notNull(),
    /** The action in whose form it is offered; null: in every one. */
    accion: text({ enum: ACCIONES_CON_PLANTILLA }),
    actualizado_en: instante("actualizado_en").notNull(),
    version: version(),
  },
  (t) => [uniqueIndex("plantillas_respuesta_titulo").on(t.titulo)],
);
