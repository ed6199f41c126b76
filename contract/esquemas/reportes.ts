import * as z from "zod/mini";
import { LIMITES } from "../limites.ts";
import { IDIOMAS } from "../vocabulario.ts";
import { email, idEnTexto, latitud, longitud, renglon, texto } from "./comunes.ts";

const enTexto = <T extends z.core.$ZodType<number, number>>(de: T) =>
  z.optional(
    z.pipe(
      z.string().check(z.regex(/^-?\d{1,3}(\.\d{1,12})?$/, "Tiene que ser un número.")),
      z.pipe(
        z.transform((s: string) => Number(s)),
        de,
      ),
    ),
  );

/** Who sends it. */
const quien = { email, nombre: z._default(renglon(0, LIMITES.nombreMax), "") };
export const quienReporta = z.object(quien);

/** A report made with just an e-mail address, as a form sends it. Its photos come with it. */
export const reporteNuevo = z
  .object({
    ...quien,
    titulo: renglon(LIMITES.tituloMin, LIMITES.tituloMax),
    descripcion: texto(LIMITES.descripcionMin, LIMITES.descripcionMax),
    direccion: renglon(LIMITES.direccionMin, LIMITES.direccionMax),
    categoria_id: idEnTexto,
    lat: enTexto(latitud),
    lng: enTexto(longitud),
    idioma: z._default(z.enum(IDIOMAS, "No es un idioma."), "es"),
  })
  .check(
    z.refine((r) => (r.lat === undefined) === (r.lng === undefined), {
      error: "Faltan lat o lng: van las dos o ninguna.",
      path: ["lat"],
    }),
  );
export type ReporteNuevo = z.infer<typeof reporteNuevo>;

/** It waits, unseen, for its link to be confirmed. */
export const reporteRecibido = z.object({ email: z.string(), dias: z.int() });
export type ReporteRecibido = z.infer<typeof reporteRecibido>;
