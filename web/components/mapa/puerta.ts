import { useEffect, useRef, useState } from "preact/hooks";
import type { Motor } from "./motor.ts";

/**
 * The way in to Leaflet. The browser's entry (main.tsx) says how to load it, so that neither a page's
 * first code nor the Worker's bundle holds a byte of it or of its styles.
 */
let cargar: (() => Promise<Motor>) | null = null;

export function abrirPuerta(como: () => Promise<Motor>): void {
  cargar = como;
}

type Pintado<M> = { mapa: M | null; fallo: boolean };

/**
 * Draws a map into `ref` once its code is here, and takes it away with the component.
 * @param dibujar the same for the life of the component
 */
export const useMapa = <M extends { quitar: () => void }>(
  dibujar: (motor: Motor, caja: HTMLElement) => M,
) => useMotor(() => cargar?.(), dibujar);

/** The same with an engine of a page's own. @param traer its import(); nothing on the server */
export function useMotor<Mo, M extends { quitar: () => void }>(
  traer: () => Promise<Mo> | undefined,
  dibujar: (motor: Mo, caja: HTMLElement) => M,
) {
  const ref = useRef<HTMLDivElement>(null);
  const como = useRef({ traer, dibujar });
  const [{ mapa, fallo }, poner] = useState<Pintado<M>>({ mapa: null, fallo: false });
  useEffect(() => {
    let vivo = true;
    let mio: M | null = null;
    como.current.traer()?.then(
      (motor) => {
        if (!vivo || !ref.current) return;
        mio = como.current.dibujar(motor, ref.current);
        poner({ mapa: mio, fallo: false });
      },
      () => vivo && poner({ mapa: null, fallo: true }),
    );
    return () => {
      vivo = false;
      mio?.quitar();
    };
  }, []);
  return { ref, mapa, fallo };
}
