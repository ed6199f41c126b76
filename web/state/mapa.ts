import { useCallback, useEffect, useState } from "preact/hooks";
import type { ListaMapa, VistaMapa } from "../../contract/esquemas/mapa.ts";
import * as api from "../api/mapa.ts";

/** Moves that follow each other closely are one. */
const ESPERA_MS = 180;

export type Zona = {
  /** The question that it answers; null for what came with the page. */
  consulta: string | null;
  /** Null with a page that goes on from another. */
  total: number | null;
  grupos: VistaMapa["grupos"];
  lista: ListaMapa;
};

type Estado = { zona: Zona | null; cargando: boolean; error: unknown };

/**
 * What stands in the piece of the map that one looks at. What was there stays until the new is.
 * @param consulta null while there is nothing to ask
 * @param inicial what the page brought
 */
export function useZona(consulta: string | null, inicial: Zona | null) {
  const [{ zona, cargando, error }, poner] = useState<Estado>({
    zona: inicial,
    cargando: false,
    error: null,
  });
  const [intento, reintentar] = useState(0);
  const hay = zona?.consulta;
  useEffect(() => {
    if (consulta === null || consulta === hay) return;
    const corte = new AbortController();
    poner((e) => ({ ...e, cargando: true }));
    const reloj = setTimeout(() => {
      api.verMapa(consulta, corte.signal).then(
        (v) => poner({ zona: { consulta, ...v }, cargando: false, error: null }),
        (e: unknown) => {
          if (!corte.signal.aborted) poner((x) => ({ ...x, cargando: false, error: e }));
        },
      );
    }, ESPERA_MS);
    return () => {
      clearTimeout(reloj);
      corte.abort();
    };
  }, [consulta, hay, intento]);

  /** Adds the next page. @returns whether it came */
  const verMas = useCallback(async (): Promise<boolean> => {
    if (!zona?.lista.cursor || zona.consulta === null) return false;
    try {
      const { items, cursor } = await api.seguirLista(zona.consulta, zona.lista.cursor);
      poner((e) =>
        e.zona === zona
          ? { ...e, zona: { ...zona, lista: { items: [...zona.lista.items, ...items], cursor } } }
          : e,
      );
      return true;
    } catch (e) {
      poner((x) => ({ ...x, error: e }));
      return false;
    }
  }, [zona]);

  const deNuevo = useCallback(() => reintentar((n) => n + 1), []);
  return { zona, cargando, error, verMas, reintentar: deNuevo };
}
