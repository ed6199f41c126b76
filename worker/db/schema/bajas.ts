import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instante } from "./columnas.ts";
import { personas } from "./personas.ts";

/** A kind of mail that somebody without an account turned off; who has one has preferencias. */
export const bajas = sqliteTable(
  "bajas",
  {
    persona_id: integer()
      .notNull()
      .references(() => personas.id),
    /** A kind of evento, or `todo`. */
    tipo: text().notNull(),
    en: instante("en").notNull(),
  },
  (t) => [primaryKey({ columns: [t.persona_id, t.tipo] })],
);

/** What the mail provider told us, by a digest of it: the same call does nothing the second time. */
export const novedades_correo = sqliteTable(
  "novedades_correo",
  {
    huella: text().primaryKey(),
    en: instante("en").notNull(),
  },
  (t) => [index("novedades_correo_en").on(t.en)],
);
