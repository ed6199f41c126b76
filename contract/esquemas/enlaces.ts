import * as z from "zod/mini";
import { LIMITES } from "../limites.ts";
import { ROLES, USOS_ENLACE } from "../vocabulario.ts";
import { email, instante, renglon } from "./comunes.ts";
import { contrasenaNueva, usuario } from "./cuentas.ts";

/** Asks for a link to sign in, or to choose another password. */
export const enlacePedido = z.object({ que: z.enum(["ingresar", "recuperar"]), email });
/** The answer is the same whoever has the address. */
export const enlaceEnCamino = z.object({ detalle: z.string() });

const token = z
  .string("Falta el código del correo.")
  .check(
    z.trim(),
    z.minLength(1, "Falta el código del correo."),
    z.maxLength(100, "No es un código nuestro."),
  );
export const enlaceTraido = z.object({ token });

/** What the page says before its button is pressed. Only who reads the mailbox gets it. */
export const enlaceVisto = z.object({
  que: z.enum(USOS_ENLACE),
  email: z.string(),
  /** Who opened the account may have been somebody else: its password tells. */
  pide_contrasena: z.boolean(),
  /** The address has an account. */
  con_cuenta: z.boolean(),
  reporte: z.nullable(z.object({ titulo: z.string(), direccion: z.string() })),
  /** What one is asked to be, and one's name as the city knows it. */
  invitacion: z.nullable(
    z.object({
      rol: z.enum(ROLES),
      cuadrilla: z.nullable(z.string()),
      nombre: z.string(),
      apellido: z.string(),
    }),
  ),
});
export type EnlaceVisto = z.infer<typeof enlaceVisto>;

export const enlaceUso = z.object({
  token,
  /** verificar, correo: of the account, when not signed in. Without it, at verificar whoever reads the mailbox starts anew. */
  password: z.optional(z.string().check(z.maxLength(LIMITES.contrasenaMax))),
  /** invitacion: how one is called. */
  nombre: z.optional(renglon(1, LIMITES.nombreMax)),
  apellido: z.optional(renglon(0, LIMITES.nombreMax)),
  /** recuperar, invitacion: the new one. */
  nueva: z.optional(contrasenaNueva),
  /** reporte: opens an account as well. */
  cuenta: z.optional(z.boolean()),
});
export type EnlaceUso = z.infer<typeof enlaceUso>;

export const enlaceUsado = z.object({
  que: z.enum(USOS_ENLACE),
  email: z.string(),
  /** The session that it opened; null when it opened none. */
  access_token: z.nullable(z.string()),
  user: z.nullable(usuario),
  /** reporte: the reclamo that it is now. */
  reclamo: z.nullable(z.object({ numero: z.int(), codigo: z.string() })),
});
export type EnlaceUsado = z.infer<typeof enlaceUsado>;

/** Another address for one's account. The password is asked for again, of who has one. */
export const correoCambio = z.object({
  email,
  actual: z.optional(z.string().check(z.maxLength(LIMITES.contrasenaMax, "Es demasiado larga."))),
});

export const sesion = z.object({
  id: z.int(),
  /** The browser as it names itself. */
  agente: z.string(),
  creado_en: instante,
  /** To the hour. */
  usada_en: instante,
  /** The one that asks. */
  esta: z.boolean(),
});
export type Sesion = z.infer<typeof sesion>;
export const sesiones = z.object({ items: z.array(sesion) });
export const sesionesCerradas = z.object({ cerradas: z.int() });
