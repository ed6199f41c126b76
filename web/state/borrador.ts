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
