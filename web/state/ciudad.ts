import { signal } from "@preact/signals";
import type { MunicipioPublico } from "../../contract/esquemas/municipio.ts";
import type { Datos } from "../datos.ts";
import { t } from "../i18n/index.ts";

/** The municipality as it was saved since this page came (poner-ciudad.ts). Never set on the server. */
export const guardada = signal<MunicipioPublico | null>(null);

/** The municipality for every page: as it was saved since, or as the Worker brought it. */
export const ciudadDe = ({ ciudad }: Datos): MunicipioPublico | undefined =>
  guardada.value ?? ciudad;

/** What it is called; before anyone set it up, the house's name. */
export const nombreDe = (datos: Datos): string => ciudadDe(datos)?.nombre || t.municipio;
