import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Reclamo, ReclamoFila } from "../../contract/esquemas/reclamos.ts";
import { listarReclamos, verReclamo } from "../api/reclamos.ts";
import { type Novedad, useNovedades } from "./novedades.ts";

const MARCA_MS = 2500;
const POR_PAGINA = 20;

export type Bandeja = {
  filas: ReclamoFila[] | null;
  hayMas: boolean;
  error: unknown;
  /** How many arrived since the list was read. */
  nuevos: number;
  /** Rows that changed a moment ago. */
  recientes: ReadonlySet<number>;
  cargando: boolean;
  recargar: () => Promise<void>;
  verMas: () => Promise<void>;
  /** A row as an action left it. */
  poner: (r: Reclamo) => void;
};

const aFila = (r: Reclamo): ReclamoFila => r;

/**
 * The list of a query. A live change rewrites its row where it stands; new reclamos wait as a count
 * until they are asked for, so that nothing moves under the eyes or the pointer.
 */
export function useBandeja(consulta: string): Bandeja {
  const [filas, setFilas] = useState<ReclamoFila[] | null>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [nuevos, setNuevos] = useState<ReadonlySet<number>>(new Set());
  const [recientes, setRecientes] = useState<ReadonlySet<number>>(new Set());
  const [cargando, setCargando] = useState(false);
  const turno = useRef(0);
  const ids = useRef<Set<number>>(new Set());
  ids.current = new Set(filas?.map((f) => f.id));

  const pedir = useCallback(
    async (desde: string | null) => {
      const mio = ++turno.current;
      setCargando(true);
      try {
        const pagina = `limite=${POR_PAGINA}${desde ? `&cursor=${encodeURIComponent(desde)}` : ""}`;
        const p = await listarReclamos(`${consulta}&${pagina}`);
        if (mio !== turno.current) return;
        setError(null);
        setFilas((antes) => (desde && antes ? [...antes, ...p.items] : p.items));
        setCursor(p.cursor);
        if (!desde) setNuevos(new Set());
      } catch (e) {
        if (mio === turno.current) setError(e);
      } finally {
        if (mio === turno.current) setCargando(false);
      }
    },
    [consulta],
  );
  useEffect(() => void pedir(null), [pedir]);

  const marcar = useCallback((id: number) => {
    setRecientes((s) => new Set(s).add(id));
    setTimeout(() => setRecientes((s) => new Set([...s].filter((x) => x !== id))), MARCA_MS);
  }, []);

  const poner = useCallback((r: Reclamo) => {
    setFilas(
      (antes) =>
        antes?.map((f) => (f.id === r.id && f.version <= r.version ? aFila(r) : f)) ?? null,
    );
  }, []);

  /** After a cut: rows are rewritten where they stand, and what is new waits to be asked for. */
  const ponerseAlDia = useCallback(async () => {
    if (ids.current.size === 0) return pedir(null);
    try {
      const { items } = await listarReclamos(`${consulta}&limite=${POR_PAGINA}`);
      const leidas = new Map(items.map((f) => [f.id, f]));
      setFilas((antes) => antes?.map((f) => leidas.get(f.id) ?? f) ?? null);
      const otros = items.filter((f) => !ids.current.has(f.id)).map((f) => f.id);
      if (otros.length > 0) setNuevos((s) => new Set([...s, ...otros]));
    } catch {
      // The list stays as it was; the next frame or the person's next touch reads again.
    }
  }, [consulta, pedir]);

  const oir = useCallback(
    (n: Novedad) => {
      if (n.type === "releer") return void ponerseAlDia();
      if (n.type !== "nuevo_reclamo" && n.type !== "reclamo_actualizado" && n.type !== "comentario")
        return;
      const { id, evento } = n.data;
      if (ids.current.has(id)) {
        // A read that fails leaves the row as it was; the next frame tries again.
        verReclamo(id).then(
          (r) => {
            poner(r);
            marcar(id);
          },
          () => undefined,
        );
      } else if (evento === "creado" || evento === "reabierto" || evento === "devuelto") {
        setNuevos((s) => new Set(s).add(id));
      }
    },
    [ponerseAlDia, poner, marcar],
  );
  useNovedades(oir);

  return {
    filas,
    hayMas: cursor !== null,
    error,
    nuevos: nuevos.size,
    recientes,
    cargando,
    recargar: () => pedir(null),
    verMas: () => pedir(cursor),
    poner,
  };
}
