import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Categoria } from "../contract/esquemas/catalogos.ts";
import type { EnlaceUsado, EnlaceVisto } from "../contract/esquemas/enlaces.ts";
import type { EstadisticasPublicas } from "../contract/esquemas/estadisticas.ts";
import type { ListaMapa } from "../contract/esquemas/mapa.ts";
import type { MunicipioPublico } from "../contract/esquemas/municipio.ts";
import type { Portada } from "../contract/esquemas/portada.ts";
import type { ReclamoPublico } from "../contract/esquemas/reclamos.ts";
import type { Plano } from "../contract/plano.ts";

/** What the Worker already knew when it made the page; the same for everybody. */
export type Datos = {
  /** seguimiento: the reclamo, or null when there is none by that codigo. */
  publico?: ReclamoPublico | null;
  categorias?: Categoria[];
  /** mapa: where it opens, and the list of what is there; `ruta` is the address that it answers, as lib/mapa.ts writes it. */
  mapa?: {
    ruta: string;
    centro: { lat: number; lng: number } | null;
    total: number | null;
    lista: ListaMapa;
  };
  /** The municipality as every page shows it; its name is empty before anyone set it up. */
  ciudad?: MunicipioPublico;
  /** Nobody runs this install yet, and who opens an account now will. */
  primera?: true;
  /** inicio */
  portada?: Portada;
  /** transparencia: the figures of the period that the address asks for, or why there can be no such period. */
  estadisticas?: { consulta: string; cifras: EstadisticasPublicas | null; mal: string | null };
  /** Where map tiles come from ({z}, {x}, {y}); without it the map draws the built-in streets. */
  teselas?: string;
  /** The key of the check that a person sends a form, where the city asks for it. */
  humano?: string;
  /** It is the page for when no page comes. */
  sinSenal?: true;
  /** enlace: how far a link got whose form was sent without JavaScript. */
  enlace?: {
    token: string;
    visto: EnlaceVisto | null;
    usado: EnlaceUsado | null;
    muerto: boolean;
  };
  /** The page's own form, as it was sent. */
  plano?: Plano;
  /** The page does not exist. */
  noEncontrada?: true;
};

/** The whole report as a plain form, drawn by the Worker alone: under noscript, or in place of the page. */
export type Simple = { html: string; lugar: "noscript" | "pagina" };
export const ContextoSimple = createContext<Simple | null>(null);

export const ContextoDatos = createContext<Datos>({});
export const useDatos = (): Datos => useContext(ContextoDatos);
