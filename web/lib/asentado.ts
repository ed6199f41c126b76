import { useEffect, useRef, useState } from "preact/hooks";

const SEGUIDO_MS = 400;
const ESPERA_MS = 220;

/** The value where it stays: at once when it changes now and then, a moment later when it changes fast. */
export function useAsentado<T>(valor: T): T {
  const [asentado, setAsentado] = useState(valor);
  const ultimo = useRef(0);
  useEffect(() => {
    const ahora = performance.now();
    const seguido = ahora - ultimo.current < SEGUIDO_MS;
    ultimo.current = ahora;
    if (!seguido) return setAsentado(() => valor);
    const t = setTimeout(() => setAsentado(() => valor), ESPERA_MS);
    return () => clearTimeout(t);
  }, [valor]);
  return asentado;
}
