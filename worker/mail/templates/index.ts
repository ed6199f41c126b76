import type { TipoEvento } from "../../../contract/eventos.ts";
import { type Palabras, palabrasDe } from "../palabras/index.ts";
import { anuncio } from "./anuncio.ts";
import { asignado } from "./asignado.ts";
import { comentado } from "./comentado.ts";
import {
  type Contenido,
  type DatosAnuncio,
  type DatosCorreo,
  type DatosCuenta,
  type DatosResumen,
  type Plantilla,
  parrafo,
} from "./contenido.ts";
import { creado } from "./creado.ts";
import { cuenta } from "./cuenta.ts";
import { juntar } from "./grupo.ts";
import { iniciado } from "./iniciado.ts";
import { armar, type Rendido } from "./layout.ts";
import { rechazado } from "./rechazado.ts";
import { resuelto } from "./resuelto.ts";
import { resumen } from "./resumen.ts";

/** A template for each mail of the event table; its name is the evento's kind. */
export const PLANTILLAS: Partial<Record<TipoEvento, Plantilla>> = {
  creado,
  asignado,
  iniciado,
  resuelto,
  rechazado,
  comentado,
};

/** All that a mail may be made of. */
export type Datos = DatosCorreo | DatosAnuncio | DatosCuenta | DatosResumen;

/** What one evento's mail, or one about an account, says; null when that kind of evento has no mail. */
export function contenidoDe(datos: Datos): Contenido | null {
  const t = palabrasDe(datos.lector.idioma);
  if ("cuenta" in datos) return cuenta(datos, t);
  if ("resumen" in datos) return resumen(datos, t);
  if (!("reclamo" in datos)) return anuncio(datos, t);
  return PLANTILLAS[datos.evento.tipo]?.(datos, t) ?? null;
}

/** A mail that waited may tell of what is no longer so: before its button it says how the reclamo is now. */
function conLoDeAhora(c: Contenido, { evento, reclamo }: DatosCorreo, t: Palabras): Contenido {
  if (evento.estado === null || evento.estado === reclamo.estado) return c;
  const boton = c.bloques.findIndex((b) => b.tipo === "boton");
  return {
    ...c,
    bloques: c.bloques.toSpliced(boton, 0, parrafo(t.ahora(t.estados[reclamo.estado]))),
  };
}

/**
 * Renders a mail: pure, from data read at this moment. Several eventos of one reclamo for one reader, oldest first, become
 * one mail. Null when none of them has a mail.
 */
export function rendir(...todos: readonly Datos[]): Rendido | null {
  const dichos = todos.flatMap((datos) => {
    const contenido = contenidoDe(datos);
    return contenido ? [{ datos, contenido }] : [];
  });
  const ultimo = dichos.at(-1);
  if (!ultimo) return null;
  const { datos } = ultimo;
  if (!("reclamo" in datos)) return armar(ultimo.contenido, datos, datos.lector);
  const t = palabrasDe(datos.lector.idioma);
  const contenidos = dichos.map((d) => d.contenido);
  const contenido = contenidos.length > 1 ? juntar(contenidos, datos, t) : ultimo.contenido;
  return armar(conLoDeAhora(contenido, datos, t), datos, datos.lector);
}
