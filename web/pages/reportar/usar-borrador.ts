import { useEffect, useRef, useState } from "preact/hooks";
import { claveNueva } from "../../api/cliente.ts";
import { type Borrador, borradorVacio, hayAlgo } from "../../state/borrador.ts";

/** Where the draft is kept; the page shows before it comes. */
const cargarGuardado = () => import("#despues/state/borrador-guardado.ts");

// A private window may have no storage: then the draft lives in the page alone.
const sinFalta = (hecho: Promise<unknown>): void => void hecho.catch(() => undefined);

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
    const leido = cargarGuardado().then((g) => g.leerBorrador());
    void leido
      .catch(() => null)
      .then((guardado) => {
        // What was chosen while the draft was being read comes first.
        const inicial = ultimo.current ?? guardado ?? borradorVacio(claveNueva());
        poner({ ...inicial, categoria_id: deEntrada.current ?? inicial.categoria_id });
        setRetomado(guardado !== null && hayAlgo(guardado));
      });
  }, []);

  const cambiar = (cambios: Partial<Borrador>) => {
    const nuevo = { ...(ultimo.current ?? borradorVacio(claveNueva())), ...cambios };
    poner(nuevo);
    sinFalta(cargarGuardado().then((g) => g.guardarBorrador(nuevo, cambios)));
  };
  const vaciar = () => {
    sinFalta(cargarGuardado().then((g) => g.borrarBorrador()));
    poner(borradorVacio(claveNueva()));
    setRetomado(false);
  };
  return { b, cambiar, vaciar, retomado, olvidarRetomado: () => setRetomado(false) };
}
