import * as z from "zod/mini";
import { idEntero, latitud, longitud, renglon, vista } from "./comunes.ts";

const posicion = z.tuple([longitud, latitud]);
const anillo = z
  .array(posicion)
  .check(z.minLength(4, "Un polígono cerrado tiene al menos cuatro puntos."), z.maxLength(2000));

const formas = [
  z.object({ type: z.literal("Polygon"), coordinates: z.array(anillo).check(z.minLength(1)) }),
  z.object({
    type: z.literal("MultiPolygon"),
    coordinates: z.array(z.array(anillo)).check(z.minLength(1)),
  }),
] as const;

/**
 * GeoJSON, RFC 7946, §3.1.6 and §3.1.7. Longitude first.
 * @param falta what to say where there is none
 */
export const poligonoO = (falta: string) => z.discriminatedUnion("type", formas, falta);
export const poligono = poligonoO("Falta el polígono: un Polygon o un MultiPolygon.");
export type Poligono = z.infer<typeof poligono>;

const horas = z
  .int("Tiene que ser un número de horas.")
  .check(z.gte(1, "Al menos una hora."), z.lte(8760, "No más de un año."));

export const categoriaNueva = z.object({
  nombre: renglon(2, 60),
  icono: renglon(1, 40),
  color: z.string().check(z.regex(/^#[0-9a-f]{6}$/i, "Escribí un color como #17518c.")),
  privada: z._default(z.boolean(), false),
  activa: z._default(z.boolean(), true),
  horas_normal: horas,
  horas_urgente: horas,
  cuadrillas: z.optional(z.array(idEntero).check(z.maxLength(200))),
  version: vista,
});
export const categoria = z.object({
  id: z.int(),
  nombre: z.string(),
  icono: z.string(),
  color: z.string(),
  privada: z.boolean(),
  activa: z.boolean(),
  version: z.int(),
});
export type Categoria = z.infer<typeof categoria>;

export const zonaNueva = z.object({
  nombre: renglon(2, 60),
  poligono,
  activa: z._default(z.boolean(), true),
  version: vista,
});
export const zona = z.object({
  id: z.int(),
  nombre: z.string(),
  activa: z.boolean(),
  poligono,
  version: z.int(),
});
export type Zona = z.infer<typeof zona>;

export const cuadrillaNueva = z.object({
  nombre: renglon(2, 60),
  activa: z._default(z.boolean(), true),
  capacidad: z._default(z.int().check(z.gte(1), z.lte(1000)), 10),
  zona_id: z.optional(z.nullable(idEntero)),
  categorias: z.optional(z.array(idEntero).check(z.maxLength(200))),
  version: vista,
});
export const cuadrilla = z.object({
  id: z.int(),
  nombre: z.string(),
  activa: z.boolean(),
  capacidad: z.int(),
  zona_id: z.nullable(z.int()),
  categorias: z.array(z.int()),
  abiertos: z.int(),
  version: z.int(),
});
export type Cuadrilla = z.infer<typeof cuadrilla>;

export const plazo = z.object({
  categoria_id: z.int(),
  horas_normal: z.int(),
  horas_urgente: z.int(),
});
export type Plazo = z.infer<typeof plazo>;
export const plazoCambio = z.object({ horas_normal: horas, horas_urgente: horas });
