import { useCallback, useRef, useState } from "preact/hooks";
import type { Reclamo, ReclamoFila } from "../../../contract/esquemas/reclamos.ts";
import { listarReclamos } from "../../api/reclamos.ts";

const MARCA_MS = 2500;
/** A crew's whole day fits in one page. */
const CONSULTA = "abiertos=1&orden=vence&limite=100";

/** The cuadrilla's open work in order of its promise; the server gives each crew its own. */
export function useTrabajo() {
  const [filas, setFilas] = useState<ReclamoFila[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [reciente, setReciente] = useState<number | null>(null);
  const turno = useRef(0);

  /** Reads the list again; `id` is the reclamo whose change is to be seen. */
  const cargar = useCallback(async (id?: number) => {
    const mio = ++turno.current;
    try {
      const p = await listarReclamos(CONSULTA);
      if (mio !== turno.current) return;
      setError(null);
      setFilas(p.items);
      if (id === undefined) return;
      setReciente(id);
      setTimeout(() => setReciente((x) => (x === id ? null : x)), MARCA_MS);
    } catch (e) {
      if (mio === turno.current) setError(e);
    }
  }, []);

  const poner = useCallback((r: Reclamo) => {
    setFilas((antes) => antes?.map((f) => (f.id === r.id ? r : f)) ?? null);
  }, []);
  return { filas, error, reciente, cargar, poner };
}
