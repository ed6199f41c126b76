import { useCallback, useEffect, useRef, useState } from "preact/hooks";

type Hoja<T> = { items: T[]; cursor: string | null };

/**
 * A list that comes a page at a time.
 * @param leer one page; another function means another list
 */
export function useHojas<T>(leer: (cursor: string | null) => Promise<Hoja<T>>) {
  const [datos, setDatos] = useState<T[] | null>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [cargando, setCargando] = useState(false);
  const turno = useRef(0);

  const pedir = useCallback(
    async (desde: string | null): Promise<T[] | null> => {
      const mio = ++turno.current;
      setCargando(true);
      try {
        const hoja = await leer(desde);
        if (mio !== turno.current) return null;
        setError(null);
        setDatos((antes) => (desde && antes ? [...antes, ...hoja.items] : hoja.items));
        setCursor(hoja.cursor);
        return hoja.items;
      } catch (e) {
        if (mio === turno.current) {
          // A list of other filters is not this one: better nothing than the wrong one.
          if (!desde) setDatos(null);
          setError(e);
        }
        return null;
      } finally {
        if (mio === turno.current) setCargando(false);
      }
    },
    [leer],
  );
  useEffect(() => void pedir(null), [pedir]);

  return {
    datos,
    error,
    errorMas: datos === null ? null : error,
    cargando,
    hayMas: cursor !== null,
    releer: () => pedir(null),
    verMas: () => pedir(cursor),
    /** Writes a row where it stands. */
    poner: (cual: (x: T) => boolean, nuevo: T) =>
      setDatos((antes) => antes?.map((x) => (cual(x) ? nuevo : x)) ?? null),
  };
}

export type Hojas<T> = ReturnType<typeof useHojas<T>>;
