import { useEffect, useRef, useState } from "preact/hooks";
import type { ReclamoPublico } from "../../contract/esquemas/reclamos.ts";
import { POLL_SEGUNDOS } from "../../contract/limites.ts";
import { pedirSiCambio } from "../api/cliente.ts";
import { esErrorApi } from "../api/error.ts";

type Publico = { datos: ReclamoPublico | null | undefined; error: unknown };

/**
 * The public view of a reclamo, asked for again every 30 s, at the cost of a 304 while nothing changes.
 * @param inicial what the page brought: null when there is no such codigo
 * @returns datos is undefined while unknown, null when there is none
 */
export function usePublico(
  codigo: string | null,
  inicial: ReclamoPublico | null | undefined,
): Publico {
  const [datos, setDatos] = useState(inicial);
  const [error, setError] = useState<unknown>(null);
  const noEsta = inicial === null;
  const etag = useRef<string | null>(null);
  useEffect(() => {
    if (codigo === null || noEsta) return;
    let vivo = true;
    const leer = async () => {
      if (document.visibilityState !== "visible") return;
      try {
        const r = await pedirSiCambio<ReclamoPublico>(
          `/api/publico/reclamos/${codigo}`,
          etag.current,
        );
        if (!vivo) return;
        setError(null);
        if (r) {
          etag.current = r.etag;
          setDatos(r.datos);
        }
      } catch (e) {
        if (!vivo) return;
        if (esErrorApi(e) && e.status === 404) setDatos(null);
        else setError(e);
      }
    };
    void leer();
    const cada = setInterval(() => void leer(), POLL_SEGUNDOS * 1000);
    return () => {
      vivo = false;
      clearInterval(cada);
    };
  }, [codigo, noEsta]);
  return { datos, error };
}
