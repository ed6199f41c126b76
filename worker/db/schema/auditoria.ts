import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import {
  ACCIONES_AUDITADAS,
  OBJETOS_AUDITADOS,
  type ValorCerrado,
} from "../../../contract/auditoria.ts";
import { instante, json } from "./columnas.ts";

/** Each column's value before and after; null where there was or is none. */
export type Cambios<V> = Record<string, [antes: V, despues: V]>;

/**
 * Who did what, when, to what. Append-only: triggers of its migration refuse every UPDATE, DELETE and
 * REPLACE. It holds ids, closed words and numbers alone, so that nobody's deletion needs to touch it, and points at no other
 * table, so that it stands whatever becomes of them.
 */
export const auditoria = sqliteTable(
  "auditoria",
  {
    /** Never deleted, so never used again. */
    id: integer().primaryKey(),
    en: instante("en").notNull(),
    accion: text({ enum: ACCIONES_AUDITADAS }).notNull(),
    /** Who acted; null for the clock, or for who is not signed in. */
    usuario_id: integer(),
    objeto: text({ enum: OBJETOS_AUDITADOS }),
    objeto_id: integer(),
    cambios: json<Cambios<ValorCerrado>>("cambios").notNull(),
  },
  (t) => [
    index("auditoria_en").on(t.en),
    index("auditoria_accion").on(t.accion),
    index("auditoria_usuario").on(t.usuario_id).where(sql.raw("usuario_id IS NOT NULL")),
    // With who and when, so that "has read them today" is one look.
    index("auditoria_objeto")
      .on(t.objeto, t.objeto_id, t.usuario_id, t.en)
      .where(sql.raw("objeto_id IS NOT NULL")),
  ],
);

/**
 * What the record says that may be somebody's, apart from it: erased, the record stands. A trigger refuses every UPDATE but
 * one that empties the address.
 */
export const auditoria_detalles = sqliteTable("auditoria_detalles", {
  auditoria_id: integer()
    .primaryKey()
    .references(() => auditoria.id),
  /** The network that it came from, truncated (IPv4 /24, IPv6 /48). */
  direccion: text(),
  /** Free text before and after. */
  textos: json<Cambios<string | null>>("textos"),
});
