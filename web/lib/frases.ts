import type { Paso } from "../../contract/esquemas/reclamos.ts";
import type { MotivoRechazo } from "../../contract/vocabulario.ts";
import { ts } from "../i18n/seguimiento.ts";

/** A step as the public or a signed-in reader gets it. */
export type PasoLeible = Pick<
  Paso,
  "id" | "tipo" | "en" | "ciclo" | "quien" | "cuadrilla" | "motivo" | "texto" | "estado"
> &
  Partial<Pick<Paso, "interno" | "nombre" | "mio" | "fotos">>;

const esMotivo = (m: string | null): m is MotivoRechazo =>
  m !== null && Object.hasOwn(ts.motivos, m);

/** The words of a closing reason, or the reason itself when staff wrote it. */
export const motivoEnPalabras = (m: string | null): string | null =>
  esMotivo(m) ? ts.motivos[m] : m;

type Frase = (p: PasoLeible) => string;
const p = ts.pasos;
const FRASES: Record<Paso["tipo"], Frase> = {
  creado: ({ mio, quien }) =>
    mio ? p.creadoMio : quien === "vecino" ? p.creadoVecino : p.creadoMunicipalidad,
  editado: () => p.editado,
  asignado: ({ cuadrilla }) => (cuadrilla ? p.asignado(cuadrilla) : p.asignadoSin),
  iniciado: ({ cuadrilla }) => (cuadrilla ? p.iniciado(cuadrilla) : p.iniciadoSin),
  resuelto: ({ cuadrilla }) => (cuadrilla ? p.resuelto(cuadrilla) : p.resueltoSin),
  devuelto: () => p.devuelto,
  rechazado: ({ motivo }) => {
    const palabras = esMotivo(motivo) ? ts.motivos[motivo] : null;
    return palabras ? p.rechazado(palabras.toLowerCase()) : p.rechazadoSin;
  },
  reabierto: ({ mio }) => (mio ? p.reabiertoMio : p.reabierto),
  confirmado: ({ mio }) => (mio ? p.confirmadoMio : p.confirmado),
  comentado: ({ mio, quien, interno }) =>
    interno ? p.interna : mio ? p.comentoMio : p.comento[quien],
  sumado: ({ mio }) => (mio ? p.sumadoMio : p.sumado),
  dejado: ({ mio }) => (mio ? p.dejadoMio : p.dejado),
  priorizado: () => p.priorizado,
  reclasificado: () => p.reclasificado,
  moderado: () => p.moderado,
  demorado: () => p.demorado,
  anuncio: () => p.anuncio,
};

/** Each step with the cuadrilla that had it then: only the assignment names it. Oldest first. */
export function conCuadrilla<T extends PasoLeible>(pasos: readonly T[]): T[] {
  let tiene: string | null = null;
  return pasos.map((paso) => {
    if (paso.tipo === "asignado") tiene = paso.cuadrilla;
    if (paso.tipo === "devuelto" || paso.tipo === "reabierto") tiene = null;
    return paso.cuadrilla === null && tiene !== null ? { ...paso, cuadrilla: tiene } : paso;
  });
}

/** A step of the timeline as a sentence. */
export const frase = (paso: PasoLeible): string => FRASES[paso.tipo](paso);

/** What was said in the step, besides its sentence. */
export function detalle(paso: PasoLeible): string | null {
  if (paso.texto) return paso.texto;
  return paso.tipo === "rechazado" && esMotivo(paso.motivo) ? null : paso.motivo;
}
