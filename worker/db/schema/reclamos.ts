import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import {
  CANALES,
  ESTADOS,
  MOMENTOS_FOTO,
  MOTIVOS_RECHAZO,
  PRIORIDADES,
} from "../../../contract/vocabulario.ts";
import { categorias, cuadrillas, zonas } from "./catalogos.ts";
import { instante, unoDe } from "./columnas.ts";
import { personas, usuarios } from "./personas.ts";

const ABIERTO = sql.raw("cerrado_en IS NULL");
const CON_CUADRILLA = sql.raw("cuadrilla_id IS NOT NULL");
const ABIERTO_CON_CUADRILLA = sql.raw("cerrado_en IS NULL AND cuadrilla_id IS NOT NULL");
const SIN_UBICAR = sql.raw("cerrado_en IS NULL AND lat IS NULL");
const VENCIDO = sql.raw("cerrado_en IS NULL AND demorado_en IS NOT NULL");
const REABIERTO = sql.raw("cerrado_en IS NULL AND ciclo > 1");
const CERRADO = sql.raw("cerrado_en IS NOT NULL");
const UBICADO = sql.raw("cerrado_en IS NULL AND lat IS NOT NULL");

/**
 * A street complaint. Its id is its numero.
 *
 * The indexes are chosen from the lists: a single column serves order `reciente`, since every index ends in the rowid;
 * with vence_en it serves order `vence`. Most are partial on the open ones, which are few.
 */
export const reclamos = sqliteTable(
  "reclamos",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** The public link: 10 characters of Crockford base32. */
    codigo: text().notNull(),
    titulo: text().notNull(),
    descripcion: text().notNull(),
    categoria_id: integer()
      .notNull()
      .references(() => categorias.id),
    prioridad: text({ enum: PRIORIDADES }).notNull(),
    direccion: text().notNull(),
    lat: real(),
    lng: real(),
    zona_id: integer().references(() => zonas.id),
    creador_id: integer()
      .notNull()
      .references(() => personas.id),
    canal: text({ enum: CANALES }).notNull(),
    cuadrilla_id: integer().references(() => cuadrillas.id),
    estado: text({ enum: ESTADOS }).notNull(),
    ciclo: integer().notNull().default(1),
    version: integer().notNull().default(1),
    /** The promise. Counts from the start of the ciclo. */
    vence_en: instante("vence_en").notNull(),
    ciclo_desde: instante("ciclo_desde").notNull(),
    programado_para: instante("programado_para"),
    /** Null while somebody at the city owes work. */
    cerrado_en: instante("cerrado_en"),
    /** When the clock found it overdue in this ciclo. */
    demorado_en: instante("demorado_en"),
    motivo_rechazo: text({ enum: MOTIVOS_RECHAZO }),
    /** The original, of a duplicate. */
    original_id: integer(),
    seguidores: integer().notNull().default(0),
    oculto: integer({ mode: "boolean" }).notNull().default(false),
    titulo_publico: text(),
    descripcion_publica: text(),
    creado_en: instante("creado_en").notNull(),
    actualizado_en: instante("actualizado_en").notNull(),
  },
  (t) => [
    uniqueIndex("reclamos_codigo").on(t.codigo),
    index("reclamos_estado").on(t.estado),
    index("reclamos_estado_vence").on(t.estado, t.vence_en),
    index("reclamos_categoria").on(t.categoria_id),
    index("reclamos_categoria_vence").on(t.categoria_id, t.vence_en).where(ABIERTO),
    index("reclamos_zona").on(t.zona_id),
    index("reclamos_zona_vence").on(t.zona_id, t.vence_en).where(ABIERTO),
    index("reclamos_cuadrilla").on(t.cuadrilla_id).where(CON_CUADRILLA),
    // Past the order it holds what is asked of a crew's open work as a whole, so that counting it reads nothing else.
    index("reclamos_cuadrilla_vence")
      .on(t.cuadrilla_id, t.vence_en, t.id, t.demorado_en, t.ciclo, t.lat, t.lng)
      .where(ABIERTO_CON_CUADRILLA),
    index("reclamos_prioridad").on(t.prioridad),
    index("reclamos_prioridad_vence").on(t.prioridad, t.vence_en).where(ABIERTO),
    // Before the narrower partial ones: of two that would serve, SQLite takes the later.
    index("reclamos_abiertos").on(t.id).where(ABIERTO),
    index("reclamos_vence").on(t.vence_en).where(ABIERTO),
    index("reclamos_sin_ubicar_vence").on(t.vence_en).where(SIN_UBICAR),
    index("reclamos_sin_ubicar").on(t.id).where(SIN_UBICAR),
    index("reclamos_vencidos_vence").on(t.vence_en).where(VENCIDO),
    index("reclamos_vencidos").on(t.id).where(VENCIDO),
    index("reclamos_reabiertos_vence").on(t.vence_en).where(REABIERTO),
    index("reclamos_reabiertos").on(t.id).where(REABIERTO),
    index("reclamos_creador").on(t.creador_id),
    index("reclamos_creado").on(t.creado_en),
    index("reclamos_cerrado").on(t.cerrado_en).where(CERRADO),
    index("reclamos_similares").on(t.categoria_id, t.lat, t.lng).where(UBICADO),
    check("reclamos_estado_valido", unoDe("estado", ESTADOS)),
    check("reclamos_prioridad_valida", unoDe("prioridad", PRIORIDADES)),
    check(
      "reclamos_cerrado",
      sql.raw("(estado IN ('resuelto', 'rechazado')) = (cerrado_en IS NOT NULL)"),
    ),
    check("reclamos_punto", sql.raw("(lat IS NULL) = (lng IS NULL)")),
  ],
);

export const seguidores = sqliteTable(
  "seguidores",
  {
    reclamo_id: integer()
      .notNull()
      .references(() => reclamos.id),
    persona_id: integer()
      .notNull()
      .references(() => personas.id),
    desde: instante("desde").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.reclamo_id, t.persona_id] }),
    index("seguidores_persona").on(t.persona_id, t.reclamo_id),
  ],
);

/** "¿Quedó bien?": one answer of the creator a ciclo. */
export const calificaciones = sqliteTable(
  "calificaciones",
  {
    reclamo_id: integer()
      .notNull()
      .references(() => reclamos.id),
    ciclo: integer().notNull(),
    conforme: integer({ mode: "boolean" }).notNull(),
    estrellas: integer().notNull(),
    en: instante("en").notNull(),
  },
  (t) => [primaryKey({ columns: [t.reclamo_id, t.ciclo] })],
);

/** A photo waits without a reclamo (24 h at most) until an action carries it. Its R2 keys are random. */
export const fotos = sqliteTable(
  "fotos",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    clave: text().notNull(),
    subida_por: integer()
      .notNull()
      .references(() => usuarios.id),
    reclamo_id: integer().references(() => reclamos.id),
    evento_id: integer(),
    momento: text({ enum: MOMENTOS_FOTO }),
    ancho: integer().notNull(),
    alto: integer().notNull(),
    bytes: integer().notNull(),
    oculta: integer({ mode: "boolean" }).notNull().default(false),
    creado_en: instante("creado_en").notNull(),
  },
  (t) => [
    uniqueIndex("fotos_clave").on(t.clave),
    index("fotos_reclamo").on(t.reclamo_id),
    index("fotos_sueltas").on(t.creado_en).where(sql.raw("reclamo_id IS NULL")),
  ],
);
