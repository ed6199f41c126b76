import { useEffect, useState } from "preact/hooks";

/**
 * What `pedir` answers for the latest `que`, asked once the typing rests; an earlier question is dropped.
 * @param que null: nothing to ask, and nothing shown
 * @param pedir the same function on every render
 */
export function useRespuesta<T>(
  que: string | null,
  pedir: (que: string, senal: AbortSignal) => Promise<T>,
  esperaMs = 300,
): T | null {
  const [respuesta, setRespuesta] = useState<{ que: string; datos: T } | null>(null);
  useEffect(() => {
    if (que === null) return;
    const corte = new AbortController();
    const plazo = setTimeout(() => {
      pedir(que, corte.signal).then(
        (datos) => corte.signal.aborted || setRespuesta({ que, datos }),
        () => undefined, // An offer that does not come is no failure of the page.
      );
    }, esperaMs);
    return () => {
      clearTimeout(plazo);
      corte.abort();
    };
  }, [que, pedir, esperaMs]);
  return que !== null && respuesta?.que === que ? respuesta.datos : null;
}
