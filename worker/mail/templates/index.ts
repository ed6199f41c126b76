import type { TipoEvento } from "../../../contract/eventos.ts";
import { anuncio } from "./anuncio.ts";
import { asignado } from "./asignado.ts";
import { comentado } from "./comentado.ts";
import type { DatosAnuncio, DatosCorreo, Plantilla } from "./contenido.ts";
import { creado } from "./creado.ts";
import { iniciado } from "./iniciado.ts";
import { armar, type Rendido } from "./layout.ts";
import { rechazado } from "./rechazado.ts";
import { resuelto } from "./resuelto.ts";

/** A template for each mail of the event table; its name is the evento's kind. */
export const PLANTILLAS: Partial<Record<TipoEvento, Plantilla>> = {
  creado,
  asignado,
  iniciado,
  resuelto,
  rechazado,
  comentado,
};

/** Renders a mail: pure, from data read at this moment. Null when that kind of evento has no mail. */
export function rendir(datos: DatosCorreo | DatosAnuncio): Rendido | null {
  if (!("reclamo" in datos)) return armar(anuncio(datos), datos, datos.lector);
  const plantilla = PLANTILLAS[datos.evento.tipo];
  return plantilla ? armar(plantilla(datos), datos, datos.lector) : null;
}
