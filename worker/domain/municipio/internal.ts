import type { Municipio } from "../../../contract/esquemas/municipio.ts";
import { LIMITES } from "../../../contract/limites.ts";
import type { schema } from "../../db/client.ts";
import { isoONulo } from "../tiempo.ts";

export type Fila = typeof schema.municipio.$inferSelect;

/** The municipality has one row. */
export const UNICO = 1;

/** Changes with each saving, so that what hangs from it may be cached. */
const LUGAR = "/api/publico/municipio";
export const direccionDe = (que: "logo" | "colores.css", fila: Fila): string =>
  `${LUGAR}/${que}?v=${fila.version}`;

export const vistaMunicipio = (f: Fila | undefined): Municipio => ({
  nombre: f?.nombre ?? "",
  limite: f?.limite ?? null,
  lat: f?.lat ?? null,
  lng: f?.lng ?? null,
  reclamos_por_dia: f?.reclamos_por_dia ?? LIMITES.reclamosPorDia,
  meses_personales: f?.meses_personales ?? LIMITES.mesesPersonales,
  color_principal: f?.color_principal ?? null,
  color_acento: f?.color_acento ?? null,
  logo: f?.logo_clave ? direccionDe("logo", f) : null,
  contacto: f?.contacto ?? null,
  version: f?.version ?? 0,
  actualizado_en: isoONulo(f?.actualizado_en ?? null),
});
