import * as z from "zod/mini";
import { LIMITES } from "../limites.ts";
import { ROLES } from "../vocabulario.ts";
import { email, idEntero, pagina, renglon } from "./comunes.ts";

const telefono = z.optional(
  z
    .string()
    .check(
      z.trim(),
      z.maxLength(LIMITES.telefonoMax, "Es demasiado largo."),
      z.regex(/^$|^[+\d][\d\s().-]{5,}$/, "Escribí el teléfono con números."),
    ),
);

export const registro = z.object({
  email,
  password: z
    .string("Falta la contraseña.")
    .check(
      z.minLength(LIMITES.contrasenaMin, `Usá al menos ${LIMITES.contrasenaMin} caracteres.`),
      z.maxLength(LIMITES.contrasenaMax, `Que no pase de ${LIMITES.contrasenaMax} caracteres.`),
    ),
  nombre: renglon(1, LIMITES.nombreMax),
  apellido: renglon(1, LIMITES.nombreMax),
  telefono,
});

/** The seed's login form, `application/x-www-form-urlencoded`. */
export const ingreso = z.object({
  username: z
    .string("Falta el correo.")
    .check(
      z.trim(),
      z.toLowerCase(),
      z.minLength(1, "Falta el correo."),
      z.maxLength(LIMITES.emailMax, "Es demasiado largo."),
    ),
  password: z
    .string("Falta la contraseña.")
    .check(
      z.minLength(1, "Falta la contraseña."),
      z.maxLength(LIMITES.contrasenaMax, "Es demasiado larga."),
    ),
});

export const usuario = z.object({
  id: z.int(),
  email: z.string(),
  nombre: z.string(),
  apellido: z.string(),
  rol: z.enum(ROLES),
});
export type Usuario = z.infer<typeof usuario>;

export const yo = z.extend(usuario, {
  telefono: z.nullable(z.string()),
  cuadrilla_id: z.nullable(z.int()),
  verificado: z.boolean(),
});
export type Yo = z.infer<typeof yo>;
/** Who is there, if anybody: the question every page asks. */
export const quien = z.object({ yo: z.nullable(yo) });
export type Quien = z.infer<typeof quien>;

export const sesionAbierta = z.object({
  access_token: z.string(),
  token_type: z.literal("bearer"),
  user: usuario,
});

/** What an admin changes of a person: role, crew, blocking. Absent fields stay. */
export const usuarioCambio = z.object({
  rol: z.optional(z.enum(ROLES)),
  cuadrilla_id: z.optional(z.nullable(idEntero)),
  bloqueado: z.optional(z.boolean()),
});
export type UsuarioCambio = z.infer<typeof usuarioCambio>;

export const filtroUsuarios = z.object({
  ...pagina,
  rol: z.optional(z.enum(ROLES, "No es un rol.")),
  /** Part of a name or an e-mail. */
  q: z.optional(
    z.string().check(z.trim(), z.maxLength(LIMITES.busquedaMax, "Es demasiado largo.")),
  ),
});
export type FiltroUsuarios = z.infer<typeof filtroUsuarios>;

export const usuarioDetalle = z.extend(yo, { bloqueado: z.boolean() });
export type UsuarioDetalle = z.infer<typeof usuarioDetalle>;
