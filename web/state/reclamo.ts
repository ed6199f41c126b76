import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Paso, Reclamo } from "../../contract/esquemas/reclamos.ts";
import { verHistorial, verReclamo } from "../api/reclamos.ts";
import { type Novedad, useNovedades } from "./novedades.ts";

const MARCA_MS = 2500;

export type ReclamoVivo = {
  reclamo: Reclamo | null;
  pasos: Paso[];
  error: unknown;
  /** It changed a moment ago, by somebody else. */
  recien: boolean;
  /** Shows what an action answered, and reads its timeline. */
  poner: (r: Reclamo) => void;
  releer: () => Promise<Reclamo | null>;
};

/** True for a moment after `marcar`. */
function useMarca(): [boolean, () => void] {
  const [si, setSi] = useState(false);
  const plazo = useRef<ReturnType<typeof setTimeout>>(undefined);
  const marcar = useCallback(() => {
    setSi(true);
    clearTimeout(plazo.current);
    plazo.current = setTimeout(() => setSi(false), MARCA_MS);
  }, []);
  useEffect(() => () => clearTimeout(plazo.current), []);
  return [si, marcar];
}

/** A reclamo kept true: read once, and again whenever a frame tells of it. `ref` is its id or codigo; null waits. */
export function useReclamoVivo(ref: string | number | null): ReclamoVivo {
  const [reclamo, setReclamo] = useState<Reclamo | null>(null);
  const [pasos, setPasos] = useState<Paso[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [recien, marcar] = useMarca();
  const turno = useRef(0);
  const actual = useRef<Reclamo | null>(null);

  const mostrar = useCallback((r: Reclamo | null) => {
    actual.current = r;
    setReclamo(r);
  }, []);

  const releer = useCallback(async (): Promise<Reclamo | null> => {
    if (ref === null) return null;
    const mio = ++turno.current;
    try {
      const [r, historial] = await Promise.all([verReclamo(ref), verHistorial(ref)]);
      if (mio !== turno.current) return r; // A later reading, or another reclamo, is already on screen.
      setError(null);
      mostrar(r);
      setPasos(historial);
      return r;
    } catch (e) {
      if (mio === turno.current) setError(e);
      return null;
    }
  }, [ref, mostrar]);

  useEffect(() => {
    mostrar(null);
    setPasos([]);
    setError(null);
    void releer();
  }, [releer, mostrar]);

  const oir = useCallback(
    (n: Novedad) => {
      if (n.type === "releer") void releer();
      else if (
        "id" in n.data &&
        n.data.id === actual.current?.id &&
        n.type !== "anuncio" &&
        n.type !== "viendo"
      )
        void releer().then((r) => r && marcar());
    },
    [releer, marcar],
  );
  useNovedades(oir);

  const poner = useCallback(
    (r: Reclamo) => {
      mostrar(r);
      void releer();
    },
    [mostrar, releer],
  );
  return { reclamo, pasos, error, recien, poner, releer };
}
