import { useEffect, useState } from "preact/hooks";
import type { Yo } from "../../../contract/esquemas/cuentas.ts";
import type { Paso, Reclamo, ReclamoFila } from "../../../contract/esquemas/reclamos.ts";
import { verReclamo } from "../../api/reclamos.ts";
import { guardarVista, leerVista, type Vista } from "../../state/guardado.ts";

/** A job whole, with its small photos, to be read without signal. */
export type Ficha = { reclamo: Reclamo; pasos: Paso[]; fotos: { id: number; blob: Blob }[] };

const nombre = (id: number) => `campo:${id}`;
/** A crew's phone has room for these. */
const FOTOS_MAX = 4;
const FICHAS_MAX = 6;

const miniatura = async (id: number, url: string): Promise<Ficha["fotos"]> => {
  const r = await fetch(url).catch(() => null);
  return r?.ok ? [{ id, blob: await r.blob() }] : [];
};

/** Keeps a job as it is now, with its photos. A failure only means that it will not be there without signal. */
export async function guardarFicha(yo: Yo, reclamo: Reclamo, pasos: Paso[]): Promise<void> {
  try {
    const previa = await leerFicha(yo, reclamo.id);
    const fotos: Ficha["fotos"] = [];
    for (const f of reclamo.fotos.slice(0, FOTOS_MAX)) {
      const ya = previa?.datos.fotos.filter((x) => x.id === f.id) ?? [];
      fotos.push(...(ya.length > 0 ? ya : await miniatura(f.id, f.miniatura)));
    }
    const datos: Ficha = { reclamo, pasos, fotos };
    await guardarVista(nombre(reclamo.id), { usuario: yo.id, en: Date.now(), datos });
  } catch {
    // No storage, or no room.
  }
}

/** A job as it was last seen by this person, or null. */
export const leerFicha = (yo: Yo, id: number): Promise<Vista<Ficha> | null> =>
  leerVista<Ficha>(nombre(id), yo.id).catch(() => null);

/** The list's row of it, for who never opened it. */
export async function leerFila(yo: Yo, id: number): Promise<Vista<ReclamoFila> | null> {
  const lista = await leerVista<ReclamoFila[]>("campo", yo.id).catch(() => null);
  const fila = lista?.datos.find((f) => f.id === id);
  return lista && fila ? { ...lista, datos: fila } : null;
}

/** Addresses of the kept photos, for as long as they are on screen. */
export function useFotosGuardadas(fotos: Ficha["fotos"] | undefined): ReadonlyMap<number, string> {
  const [urls, setUrls] = useState<ReadonlyMap<number, string>>(new Map());
  useEffect(() => {
    if (!fotos) return;
    const nuevas = new Map(fotos.map((f) => [f.id, URL.createObjectURL(f.blob)]));
    setUrls(nuevas);
    return () => {
      for (const u of nuevas.values()) URL.revokeObjectURL(u);
    };
  }, [fotos]);
  return urls;
}

/** With signal, brings the first jobs of the day whole, one by one, so that they open without it. */
export function useFichasGuardadas(filas: readonly ReclamoFila[] | null, yo: Yo): void {
  useEffect(() => {
    if (!filas || yo.rol !== "cuadrilla") return;
    let vivo = true;
    void (async () => {
      for (const f of filas.slice(0, FICHAS_MAX)) {
        const previa = await leerFicha(yo, f.id);
        if (!vivo || !navigator.onLine) return;
        if (previa?.datos.reclamo.actualizado_en === f.actualizado_en) continue;
        // Its history would cost as many requests again: it comes when the job is opened.
        await guardarFicha(yo, await verReclamo(f.id), []);
      }
    })().catch(() => undefined);
    return () => {
      vivo = false;
    };
  }, [filas, yo]);
}
