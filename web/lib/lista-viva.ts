import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Catalogo } from "../../contract/tramas.ts";
import { type Novedad, useNovedades } from "../state/novedades.ts";

export type Leido<T> = { datos: T | null; error: unknown; releer: () => Promise<T | null> };

/**
 * Something of the city, read when the screen opens and again when somebody changes it. What is shown stays until the new
 * one is here; a read that fails is told only when there is nothing to show.
 * @param pedir the same function on every render
 * @param ques the catalogues whose change is its change
 */
export function useLeido<T>(pedir: () => Promise<T>, ques: readonly Catalogo[] = []): Leido<T> {
  const [datos, setDatos] = useState<T | null>(null);
  const [error, setError] = useState<unknown>(null);
  const turno = useRef(0);
  const interesan = useRef(ques);

  const releer = useCallback(async () => {
    const mio = ++turno.current;
    try {
      const leidos = await pedir();
      if (mio !== turno.current) return null;
      setDatos(leidos);
      setError(null);
      return leidos;
    } catch (e) {
      if (mio === turno.current) setError(e);
      return null;
    }
  }, [pedir]);
  useEffect(() => {
    setDatos(null);
    void releer();
  }, [releer]);

  const oir = useCallback(
    (n: Novedad) => {
      const suya = n.type === "catalogo" && interesan.current.includes(n.data.que);
      if (n.type === "releer" || suya) void releer();
    },
    [releer],
  );
  useNovedades(oir);
  return { datos, error, releer };
}
