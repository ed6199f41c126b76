import * as z from "zod/mini";
import { LIMITES } from "../limites.ts";
import { ROLES_DEL_PERSONAL } from "../vocabulario.ts";
import { email, idEntero, instante, renglon } from "./comunes.ts";

/** Somebody who is asked to work for the city. A crew belongs to role cuadrilla and to no other. */
export const invitacionNueva = z.object({
  nombre: renglon(1, LIMITES.nombreMax),
  apellido: renglon(0, LIMITES.nombreMax),
  email,
  rol: z.enum(ROLES_DEL_PERSONAL, "No es un rol del personal."),
  cuadrilla_id: z.optional(z.nullable(idEntero)),
});
export type InvitacionNueva = z.infer<typeof invitacionNueva>;

/** One that nobody has accepted yet. */
export const invitacion = z.object({
  id: z.int(),
  nombre: z.string(),
  apellido: z.string(),
  email: z.string(),
  rol: z.enum(ROLES_DEL_PERSONAL),
  cuadrilla_id: z.nullable(z.int()),
  /** How often it was sent. */
  envio: z.int(),
  vence_en: instante,
  /** Its link opens nothing any more. */
  vencida: z.boolean(),
});
export type Invitacion = z.infer<typeof invitacion>;

export const invitaciones = z.object({ items: z.array(invitacion) });
