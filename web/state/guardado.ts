import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Envio } from "./envio.ts";

/**
 * What this browser keeps by itself, in IndexedDB, which takes photos as they are. Load it with import(): no page needs it
 * to show.
 */
interface Esquema extends DBSchema {
  /** Forms being written, by a name of their page's choosing. */
  borradores: { key: string; value: unknown };
  /** What waits to be sent, in the order in which the person did it. */
  cola: { key: number; value: Envio };
  /** What a page showed last, to be read again without signal. */
  vistas: { key: string; value: Vista };
}

/** Something read from the server, whose it is and when it was true (epoch milliseconds). */
export type Vista<T = unknown> = { usuario: number; en: number; datos: T };

const NOMBRE = "baldosa";
const VERSION = 2;

let abierta: Promise<IDBPDatabase<Esquema>> | null = null;

/** @throws where the browser keeps nothing, as in some private windows */
export function abrirGuardado(): Promise<IDBPDatabase<Esquema>> {
  const soltar = () => {
    abierta = null;
  };
  abierta ??= openDB<Esquema>(NOMBRE, VERSION, {
    upgrade(base) {
      const hay = base.objectStoreNames;
      if (!hay.contains("borradores")) base.createObjectStore("borradores");
      if (!hay.contains("cola"))
        base.createObjectStore("cola", { keyPath: "id", autoIncrement: true });
      if (!hay.contains("vistas")) base.createObjectStore("vistas");
    },
    // A tab with newer code wants to change the shape: this one lets go, and opens again when it needs to.
    blocking(_antes, _despues, evento) {
      (evento.target as IDBDatabase).close();
      soltar();
    },
    terminated: soltar,
  });
  abierta.catch(soltar);
  return abierta;
}

/** A form's draft, or null. Objects, dates and Blobs come back as they were put. */
export const leerBorrador = async <T>(nombre: string): Promise<T | null> =>
  ((await (await abrirGuardado()).get("borradores", nombre)) as T | undefined) ?? null;

/** Keeps a draft in place of the one of that name. @throws when there is no room, or no storage */
export const guardarBorrador = async (nombre: string, borrador: unknown): Promise<void> => {
  await (await abrirGuardado()).put("borradores", borrador, nombre);
};

export const borrarBorrador = async (nombre: string): Promise<void> =>
  (await abrirGuardado()).delete("borradores", nombre);

/** What this person last saw under that name, or null. Another person's is not given. */
export async function leerVista<T>(nombre: string, usuario: number): Promise<Vista<T> | null> {
  const vista = await (await abrirGuardado()).get("vistas", nombre);
  return vista?.usuario === usuario ? (vista as Vista<T>) : null;
}

export const guardarVista = async (nombre: string, vista: Vista): Promise<void> => {
  await (await abrirGuardado()).put("vistas", vista, nombre);
};

/** Everything seen, gone: for who signs out. Drafts and what waits to be sent stay, for its owner. */
export const olvidarVistas = async (): Promise<void> => (await abrirGuardado()).clear("vistas");
