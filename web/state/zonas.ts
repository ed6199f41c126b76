import { useCallback, useEffect, useState } from "preact/hooks";
import type { Poligono, Zona } from "../../contract/esquemas/catalogos.ts";
import { limiteDelMunicipio, listarZonas } from "../api/zonas.ts";
import type { Parte, Problema } from "../lib/solapes.ts";

const ESPERA_MS = 250;

export type ZonasEditables = {
  zonas: Zona[] | null;
  limite: Poligono | null;
  error: unknown;
  recargar: () => Promise<void>;
  /** One as the server answered it. */
  poner: (z: Zona) => void;
};

/** The city's zonas with their shapes, and its boundary. */
export function useZonasEditables(): ZonasEditables {
  const [zonas, setZonas] = useState<Zona[] | null>(null);
  const [limite, setLimite] = useState<Poligono | null>(null);
  const [error, setError] = useState<unknown>(null);
  const recargar = useCallback(async () => {
    setError(null);
    try {
      const [lista, borde] = await Promise.all([listarZonas(), limiteDelMunicipio()]);
      setZonas(lista);
      setLimite(borde);
    } catch (e) {
      setError(e);
    }
  }, []);
  useEffect(() => void recargar(), [recargar]);
  const poner = (z: Zona) =>
    setZonas((antes) => {
      const otras = antes ?? [];
      return otras.some((x) => x.id === z.id)
        ? otras.map((x) => (x.id === z.id ? z : x))
        : [...otras, z];
    });
  return { zonas, limite, error, recargar, poner };
}

export type Encaje = { problemas: Problema[] | null; fallo: boolean };

/** How these zonas fit, worked out a moment after they last changed; null while it is not known. */
export function useEncaje(partes: readonly Parte[] | null, limite: Poligono | null): Encaje {
  const [encaje, setEncaje] = useState<Encaje>({ problemas: null, fallo: false });
  useEffect(() => {
    if (!partes) return;
    let vivo = true;
    setEncaje({ problemas: null, fallo: false });
    const reloj = setTimeout(() => {
      import("../lib/solapes.ts")
        .then(({ analizar }) => analizar(partes, limite))
        .then(
          (problemas) => vivo && setEncaje({ problemas, fallo: false }),
          () => vivo && setEncaje({ problemas: null, fallo: true }),
        );
    }, ESPERA_MS);
    return () => {
      vivo = false;
      clearTimeout(reloj);
    };
  }, [partes, limite]);
  return encaje;
}
