import * as z from "zod/mini";
import { LIMITES } from "../limites.ts";

const filas = z.array(z.record(z.string(), z.nullable(z.union([z.string(), z.number()]))));

/** Everything that is kept of one person. Moments in ISO-8601 UTC; `numero` is a reclamo's. */
export const misDatos = z.object({
  cuenta: filas,
  sesiones: filas,
  reclamos: filas,
  sigue: filas,
  /** What they did, with what they wrote. */
  hechos: filas,
  calificaciones: filas,
  fotos: filas,
  correos: filas,
  avisos: filas,
  preferencias: filas,
  bajas: filas,
  /** Their own sign-ins and acts on record. */
  registro: filas,
  /** When somebody of the city looked at their data, and in which role. */
  leidos: filas,
});
export type MisDatos = z.infer<typeof misDatos>;

export const borrarCuenta = z.object({
  /** The account's address, typed. */
  confirmo: z
    .string("Escribí tu correo.")
    .check(z.maxLength(LIMITES.emailMax, "Es demasiado largo.")),
  /** Absent when the account has none. */
  contrasena: z.optional(
    z.string().check(z.maxLength(LIMITES.contrasenaMax, "Es demasiado larga.")),
  ),
});
export type BorrarCuenta = z.infer<typeof borrarCuenta>;
