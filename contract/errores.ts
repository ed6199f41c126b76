import * as z from "zod/mini";

/** The stable machine words of a problem document (RFC 9457), their HTTP status and their title. */
export const ERRORES = {
  sin_sesion: { status: 401, title: "Hay que ingresar" },
  credenciales: { status: 401, title: "No pudimos ingresar" },
  segundo_factor: { status: 401, title: "Falta el segundo factor" },
  segundo_factor_pendiente: { status: 403, title: "Falta activar el segundo factor" },
  contrasena_comun: { status: 403, title: "Elegí otra contraseña" },
  bloqueado: { status: 403, title: "Cuenta bloqueada" },
  sin_permiso: { status: 403, title: "Sin permiso" },
  persona_sin_probar: { status: 403, title: "Falta comprobar que sos una persona" },
  origen_invalido: { status: 403, title: "Pedido de otro sitio" },
  no_encontrado: { status: 404, title: "No encontrado" },
  metodo_no_permitido: { status: 405, title: "Método no permitido" },
  version_vieja: { status: 409, title: "Cambió mientras tanto" },
  estado_no_permite: { status: 409, title: "Ahora no se puede" },
  ya_existe: { status: 409, title: "Ya existe" },
  en_curso: { status: 409, title: "Pedido en curso" },
  enlace_vencido: { status: 410, title: "El enlace ya no sirve" },
  invitacion_superada: { status: 410, title: "La invitación quedó vieja" },
  cuerpo_grande: { status: 413, title: "Demasiado grande" },
  tipo_no_admitido: { status: 415, title: "Formato no admitido" },
  json_invalido: { status: 400, title: "No se entiende el pedido" },
  datos_invalidos: { status: 422, title: "Hay datos para corregir" },
  clave_reusada: { status: 422, title: "Clave de idempotencia ya usada" },
  limite_diario: { status: 429, title: "Límite diario" },
  limite: { status: 429, title: "Demasiados pedidos" },
  interno: { status: 500, title: "Error nuestro" },
  no_disponible: { status: 503, title: "No disponible" },
} as const;

export type CodigoError = keyof typeof ERRORES;

const CODIGOS = Object.keys(ERRORES) as [CodigoError, ...CodigoError[]];

const errorDeCampo = z.object({ campo: z.string(), mensaje: z.string() });
export type ErrorDeCampo = z.infer<typeof errorDeCampo>;

/** An error answer, `application/problem+json` (RFC 9457). `detail` is for the person, `codigo` for programs. */
export const problema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  codigo: z.enum(CODIGOS),
  errores: z.optional(z.array(errorDeCampo)),
  requestId: z.string(),
});
export type Problema = z.infer<typeof problema>;
