import { sql } from "drizzle-orm";
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { ROLES } from "../../../contract/vocabulario.ts";
import { cuadrillas } from "./catalogos.ts";
import { instante, unoDe } from "./columnas.ts";

const SIN_SIGNOS = [" ", "-", "(", ")", "+", "."].reduce(
  (e, signo) => `replace(${e}, '${signo}', '')`,
  "telefono",
);
/** The last six digits of a telephone, however it was written: what it is found by. */
export const TELEFONO_FINAL = `substr(${SIN_SIGNOS}, -6)`;

/** Someone the city talks to, with an account or none. The only home of a name, an e-mail and a telephone besides the account's own e-mail. */
export const personas = sqliteTable(
  "personas",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    nombre: text().notNull(),
    apellido: text().notNull().default(""),
    email: text(),
    telefono: text(),
    idioma: text().notNull().default("es"),
    anonimizada_en: instante("anonimizada_en"),
    /** The persona that this one turned out to be: what is left here is the row. */
    unida_a: integer().references((): AnySQLiteColumn => personas.id),
    creado_en: instante("creado_en").notNull(),
  },
  (t) => [
    index("personas_email").on(t.email),
    // drizzle-kit takes each comma of it for another column: its line of the migration is written by hand.
    index("personas_telefono").on(sql.raw(TELEFONO_FINAL)),
  ],
);

const marca = (nombre: string) => integer(nombre, { mode: "timestamp" });

/** An account. The session library's `user` model, under our names. */
export const usuarios = sqliteTable(
  "usuarios",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    personaId: integer("persona_id")
      .notNull()
      .references(() => personas.id),
    name: text().notNull(),
    email: text().notNull(),
    emailVerified: integer("email_verificado", { mode: "boolean" }).notNull().default(false),
    image: text(),
    rol: text({ enum: ROLES }).notNull().default("vecino"),
    cuadrillaId: integer("cuadrilla_id").references(() => cuadrillas.id),
    bloqueadoEn: instante("bloqueado_en"),
    /** Since when signing in asks for a second factor; null: it does not. */
    segundoFactorEn: instante("segundo_factor_en"),
    createdAt: marca("creado_en").notNull(),
    updatedAt: marca("actualizado_en").notNull(),
  },
  (t) => [
    uniqueIndex("usuarios_email").on(t.email),
    uniqueIndex("usuarios_persona").on(t.personaId),
    index("usuarios_rol").on(t.rol),
    index("usuarios_cuadrilla").on(t.cuadrillaId),
    check("usuarios_rol_valido", unoDe("rol", ROLES)),
  ],
);

export const sesiones = sqliteTable(
  "sesiones",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    userId: integer("usuario_id")
      .notNull()
      .references(() => usuarios.id),
    token: text().notNull(),
    expiresAt: marca("vence_en").notNull(),
    ipAddress: text("direccion_ip"),
    userAgent: text("agente"),
    createdAt: marca("creado_en").notNull(),
    updatedAt: marca("actualizado_en").notNull(),
  },
  (t) => [uniqueIndex("sesiones_token").on(t.token), index("sesiones_usuario").on(t.userId)],
);

/** A way to sign in: here the password's hash, with its scrypt parameters beside it. */
export const cuentas = sqliteTable(
  "cuentas",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    userId: integer("usuario_id")
      .notNull()
      .references(() => usuarios.id),
    accountId: text("cuenta_externa").notNull(),
    providerId: text("proveedor").notNull(),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: marca("access_token_vence_en"),
    refreshTokenExpiresAt: marca("refresh_token_vence_en"),
    scope: text(),
    password: text("contrasena"),
    createdAt: marca("creado_en").notNull(),
    updatedAt: marca("actualizado_en").notNull(),
  },
  (t) => [index("cuentas_usuario").on(t.userId)],
);

export const verificaciones = sqliteTable(
  "verificaciones",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    identifier: text("identificador").notNull(),
    value: text("valor").notNull(),
    expiresAt: marca("vence_en").notNull(),
    createdAt: marca("creado_en").notNull(),
    updatedAt: marca("actualizado_en").notNull(),
  },
  (t) => [index("verificaciones_identificador").on(t.identifier)],
);

/** The exact counter behind login: failures of one address since `desde`. The key is a hash of the address. */
export const intentos = sqliteTable("intentos", {
  clave: text().primaryKey(),
  fallos: integer().notNull(),
  desde: instante("desde").notNull(),
  hasta: instante("hasta").notNull(),
});
