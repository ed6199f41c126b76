import type { FotoElegida } from "../components/fotos.tsx";

/** A report that is being written: it outlives a closed tab and the trip to sign in. */
export type Borrador = {
  fotos: FotoElegida[];
  direccion: string;
  categoria_id: number | null;
  titulo: string;
  /** The person wrote the title: it is no longer suggested. */
  tituloPropio: boolean;
  descripcion: string;
  /** One intention, one key: sending it twice makes one reclamo. */
  clave: string;
  /** What went with that key. */
  enviado: string;
};

export const borradorVacio = (): Borrador => ({
  fotos: [],
  direccion: "",
  categoria_id: null,
  titulo: "",
  tituloPropio: false,
  descripcion: "",
  clave: crypto.randomUUID(),
  enviado: "",
});

const BASE = "baldosa";
const CAJON = "borradores";
const CLAVE = "reclamo";

/** IndexedDB, because photos do not fit in sessionStorage. */
function abrir(): Promise<IDBDatabase> {
  return new Promise((bien, mal) => {
    const pedido = indexedDB.open(BASE, 1);
    pedido.onupgradeneeded = () => pedido.result.createObjectStore(CAJON);
    pedido.onsuccess = () => bien(pedido.result);
    pedido.onerror = () => mal(pedido.error);
  });
}

async function hacer<T>(
  modo: IDBTransactionMode,
  que: (c: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const base = await abrir();
  try {
    return await new Promise((bien, mal) => {
      const pedido = que(base.transaction(CAJON, modo).objectStore(CAJON));
      pedido.onsuccess = () => bien(pedido.result);
      pedido.onerror = () => mal(pedido.error);
    });
  } finally {
    base.close();
  }
}

// A private window may have no storage: then the draft lives in the page alone.
export const leerBorrador = (): Promise<Borrador | null> =>
  hacer<Borrador | undefined>("readonly", (c) => c.get(CLAVE)).then(
    (b) => b ?? null,
    () => null,
  );
export const guardarBorrador = (b: Borrador): Promise<unknown> =>
  hacer("readwrite", (c) => c.put(b, CLAVE)).catch(() => undefined);
export const borrarBorrador = (): Promise<unknown> =>
  hacer("readwrite", (c) => c.delete(CLAVE)).catch(() => undefined);

export const hayAlgo = (b: Borrador): boolean =>
  b.fotos.length > 0 || b.direccion.trim() !== "" || b.descripcion.trim() !== "";
