import { sql } from "drizzle-orm";
import { index, integer, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { USOS_ENLACE } from "../../../contract/vocabulario.ts";
import { categorias } from "./catalogos.ts";
import { instante } from "./columnas.ts";
import { usuarios } from "./personas.ts";

/**
 * A link sent by mail: whoever brings its token has read that mailbox. The token is nowhere: it is made of `semilla` with the
 * installation's secret (worker/auth/enlaces.ts) each time that the mail is written, and found by its digest. One asked for
 * an address that nobody has is kept all the same and leads nowhere, so that asking costs the same work.
 */
export const enlaces = sqliteTable(
  "enlaces",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** SHA-256 of the token. */
    huella: text().notNull(),
    semilla: text().notNull(),
    que: text({ enum: USOS_ENLACE }).notNull(),
    usuario_id: integer().references(() => usuarios.id),
    /** The address that it proves; null when nobody has it. */
    email: text(),
    /** Digest of the address, which counts how often it was asked for. */
    direccion: text().notNull(),
    reporte_id: integer(),
    creado_en: instante("creado_en").notNull(),
    vence_en: instante("vence_en").notNull(),
    usado_en: instante("usado_en"),
  },
  (t) => [
    uniqueIndex("enlaces_huella").on(t.huella),
    index("enlaces_direccion").on(t.direccion, t.creado_en),
    index("enlaces_usuario").on(t.usuario_id).where(sql.raw("usuario_id IS NOT NULL")),
    index("enlaces_vence").on(t.vence_en),
  ],
);

/** A report made with just an e-mail address. Nobody sees it until its link is confirmed; then it becomes a reclamo and goes. */
export const reportes = sqliteTable(
  "reportes",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    email: text().notNull(),
    nombre: text().notNull(),
    idioma: text().notNull(),
    titulo: text().notNull(),
    descripcion: text().notNull(),
    categoria_id: integer()
      .notNull()
      .references(() => categorias.id),
    direccion: text().notNull(),
    lat: real(),
    lng: real(),
    /** Seal of the network that it came from, with the address: how many of these came from there, and nothing else. */
    red: text().notNull().default(""),
    /** Digest of what it says: sent twice, it is one. */
    huella: text().notNull(),
    creado_en: instante("creado_en").notNull(),
    vence_en: instante("vence_en").notNull(),
  },
  (t) => [
    uniqueIndex("reportes_huella").on(t.huella),
    index("reportes_email").on(t.email),
    index("reportes_vence").on(t.vence_en),
  ],
);

/** Its photos, out of everybody's reach: they get a row in `fotos`, and with it an address, when it is confirmed. */
export const reportes_fotos = sqliteTable(
  "reportes_fotos",
  {
    clave: text().primaryKey(),
    reporte_id: integer()
      .notNull()
      .references(() => reportes.id),
    ancho: integer().notNull(),
    alto: integer().notNull(),
    bytes: integer().notNull(),
  },
  (t) => [index("reportes_fotos_reporte").on(t.reporte_id)],
);
