import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { ROLES } from "../../../contract/vocabulario.ts";
import { cuadrillas } from "./catalogos.ts";
import { instante, unoDe } from "./columnas.ts";
import { personas, usuarios } from "./personas.ts";

/** What a person's authenticator app knows. Whether it is asked for stands in `usuarios.segundo_factor_en`. */
export const segundos_factores = sqliteTable("segundos_factores", {
  usuario_id: integer()
    .primaryKey()
    .references(() => usuarios.id),
  /** Encrypted (worker/auth/cifrado.ts). Null until the first code of it was right. */
  secreto: text(),
  /** The next secret, shown but not proved yet. Encrypted. */
  pendiente: text(),
  /** The last 30-second step whose code was used: RFC 6238, §5.2, no code counts twice. */
  ultimo_paso: integer().notNull().default(0),
  creado_en: instante("creado_en").notNull(),
});

/** Ways in without the app, each once. */
export const codigos_recuperacion = sqliteTable(
  "codigos_recuperacion",
  {
    usuario_id: integer()
      .notNull()
      .references(() => usuarios.id),
    hash: text().notNull(),
    usado_en: instante("usado_en"),
  },
  (t) => [primaryKey({ columns: [t.usuario_id, t.hash] })],
);

/** Somebody asked to work for the city. The link of the mail opens it once. */
export const invitaciones = sqliteTable(
  "invitaciones",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** Who is invited; holds the name until they say their own. */
    persona_id: integer()
      .notNull()
      .references(() => personas.id),
    email: text().notNull(),
    rol: text({ enum: ROLES }).notNull(),
    cuadrilla_id: integer().references(() => cuadrillas.id),
    /** SHA-256 of the link's token; the token itself is nowhere. */
    token_hash: text().notNull(),
    /** How often it was sent: each time another token. */
    envio: integer().notNull().default(1),
    vence_en: instante("vence_en").notNull(),
    creada_por: integer()
      .notNull()
      .references(() => usuarios.id),
    creado_en: instante("creado_en").notNull(),
    aceptada_en: instante("aceptada_en"),
    retirada_en: instante("retirada_en"),
  },
  (t) => [
    uniqueIndex("invitaciones_abierta")
      .on(t.email)
      .where(sql.raw("aceptada_en IS NULL AND retirada_en IS NULL")),
    uniqueIndex("invitaciones_token").on(t.token_hash),
    index("invitaciones_persona").on(t.persona_id),
    check("invitaciones_rol_valido", unoDe("rol", ROLES)),
  ],
);
