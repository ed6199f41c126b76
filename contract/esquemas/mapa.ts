import * as z from "zod/mini";
import { ESTADOS } from "../vocabulario.ts";
import { idEnTexto, instante } from "./comunes.ts";

/** What the map can be asked to show: rejected ones never stand on it. */
export const MOSTRAR = ["abiertos", "resueltos", "todos"] as const;
export type Mostrar = (typeof MOSTRAR)[number];
/** Days back, besides for ever. */
export const DIAS_MAPA = ["30", "90", "365"] as const;

export const ZOOM_MAPA = { minimo: 9, maximo: 19 } as const;

const numero = (maximo: number) =>
  z.pipe(
    z.string().check(z.regex(/^-?\d{1,3}(\.\d{1,16})?$/, "Tiene que ser un número.")),
    z.pipe(
      z.transform((s: string) => Number(s)),
      z.number().check(z.gte(-maximo, "Fuera del mapa."), z.lte(maximo, "Fuera del mapa.")),
    ),
  );

const zoom = z.pipe(
  z.string().check(z.regex(/^\d{1,2}$/, "Tiene que ser un número entero.")),
  z.transform((s) => Math.min(Math.max(Number(s), ZOOM_MAPA.minimo), ZOOM_MAPA.maximo)),
);

/** West, south, east, north in degrees, joined by commas as in RFC 7946 §5. */
const caja = z.pipe(
  z.string().check(
    z.regex(/^(-?\d{1,3}(\.\d{1,16})?)(,-?\d{1,3}(\.\d{1,16})?){3}$/, {
      error: "Va como oeste,sur,este,norte en grados.",
    }),
  ),
  z.pipe(
    z.transform((s: string) => {
      const [oeste = 0, sur = 0, este = 0, norte = 0] = s.split(",").map(Number);
      return { oeste, sur, este, norte };
    }),
    z
      .object({ oeste: z.number(), sur: z.number(), este: z.number(), norte: z.number() })
      .check(
        z.refine(
          (c) =>
            c.oeste >= -180 &&
            c.este <= 180 &&
            c.sur >= -90 &&
            c.norte <= 90 &&
            c.oeste < c.este &&
            c.sur < c.norte,
          "Esa caja no es un pedazo del mapa.",
        ),
      ),
  ),
);

const fecha = z.pipe(
  z.iso.date("Escribí la fecha como 2026-11-27."),
  z.transform((s) => Math.floor(Date.parse(`${s}T00:00:00Z`) / 86_400_000)),
);

/** What is shown, wherever one looks. */
export const filtrosMapa = {
  estado: z._default(z.enum(MOSTRAR, "Puede ser abiertos, resueltos o todos."), "abiertos"),
  categoria: z.optional(idEnTexto),
  dias: z.optional(z.pipe(z.enum(DIAS_MAPA, "Puede ser 30, 90 o 365."), z.transform(Number))),
  /** Days of Buenos Aires, both included, counted from 1970-01-01. */
  desde: z.optional(fecha),
  hasta: z.optional(fecha),
};
export const consultaMapa = z.object({ bbox: caja, zoom, ...filtrosMapa });
export type ConsultaMapa = z.infer<typeof consultaMapa>;

const cursor = z.optional(z.string().check(z.maxLength(80, "No es un cursor nuestro.")));
export const consultaListaMapa = z.extend(consultaMapa, { cursor });
export type ConsultaListaMapa = z.infer<typeof consultaListaMapa>;

export const consultaGeojson = z.extend(z.object(filtrosMapa), {
  estado: z._default(filtrosMapa.estado.def.innerType, "todos"),
  cursor,
});
export type ConsultaGeojson = z.infer<typeof consultaGeojson>;

/** The query of the page: where one looks, and at what. Each part that makes no sense is as if absent. */
export const consultaPaginaMapa = z.object({
  lat: z.catch(z.optional(numero(90)), undefined),
  lng: z.catch(z.optional(numero(180)), undefined),
  zoom: z.catch(z.optional(zoom), undefined),
  estado: z.catch(filtrosMapa.estado, "abiertos"),
  categoria: z.catch(filtrosMapa.categoria, undefined),
  dias: z.catch(filtrosMapa.dias, undefined),
  cursor: z.catch(cursor, undefined),
});
export type ConsultaPaginaMapa = z.infer<typeof consultaPaginaMapa>;

/** One reclamo (with its codigo) or many that stand close together. */
export const grupoMapa = z.object({
  n: z.int(),
  lat: z.number(),
  lng: z.number(),
  codigo: z.optional(z.string()),
  estado: z.optional(z.enum(ESTADOS)),
  categoria_id: z.optional(z.int()),
});
export type GrupoMapa = z.infer<typeof grupoMapa>;

/** A reclamo in the list beside the map. */
export const filaMapa = z.object({
  numero: z.int(),
  codigo: z.string(),
  titulo: z.string(),
  estado: z.enum(ESTADOS),
  categoria_id: z.int(),
  direccion: z.string(),
  lat: z.number(),
  lng: z.number(),
  seguidores: z.int(),
  creado_en: instante,
  cerrado_en: z.nullable(instante),
  miniatura: z.nullable(z.string()),
});
export type FilaMapa = z.infer<typeof filaMapa>;

export const listaMapa = z.object({ items: z.array(filaMapa), cursor: z.nullable(z.string()) });
export type ListaMapa = z.infer<typeof listaMapa>;

/** A piece of the map: pins, how many reclamos they stand for, and the first page of the list of them. */
export const vistaMapa = z.object({
  grupos: z.array(grupoMapa),
  total: z.int(),
  /** False where a span of dates holds more than is counted: then these are the latest of them. */
  completo: z.boolean(),
  lista: listaMapa,
});
export type VistaMapa = z.infer<typeof vistaMapa>;

/** GeoJSON, RFC 7946, with one member more: where its next part begins, null at the end. */
export const geojsonReclamos = z.object({
  type: z.literal("FeatureCollection"),
  features: z.array(
    z.object({
      type: z.literal("Feature"),
      geometry: z.object({
        type: z.literal("Point"),
        coordinates: z.tuple([z.number(), z.number()]),
      }),
      properties: z.object({
        numero: z.int(),
        codigo: z.string(),
        titulo: z.string(),
        estado: z.enum(ESTADOS),
        categoria: z.string(),
        zona: z.nullable(z.string()),
        direccion: z.string(),
        seguidores: z.int(),
        creado_en: instante,
        cerrado_en: z.nullable(instante),
      }),
    }),
  ),
  cursor: z.nullable(z.string()),
});
export type GeojsonReclamos = z.infer<typeof geojsonReclamos>;
