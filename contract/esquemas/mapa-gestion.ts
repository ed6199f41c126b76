import * as z from "zod/mini";
import { ESTADOS, ESTADOS_ABIERTOS, PRIORIDADES } from "../vocabulario.ts";
import { idEnTexto } from "./comunes.ts";
import { reclamoFila } from "./reclamos.ts";

/** West, south, east, north in degrees, joined by commas. */
const bbox = z.pipe(
  z
    .string()
    .check(
      z.regex(
        /^-?\d{1,3}(\.\d{1,16})?(,-?\d{1,3}(\.\d{1,16})?){3}$/,
        "Va como oeste,sur,este,norte en grados.",
      ),
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
const bandera = z.optional(
  z.pipe(
    z.enum(["1", "0"]),
    z.transform((s) => s === "1"),
  ),
);

/** The open work in a piece of the map, by the bandeja's own filters. */
const filtros = {
  estado: z.optional(z.enum(ESTADOS_ABIERTOS, "En el mapa están los abiertos.")),
  categoria_id: z.optional(idEnTexto),
  zona_id: z.optional(idEnTexto),
  cuadrilla_id: z.optional(idEnTexto),
  prioridad: z.optional(z.enum(PRIORIDADES, "No es una prioridad.")),
  vencidos: bandera,
  sin_asignar: bandera,
};
export const consultaAreaGestion = z.object({ bbox, ...filtros });
export type ConsultaAreaGestion = z.infer<typeof consultaAreaGestion>;
export const consultaMapaGestion = z.object({
  bbox,
  zoom: z.pipe(
    z.string().check(z.regex(/^\d{1,2}$/, "Tiene que ser un número entero.")),
    z.transform(Number),
  ),
  ...filtros,
});
export type ConsultaMapaGestion = z.infer<typeof consultaMapaGestion>;

/** One reclamo, with what its pin and its line say, or many that stand close together. */
export const grupoGestion = z.object({
  n: z.int(),
  lat: z.number(),
  lng: z.number(),
  id: z.optional(z.int()),
  titulo: z.optional(z.string()),
  estado: z.optional(z.enum(ESTADOS)),
});
export type GrupoGestion = z.infer<typeof grupoGestion>;

export const mapaGestion = z.object({
  grupos: z.array(grupoGestion),
  total: z.int(),
  /** False where there is more than was looked at: then these are some of them. */
  completo: z.boolean(),
});
export type MapaGestion = z.infer<typeof mapaGestion>;

export const areaGestion = z.object({ items: z.array(reclamoFila), hay_mas: z.boolean() });
export type AreaGestion = z.infer<typeof areaGestion>;
