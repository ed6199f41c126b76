import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Categoria } from "../contract/esquemas/catalogos.ts";
import type { ReclamoPublico } from "../contract/esquemas/reclamos.ts";

/** What the Worker already knew when it made the page; the same for everybody. */
export type Datos = {
  /** seguimiento: the reclamo, or null when there is none by that codigo. */
  publico?: ReclamoPublico | null;
  categorias?: Categoria[];
  /** Where map tiles come from ({z}, {x}, {y}); without it the map draws the built-in streets. */
  teselas?: string;
  /** It is the page for when no page comes. */
  sinSenal?: true;
  /** The page does not exist. */
  noEncontrada?: true;
};

export const ContextoDatos = createContext<Datos>({});
export const useDatos = (): Datos => useContext(ContextoDatos);
