import * as z from "zod/mini";
import { LIMITES } from "../limites.ts";
import { IDIOMAS, ROLES, SEGUNDOS } from "../vocabulario.ts";
import { email, idEnTexto, idEntero, pagina, renglon } from "./comunes.ts";

const telefono = z.optional(
  z
    .string()
    .check(
      z.trim(),
      z.maxLength(LIMITES.telefonoMax, "Es demasiado largo."),
      z.regex(/^$|^[+\d][\d\s().-]{5,}$/, "Escribí el teléfono con números."),
    ),
);

export const contrasenaNueva = z
  .string("Falta la contraseña.")
  .check(
    z.minLength(LIMITES.contrasenaMin, `Usá al menos ${LIMITES.contrasenaMin} caracteres.`),
    z.maxLength(LIMITES.contrasenaMax, `Que no pase de ${LIMITES.contrasenaMax} caracteres.`),
  );

export const registro = z.object({
  email,
  password: contrasenaNueva,
  nombre: renglon(1, LIMITES.nombreMax),
  apellido: renglon(1, LIMITES.nombreMax),
  telefono,
});

/** The seed's login form, `application/x-www-form-urlencoded`. */
export const ingreso = z.object({
  /** The second factor's, when the account has one: of the app, or of recovery. */
  codigo: z.optional(z.string().check(z.trim(), z.maxLength(40, "Es demasiado largo."))),
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
  segundo_factor: z.enum(SEGUNDOS),
  /** Signs in with a password; one who came by a link may have none. */
  con_contrasena: z.boolean(),
  persona_id: z.int(),
  idioma: z.enum(IDIOMAS),
});
export type Yo = z.infer<typeof yo>;
/** Who is there, if anybody: the question every page asks. */
export const quien = z.object({ yo: z.nullable(yo) });
export type Quien = z.infer<typeof quien>;

/** What a person changes of themselves. */
export const perfilCambio = z.object({
  nombre: renglon(1, LIMITES.nombreMax),
  apellido: renglon(0, LIMITES.nombreMax),
  telefono,
  idioma: z.optional(z.enum(IDIOMAS, "No es un idioma.")),
});
export type PerfilCambio = z.infer<typeof perfilCambio>;

/** The present password is asked for again, of who has one: an open screen must not be enough. */
export const contrasenaCambio = z.object({
  actual: z.optional(z.string().check(z.maxLength(LIMITES.contrasenaMax, "Es demasiado larga."))),
  nueva: contrasenaNueva,
});

const llave = { access_token: z.string(), token_type: z.literal("bearer") };
export const sesionAbierta = z.object({ ...llave, user: usuario });
/** The session that takes the place of all the others. */
export const sesionNueva = z.object(llave);

/** What an admin changes of a person: role, crew, blocking. Absent fields stay. */
export const usuarioCambio = z.object({
  rol: z.optional(z.enum(ROLES)),
  cuadrilla_id: z.optional(z.nullable(idEntero)),
  bloqueado: z.optional(z.boolean()),
  /** How the account was when the admin looked; absent: however it is by now. */
  visto: z.optional(
    z.object({
      rol: z.enum(ROLES),
      cuadrilla_id: z.nullable(idEntero),
      bloqueado: z.boolean(),
    }),
  ),
});
export type UsuarioCambio = z.infer<typeof usuarioCambio>;

export const filtroUsuarios = z.object({
  ...pagina,
  rol: z.optional(z.enum(ROLES, "No es un rol.")),
  cuadrilla_id: z.optional(idEnTexto),
  /** Part of a name or an e-mail. */
  q: z.optional(
    z.string().check(z.trim(), z.maxLength(LIMITES.busquedaMax, "Es demasiado largo.")),
  ),
});
export type FiltroUsuarios = z.infer<typeof filtroUsuarios>;

export const usuarioDetalle = z.extend(
  z.omit(yo, { persona_id: true, idioma: true, con_contrasena: true }),
  {
    bloqueado: z.boolean(),
  },
);
export type UsuarioDetalle = z.infer<typeof usuarioDetalle>;
