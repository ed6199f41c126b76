import * as z from "zod/mini";
import { poligono } from "./catalogos.ts";
import { idEntero, instante, latitud, longitud, renglon } from "./comunes.ts";

const color = z.nullable(
  z.string().check(z.regex(/^#[0-9a-f]{6}$/i, "Escribí un color como #17518c.")),
);

/** What an admin says of the municipality; the first time, too. */
export const municipioCambio = z.object({
  nombre: renglon(2, 80),
  limite: z.nonoptional(poligono, "Falta el límite: importá un archivo o dibujá un círculo."),
  lat: latitud,
  lng: longitud,
  reclamos_por_dia: z
    .int("Tiene que ser un número.")
    .check(z.gte(1, "Al menos uno."), z.lte(100, "No más de 100.")),
  /** Null: as it comes. */
  color_principal: color,
  color_acento: color,
  /** A photo uploaded for it; null takes the logo away, absent leaves it. */
  logo_foto_id: z.optional(z.nullable(idEntero)),
});
export type MunicipioCambio = z.infer<typeof municipioCambio>;

/** The municipality as staff read it. Before anyone set it up nombre is empty and limite null. */
export const municipio = z.object({
  nombre: z.string(),
  limite: z.nullable(poligono),
  lat: z.nullable(z.number()),
  lng: z.nullable(z.number()),
  reclamos_por_dia: z.int(),
  color_principal: z.nullable(z.string()),
  color_acento: z.nullable(z.string()),
  /** Address of its picture. */
  logo: z.nullable(z.string()),
  actualizado_en: z.nullable(instante),
});
export type Municipio = z.infer<typeof municipio>;

/** What everybody may know of it, and every page shows. */
export const municipioPublico = z.object({
  nombre: z.string(),
  lat: z.nullable(z.number()),
  lng: z.nullable(z.number()),
  logo: z.nullable(z.string()),
  /** Address of the stylesheet with its own colours. */
  colores: z.nullable(z.string()),
});
export type MunicipioPublico = z.infer<typeof municipioPublico>;

/** Where it is and where it ends, for whoever puts a pin. Before it is set up limite is null. */
export const limitePublico = z.object({
  nombre: z.string(),
  lat: z.nullable(z.number()),
  lng: z.nullable(z.number()),
  limite: z.nullable(poligono),
});
export type LimitePublico = z.infer<typeof limitePublico>;
