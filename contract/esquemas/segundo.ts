import * as z from "zod/mini";
import { LIMITES } from "../limites.ts";

const codigo = z
  .string("Falta el código.")
  .check(z.trim(), z.minLength(1, "Falta el código."), z.maxLength(40, "Es demasiado largo."));

/** Six digits of the app, or a recovery code. */
export const conCodigo = z.object({ codigo });
/** The present one's code when there is one, else the password of who has one: an open screen must not be enough. */
export const conCodigoSiHay = z.object({
  codigo: z.optional(codigo),
  actual: z.optional(z.string().check(z.maxLength(LIMITES.contrasenaMax, "Es demasiado larga."))),
});

/** How it stands with one's own second factor. */
export const estadoSegundo = z.object({
  /** Null: signing in does not ask for it. */
  activo_desde: z.nullable(z.string()),
  /** One's role asks for it in this install. */
  obligatorio: z.boolean(),
  codigos_restantes: z.int(),
});
export type EstadoSegundo = z.infer<typeof estadoSegundo>;

/** What an authenticator app is to know: in base32, and as the address that the picture holds. */
export const secretoSegundo = z.object({ secreto: z.string(), uri: z.string() });
export type SecretoSegundo = z.infer<typeof secretoSegundo>;

/** Shown this once. */
export const codigosRecuperacion = z.object({ codigos: z.array(z.string()) });
