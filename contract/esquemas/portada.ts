import * as z from "zod/mini";
import { instante } from "./comunes.ts";

const fotoChica = z.object({ miniatura: z.string(), ancho: z.int(), alto: z.int() });

/** Something that was repaired, with how it was and how it is. */
export const arreglado = z.object({
  codigo: z.string(),
  titulo: z.string(),
  lat: z.nullable(z.number()),
  lng: z.nullable(z.number()),
  /** From the report to the solution; 0 the same day. */
  dias: z.int(),
  seguidores: z.int(),
  antes: fotoChica,
  despues: fotoChica,
});
export type Arreglado = z.infer<typeof arreglado>;

/** What the front page shows, the same for everybody. */
export const portada = z.object({
  /** Addressed to all, of the last days; the latest first. */
  anuncios: z.array(z.object({ titulo: z.string(), texto: z.string(), en: instante })),
  /** The last 90 days. Null where there were too few to say. */
  cifras: z.object({
    resueltos: z.int(),
    en_plazo: z.nullable(z.number()),
    mediana_dias: z.nullable(z.number()),
  }),
  /** The latest first. */
  arreglados: z.array(arreglado),
});
export type Portada = z.infer<typeof portada>;
