import type { FotoElegida } from "../components/fotos.tsx";
import type { Punto } from "../components/mapa/tipos.ts";

/** A report that is being written: it outlives a closed tab and the trip to sign in. */
export type Borrador = {
  fotos: FotoElegida[];
  direccion: string;
  /** The person wrote the address: the pin no longer suggests it. */
  direccionPropia: boolean;
  punto: Punto | null;
  categoria_id: number | null;
  titulo: string;
  /** The person wrote the title: it is no longer suggested. */
  tituloPropio: boolean;
  descripcion: string;
  /** One draft, one key: sending it twice makes one reclamo. */
  clave: string;
};

export const borradorVacio = (clave = ""): Borrador => ({
  fotos: [],
  direccion: "",
  direccionPropia: false,
  punto: null,
  categoria_id: null,
  titulo: "",
  tituloPropio: false,
  descripcion: "",
  clave,
});

export const hayAlgo = (b: Borrador): boolean =>
  b.fotos.length > 0 ||
  b.direccion.trim() !== "" ||
  b.punto !== null ||
  b.descripcion.trim() !== "";

/** Apart, so that a letter typed does not write five photos again. */
const TEXTOS = "reclamo";
const FOTOS = "reclamo-fotos";

/** The storage comes after the page: it is not needed to show it. */
const guardado = () => import("./guardado.ts");
type Textos = Omit<Borrador, "fotos">;

/** The draft of this device, or null. A private window may have no storage: then it lives in the page alone. */
export async function leerBorrador(): Promise<Borrador | null> {
  try {
    const { leerBorrador: leer } = await guardado();
    const textos = await leer<Textos>(TEXTOS);
    const fotos = await leer<FotoElegida[]>(FOTOS);
    if (!textos && !fotos) return null;
    return { ...borradorVacio(crypto.randomUUID()), ...textos, fotos: fotos ?? [] };
  } catch {
    return null;
  }
}

const guardar = (nombre: string, que: unknown): Promise<void> =>
  guardado()
    .then((g) => g.guardarBorrador(nombre, que))
    .catch(() => undefined);
export const guardarTextos = ({ fotos: _, ...textos }: Borrador): Promise<void> =>
  guardar(TEXTOS, textos);
export const guardarFotos = (fotos: readonly FotoElegida[]): Promise<void> => guardar(FOTOS, fotos);
export const borrarBorrador = (): Promise<void> =>
  guardado()
    .then(async (g) => {
      await g.borrarBorrador(TEXTOS);
      await g.borrarBorrador(FOTOS);
    })
    .catch(() => undefined);
