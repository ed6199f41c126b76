import * as z from "zod/mini";
import { LIMITES } from "../limites.ts";

/** What the counter knows of somebody so far: the beginning of an e-mail, or a telephone as they say it. */
export const personaBuscada = z
  .object({
    email: z.optional(
      z.string().check(z.trim(), z.toLowerCase(), z.minLength(3), z.maxLength(LIMITES.emailMax)),
    ),
    telefono: z.optional(z.string().check(z.trim(), z.maxLength(LIMITES.telefonoMax))),
  })
  .check(
    z.refine((p) => p.email !== undefined || p.telefono !== undefined, {
      error: "Escribí un correo o un teléfono.",
      path: ["email"],
    }),
  );
export type PersonaBuscada = z.infer<typeof personaBuscada>;

/** Somebody whom the city knows, for staff. */
export const personaConocida = z.object({
  id: z.int(),
  nombre: z.string(),
  apellido: z.string(),
  email: z.nullable(z.string()),
  telefono: z.nullable(z.string()),
  con_cuenta: z.boolean(),
});
export type PersonaConocida = z.infer<typeof personaConocida>;
