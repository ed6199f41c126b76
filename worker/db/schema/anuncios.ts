import { sql } from "drizzle-orm";
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { ESTADOS_ANUNCIO, ROLES } from "../../../contract/vocabulario.ts";
import { zonas } from "./catalogos.ts";
import { instante, json } from "./columnas.ts";
import { eventos } from "./eventos.ts";
import { usuarios } from "./personas.ts";

/** What the city tells many people. Its evento is written when it is published. */
export const anuncios = sqliteTable(
  "anuncios",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    titulo: text().notNull(),
    texto: text().notNull(),
    /** To those of a rol, of a zona, of both at once; to everybody without either. */
    rol: text({ enum: ROLES }),
    zona_id: integer().references(() => zonas.id),
    /** On the public front page too, from its time to its end. */
    publico: integer({ mode: "boolean" }).notNull(),
    publicar_en: instante("publicar_en").notNull(),
    /** Not shown and not delivered from then on; null for no end. */
    vence_en: instante("vence_en"),
    estado: text({ enum: ESTADOS_ANUNCIO }).notNull(),
    usuario_id: integer()
      .notNull()
      .references(() => usuarios.id),
    evento_id: integer().references(() => eventos.id),
    /** Accounts that it is for, counted when it was published. */
    destinatarios: integer(),
    terminado_en: instante("terminado_en"),
    creado_en: instante("creado_en").notNull(),
    version: integer().notNull().default(1),
    /** Idempotency-Key, and a digest of what it came with. */
    clave: text(),
    huella: text(),
  },
  (t) => [
    uniqueIndex("anuncios_evento").on(t.evento_id),
    uniqueIndex("anuncios_clave").on(t.usuario_id, t.clave).where(sql.raw("clave IS NOT NULL")),
    index("anuncios_vivos").on(t.publicar_en).where(sql.raw("estado <> 'terminado'")),
  ],
);

/** The parts in which an evento goes to a crowd, 100 people each: what is left after a crash, and how far it has come. */
export const multitud_partes = sqliteTable(
  "multitud_partes",
  {
    evento_id: integer()
      .notNull()
      .references(() => eventos.id),
    parte: integer().notNull(),
    usuario_ids: json<number[]>("usuario_ids").notNull(),
    encolado_en: instante("encolado_en"),
    hecho_en: instante("hecho_en"),
  },
  (t) => [
    primaryKey({ columns: [t.evento_id, t.parte] }),
    index("multitud_partes_pendientes").on(t.encolado_en).where(sql.raw("hecho_en IS NULL")),
  ],
);
