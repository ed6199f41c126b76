/**
 * What the audit keeps a record of. Each is one word, so that a screen can filter and name it; a new one needs no migration.
 * Acts on a reclamo are its eventos' affair (contract/eventos.ts); only moderating it is recorded here as well.
 */
export const ACCIONES_AUDITADAS = [
  "ingreso",
  "ingreso_fallido",
  "sesion_cerrada",
  "contrasena",
  "correo_cambiado",
  "correo_verificado",
  "segundo_factor",
  "cuenta_creada",
  "invitacion",
  "rol",
  "bloqueo",
  "desbloqueo",
  "ajuste",
  "ajuste_creado",
  "ajuste_borrado",
  "moderacion",
  "exportacion",
  "lectura",
  "datos_descargados",
  "cuenta_borrada",
  "anonimizado",
] as const;
export type AccionAuditada = (typeof ACCIONES_AUDITADAS)[number];

/** What it was done to: a table's row, by its id. `correos` is the mail log. */
export const OBJETOS_AUDITADOS = [
  "usuario",
  "persona",
  "reclamo",
  "categoria",
  "zona",
  "cuadrilla",
  "plazo",
  "plantilla",
  "anuncio",
  "municipio",
  "correo",
  "lista",
] as const;
export type ObjetoAuditado = (typeof OBJETOS_AUDITADOS)[number];

/** A value of a row that may stay for ever: never a name, an address or a text. */
export type ValorCerrado = number | boolean | null | string | number[];

/**
 * The only columns whose value before and after may stand in the record itself: numbers, closed words, ids. All others are
 * free text, and go to the part that can be erased.
 */
export const COLUMNAS_CERRADAS: readonly string[] = [
  "rol",
  "cuadrilla_id",
  "bloqueado",
  "verificado",
  "privada",
  "activa",
  "orden",
  "icono",
  "color",
  "color_principal",
  "color_acento",
  "capacidad",
  "zona_id",
  "categorias",
  "cuadrillas",
  "horas_normal",
  "horas_urgente",
  "reclamos_por_dia",
  "meses_personales",
  "accion",
  "oculto",
  "redactado",
  "fotos_ocultas",
  "reclamo_id",
  "filas",
  "personas",
  "estado",
  "prioridad",
  "categoria_id",
  "motivo",
  "metodo",
  "lat",
  "lng",
  "publico",
  "publicar_en",
  "vence_en",
];
