import * as z from "zod/mini";
import { LIMITES } from "../limites.ts";
import { poligono, poligonoO } from "./catalogos.ts";
import { email, idEntero, instante, latitud, longitud, renglon, vista } from "./comunes.ts";

const color = z.nullable(
  z.string().check(z.regex(/^#[0-9a-f]{6}$/i, "Escribí un color como #17518c.")),
);

/** How to reach the municipality. Public; an empty text is one that it does not give. */
export const contacto = z.object({
  telefono: renglon(0, LIMITES.telefonoMax),
  email: z.union([z.literal(""), email], "Escribí un correo como nombre@ejemplo.com."),
  direccion: renglon(0, LIMITES.direccionMax),
  horario: renglon(0, LIMITES.direccionMax),
});
export type Contacto = z.infer<typeof contacto>;

/** What an admin says of the municipality; the first time, too. */
export const municipioCambio = z.object({
  nombre: renglon(2, 80),
  limite: poligonoO("Falta el límite: importá un archivo o empezá con un círculo."),
  lat: latitud,
  lng: longitud,
  reclamos_por_dia: z
    .int("Tiene que ser un número.")
    .check(z.gte(1, "Al menos uno."), z.lte(100, "No más de 100.")),
  /** Absent: as it was. */
  meses_personales: z.optional(
    z
      .int("Tiene que ser un número.")
      .check(
        z.gte(LIMITES.mesesPersonalesMin, `Al menos ${LIMITES.mesesPersonalesMin}.`),
        z.lte(LIMITES.mesesPersonalesMax, `No más de ${LIMITES.mesesPersonalesMax}.`),
      ),
  ),
  /** Null: as it comes. */
  color_principal: color,
  color_acento: color,
  /** A photo uploaded for it; null takes the logo away, absent leaves it. */
  logo_foto_id: z.optional(z.nullable(idEntero)),
  /** Absent: as it was. */
  contacto: z.optional(contacto),
  /** 0 before anyone set it up. */
  version: vista,
});
export type MunicipioCambio = z.infer<typeof municipioCambio>;

/** The municipality as staff read it. Before anyone set it up nombre is empty and limite null. */
export const municipio = z.object({
  nombre: z.string(),
  limite: z.nullable(poligono),
  lat: z.nullable(z.number()),
  lng: z.nullable(z.number()),
  reclamos_por_dia: z.int(),
  /** Months after its closing that who reported a reclamo is still known. */
  meses_personales: z.int(),
  color_principal: z.nullable(z.string()),
  color_acento: z.nullable(z.string()),
  /** Address of its picture. */
  logo: z.nullable(z.string()),
  contacto: z.nullable(contacto),
  version: z.int(),
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
  contacto: z.nullable(contacto),
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

/** How far the municipality has been set up, counted from what there is. */
export const avance = z.object({
  nombre: z.boolean(),
  limite: z.boolean(),
  categorias: z.int(),
  zonas: z.int(),
  cuadrillas: z.int(),
  /** People of the city besides who asks. */
  personal: z.int(),
  plantillas: z.int(),
  reclamos: z.int(),
});
export type Avance = z.infer<typeof avance>;
