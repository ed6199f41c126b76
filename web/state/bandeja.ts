import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { ReclamoFila } from "../../contract/esquemas/reclamos.ts";
import { LIMITES } from "../../contract/limites.ts";
import { listarReclamos } from "../api/reclamos.ts";
import { type Novedad, useNovedades } from "./novedades.ts";

const MARCA_MS = 2500;
/** News come in bursts (fifty assigned at once): one reading for all of a burst. */
const JUNTAR_MS = 400;
const PRIMERA_PAGINA = 20;
const OTRAS_PAGINAS = 50;

export type Bandeja = {
  filas: ReclamoFila[] | null;
  hayMas: boolean;
  error: unknown;
  /** How many arrived since the list was read, and belong to it. */
  nuevos: number;
  /** Rows that changed a moment ago. */
  recientes: ReadonlySet<number>;
  cargando: boolean;
  recargar: () => Promise<void>;
  verMas: () => Promise<void>;
  /** Rows as an action left them. */
  poner: (...filas: ReclamoFila[]) => void;
  /** Reads these rows again where they stand. */
  releer: (ids: readonly number[]) => Promise<void>;
};

const quitar = <T>(s: ReadonlySet<T>, fuera: ReadonlySet<T>) =>
  new Set([...s].filter((x) => !fuera.has(x)));

const porIds = (consulta: string, ids: readonly number[]) => {
  const p = new URLSearchParams(consulta);
  p.delete("orden");
  p.set("ids", ids.slice(0, LIMITES.paginaMax).join(","));
  p.set("limite", String(LIMITES.paginaMax));
  return listarReclamos(p.toString()).then((r) => r.items);
};

/** Marks rows for a moment. */
function useMarcas(): [ReadonlySet<number>, (ids: readonly number[]) => void] {
  const [marcas, setMarcas] = useState<ReadonlySet<number>>(new Set());
  const marcar = useCallback((ids: readonly number[]) => {
    setMarcas((s) => new Set([...s, ...ids]));
    setTimeout(() => setMarcas((s) => quitar(s, new Set(ids))), MARCA_MS);
  }, []);
  return [marcas, marcar];
}

/**
 * The list of a query. A live change rewrites its row where it stands; new reclamos wait as a count
 * until they are asked for, so that nothing moves under the eyes or the pointer.
 */
export function useBandeja(consulta: string): Bandeja {
  const [filas, setFilas] = useState<ReclamoFila[] | null>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [nuevos, setNuevos] = useState<ReadonlySet<number>>(new Set());
  const [recientes, marcar] = useMarcas();
  const [cargando, setCargando] = useState(false);
  const turno = useRef(0);
  const ids = useRef<Set<number>>(new Set());
  ids.current = new Set(filas?.map((f) => f.id));

  const pedir = useCallback(
    async (desde: string | null) => {
      const mio = ++turno.current;
      setCargando(true);
      try {
        // Read again, it is as long as it was.
        const limite = desde
          ? OTRAS_PAGINAS
          : Math.min(LIMITES.paginaMax, Math.max(PRIMERA_PAGINA, ids.current.size));
        const pagina = `limite=${limite}${desde ? `&cursor=${encodeURIComponent(desde)}` : ""}`;
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
  useEffect(() => {
    // Another list begins with its own first page.
    ids.current = new Set();
    void pedir(null);
  }, [pedir]);

  const poner = useCallback((...puestas: ReclamoFila[]) => {
    const por = new Map(puestas.map((r) => [r.id, r]));
    setFilas(
      (antes) =>
        antes?.map((f) => {
          const r = por.get(f.id);
          return r && f.version <= r.version ? r : f;
        }) ?? null,
    );
  }, []);

  const releer = useCallback(
    async (cuales: readonly number[]) => {
      if (cuales.length > 0) poner(...(await porIds("", cuales)));
    },
    [poner],
  );

  /** What the burst told of: rows on screen are rewritten, others that belong to the list wait to be asked for. */
  const atender = useCallback(
    async (cuales: readonly number[]) => {
      const puestos = cuales.filter((id) => ids.current.has(id));
      const otros = cuales.filter((id) => !ids.current.has(id));
      try {
        await releer(puestos);
        if (puestos.length > 0) marcar(puestos);
        if (otros.length === 0) return;
        const suyos = (await porIds(consulta, otros)).map((r) => r.id);
        setNuevos((s) => new Set([...quitar(s, new Set(otros)), ...suyos]));
      } catch {
        // The list stays as it was; the next frame or the person's next touch reads again.
      }
    },
    [consulta, releer, marcar],
  );

  /** After a cut: rows are read again where they stand, and what was born meanwhile waits. */
  const ponerseAlDia = useCallback(async () => {
    if (ids.current.size === 0) return pedir(null);
    const ultimo = Math.max(...ids.current);
    try {
      await releer([...ids.current]);
      const { items } = await listarReclamos(`${consulta}&limite=${PRIMERA_PAGINA}`);
      const otros = items.map((f) => f.id).filter((id) => id > ultimo && !ids.current.has(id));
      if (otros.length > 0) setNuevos((s) => new Set([...s, ...otros]));
    } catch {
      // As above.
    }
  }, [consulta, pedir, releer]);

  const pendientes = useRef<Set<number>>(new Set());
  const espera = useRef<ReturnType<typeof setTimeout>>(undefined);
  const oir = useCallback(
    (n: Novedad) => {
      if (n.type === "releer") return void ponerseAlDia();
      if (n.type !== "nuevo_reclamo" && n.type !== "reclamo_actualizado" && n.type !== "comentario")
        return;
      const { id, evento } = n.data;
      const entra = evento === "creado" || evento === "reabierto" || evento === "devuelto";
      if (!ids.current.has(id) && !entra) return;
      pendientes.current.add(id);
      espera.current ??= setTimeout(() => {
        espera.current = undefined;
        const cuales = [...pendientes.current];
        pendientes.current.clear();
        void atender(cuales);
      }, JUNTAR_MS);
    },
    [ponerseAlDia, atender],
  );
  useNovedades(oir);
  useEffect(() => () => clearTimeout(espera.current), []);

  return {
    filas,
    hayMas: cursor !== null,
    error,
    nuevos: nuevos.size,
    recientes,
    cargando,
    recargar: () => pedir(null),
    verMas: () => (cursor ? pedir(cursor) : Promise.resolve()),
    poner,
    releer,
  };
}
