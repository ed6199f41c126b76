import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

/**
 * A component whose code comes only when `hace` is true: null until then, and when it cannot come.
 * @param cargar the import(), the same function on every render
 */
export function useCarga<P>(
  cargar: () => Promise<ComponentType<P>>,
  hace: boolean,
): ComponentType<P> | null {
  const [pieza, setPieza] = useState<ComponentType<P> | null>(null);
  useEffect(() => {
    if (!hace || pieza) return;
    let vivo = true;
    cargar().then(
      (c) => vivo && setPieza(() => c),
      () => undefined, // The page reads without it.
    );
    return () => {
      vivo = false;
    };
  }, [cargar, hace, pieza]);
  return pieza;
}
