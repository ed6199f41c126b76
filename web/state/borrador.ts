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

const NOMBRE = "reclamo";
// The storage comes when it is first needed.
const guardado = () => import("./guardado.ts");

// A private window may have no storage: then the draft lives in the page alone.
export const leerBorrador = (): Promise<Borrador | null> =>
  guardado()
    .then((g) => g.leerBorrador<Borrador>(NOMBRE))
    .catch(() => null);
export const guardarBorrador = (b: Borrador): Promise<unknown> =>
  guardado()
    .then((g) => g.guardarBorrador(NOMBRE, b))
    .catch(() => undefined);
export const borrarBorrador = (): Promise<unknown> =>
  guardado()
    .then((g) => g.borrarBorrador(NOMBRE))
    .catch(() => undefined);

export const hayAlgo = (b: Borrador): boolean =>
  b.fotos.length > 0 || b.direccion.trim() !== "" || b.descripcion.trim() !== "";
