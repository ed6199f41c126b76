import { useCallback, useEffect, useState } from "preact/hooks";
import type { AreaGestion, MapaGestion } from "../../contract/esquemas/mapa-gestion.ts";
import { pedir } from "../api/cliente.ts";
import type { Vista } from "../components/mapa/tipos.ts";
import { type Novedad, useNovedades } from "./novedades.ts";

const ESPERA_MS = 200;

export const bboxDe = (caja: readonly number[]): string => caja.map((x) => x.toFixed(5)).join();
export const elegirArea = (caja: readonly number[], filtros: string) =>
  pedir<AreaGestion>("GET", `/api/mapa/area?bbox=${bboxDe(caja)}&${filtros}`);

/** The open work in view, read again a moment after something moved or changed. */
export function useMapaGestion(vista: Vista | null, filtros: string) {
  const [datos, setDatos] = useState<MapaGestion | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [vuelta, setVuelta] = useState(0);
  const recargar = useCallback(() => setVuelta((n) => n + 1), []);
  useEffect(() => {
    if (!vista) return;
    const corte = new AbortController();
    const reloj = setTimeout(() => {
      const consulta = `bbox=${bboxDe(vista.caja)}&zoom=${Math.round(vista.zoom)}&${filtros}`;
      pedir<MapaGestion>("GET", `/api/mapa?${consulta}`, { senal: corte.signal }).then(
        (d) => {
          setDatos(d);
          setError(null);
        },
        (e) => !corte.signal.aborted && setError(e),
      );
    }, ESPERA_MS);
    return () => {
      clearTimeout(reloj);
      corte.abort();
    };
  }, [vista, filtros, vuelta]);
  const oir = useCallback(
    (n: Novedad) => {
      if (n.type === "releer" || n.type === "nuevo_reclamo" || n.type === "reclamo_actualizado")
        recargar();
    },
    [recargar],
  );
  useNovedades(oir);
  return { datos, error, recargar };
}
