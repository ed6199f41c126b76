import type { Accion } from "../../contract/acciones.ts";
import type * as R from "../../contract/esquemas/reclamos.ts";
import { pedir } from "./cliente.ts";

export type Pagina<T> = { items: T[]; cursor: string | null };
type Cuerpo = Record<string, unknown>;

export const listarReclamos = (consulta: string, senal?: AbortSignal) =>
  pedir<Pagina<R.ReclamoFila>>("GET", `/api/reclamos?${consulta}`, senal ? { senal } : {});

/** By id or by codigo. */
export const verReclamo = (ref: number | string) => pedir<R.Reclamo>("GET", `/api/reclamos/${ref}`);

/** By id or by codigo: who is not near it may only use the codigo. */
export const verHistorial = async (ref: number | string): Promise<R.Paso[]> =>
  (await pedir<{ items: R.Paso[] }>("GET", `/api/reclamos/${ref}/historial`)).items;

export const verEntregas = async (id: number): Promise<R.Entrega[]> =>
  (await pedir<{ items: R.Entrega[] }>("GET", `/api/reclamos/${id}/entregas`)).items;

/** Open ones like it around a point, for anyone. */
export const verSimilares = async (
  p: { lat: number; lng: number },
  categoria: number,
  senal: AbortSignal,
): Promise<R.Similar[]> => {
  const ruta = `/api/reclamos/similares?lat=${p.lat}&lng=${p.lng}&categoria=${categoria}`;
  return (await pedir<{ items: R.Similar[] }>("GET", ruta, { senal })).items;
};

export const crearReclamo = (cuerpo: Cuerpo, clave: string) =>
  pedir<R.Reclamo>("POST", "/api/reclamos", { cuerpo, clave });

/** Does one action, each through its own door; editar is the PUT of the reclamo itself. */
export const actuar = (ref: number | string, accion: Accion, cuerpo: Cuerpo, clave: string) =>
  accion === "editar"
    ? pedir<R.Reclamo>("PUT", `/api/reclamos/${ref}`, { cuerpo, clave })
    : pedir<R.Reclamo>("POST", `/api/reclamos/${ref}/${accion}`, { cuerpo, clave });
