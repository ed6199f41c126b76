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

/**
 * The draft of this device, and how to change it. Every change is kept at once: a closed tab or an
 * empty battery gives no warning.
 * @param categoriaDeUrl what a link already chose
 * @returns b is null while it is read; `retomado` says that there was one
 */
export function useBorrador(categoriaDeUrl: string | undefined) {
  const [b, setB] = useState<Borrador | null>(null);
  const [retomado, setRetomado] = useState(false);
  const ultimo = useRef<Borrador | null>(null);
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
  }, []);

  const cambiar = (cambios: Partial<Borrador>) => {
    const nuevo = { ...(ultimo.current ?? borradorVacio(claveNueva())), ...cambios };
    poner(nuevo);
    if (cambios.fotos) void guardarFotos(cambios.fotos);
    void guardarTextos(nuevo);
  };
  const vaciar = () => {
    void borrarBorrador();
    poner(borradorVacio(claveNueva()));
    setRetomado(false);
  };
  return { b, cambiar, vaciar, retomado, olvidarRetomado: () => setRetomado(false) };
}
