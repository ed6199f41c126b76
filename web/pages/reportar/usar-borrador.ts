import { useEffect, useRef, useState } from "preact/hooks";
import { claveNueva } from "../../api/cliente.ts";
import {
  type Borrador,
  borradorVacio,
  borrarBorrador,
  guardarFotos,
  guardarTextos,
  hayAlgo,
  leerBorrador,
} from "../../state/borrador.ts";

const CALMA_MS = 300;

/**
 * The draft of this device, and how to change it. Photos are kept at once, words when the typing rests
 * or the page is left.
 * @param categoriaDeUrl what a link already chose
 * @returns b is null while it is read; `retomado` says that there was one
 */
export function useBorrador(categoriaDeUrl: string | undefined) {
  const [b, setB] = useState<Borrador | null>(null);
  const [retomado, setRetomado] = useState(false);
  const ultimo = useRef<Borrador | null>(null);
  const reloj = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const deEntrada = useRef(Number(categoriaDeUrl) || null);

  const poner = (nuevo: Borrador) => {
    ultimo.current = nuevo;
    setB(nuevo);
  };
  useEffect(() => {
    void leerBorrador().then((guardado) => {
      // What was chosen while the draft was being read comes first.
      const inicial = ultimo.current ?? guardado ?? borradorVacio(claveNueva());
      poner({ ...inicial, categoria_id: deEntrada.current ?? inicial.categoria_id });
      setRetomado(guardado !== null && hayAlgo(guardado));
    });
    const guardarYa = () => {
      if (reloj.current === undefined || !ultimo.current) return;
      clearTimeout(reloj.current);
      reloj.current = undefined;
      void guardarTextos(ultimo.current);
    };
    addEventListener("pagehide", guardarYa);
    document.addEventListener("visibilitychange", guardarYa);
    return () => {
      guardarYa();
      removeEventListener("pagehide", guardarYa);
      document.removeEventListener("visibilitychange", guardarYa);
    };
  }, []);

  const cambiar = (cambios: Partial<Borrador>) => {
    const nuevo = { ...(ultimo.current ?? borradorVacio(claveNueva())), ...cambios };
    poner(nuevo);
    if (cambios.fotos) void guardarFotos(cambios.fotos);
    clearTimeout(reloj.current);
    reloj.current = setTimeout(() => {
      reloj.current = undefined;
      void guardarTextos(nuevo);
    }, CALMA_MS);
  };
  const vaciar = () => {
    clearTimeout(reloj.current);
    reloj.current = undefined;
    void borrarBorrador();
    poner(borradorVacio(claveNueva()));
    setRetomado(false);
  };
  return { b, cambiar, vaciar, retomado, olvidarRetomado: () => setRetomado(false) };
}
