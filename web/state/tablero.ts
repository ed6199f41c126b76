import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { ReclamoFila } from "../../contract/esquemas/reclamos.ts";
import { listarReclamos, verReclamo } from "../api/reclamos.ts";
import { COLUMNAS, type Columna, esColumna } from "../lib/tablero.ts";
import { type Novedad, useNovedades } from "./novedades.ts";

const MARCA_MS = 2500;
const POR_PAGINA = 20;
const PAGINA_MAX = 100;

export type EnColumna = {
  filas: ReclamoFila[] | null;
  cursor: string | null;
  error: unknown;
  cargando: boolean;
};
type Columnas = Record<Columna, EnColumna>;

const VACIA: EnColumna = { filas: null, cursor: null, error: null, cargando: true };
const vacias = (): Columnas => Object.fromEntries(COLUMNAS.map((c) => [c, VACIA])) as Columnas;

/** Takes it out of every column. */
const sacar = (cols: Columnas, id: number): Columnas => {
  const otras = { ...cols };
  for (const c of COLUMNAS)
    if (cols[c].filas?.some((f) => f.id === id))
      otras[c] = { ...cols[c], filas: cols[c].filas?.filter((f) => f.id !== id) ?? null };
  return otras;
};

const buscar = (cols: Columnas, id: number): [Columna, ReclamoFila] | null => {
  for (const c of COLUMNAS) {
    const fila = cols[c].filas?.find((f) => f.id === id);
    if (fila) return [c, fila];
  }
  return null;
};

/** Rewrites a row where it stands, whatever its estado says now. Older news change nothing. */
function reescribir(cols: Columnas, r: ReclamoFila): Columnas {
  const donde = buscar(cols, r.id);
  if (!donde || donde[1].version > r.version) return cols;
  const [c] = donde;
  const filas = cols[c].filas?.map((f) => (f.id === r.id ? r : f)) ?? null;
  return { ...cols, [c]: { ...cols[c], filas } };
}

/** Every row goes to the top of the column of its estado; one with none leaves the board. */
function acomodar(cols: Columnas): Columnas {
  let resultado = cols;
  for (const c of COLUMNAS)
    for (const f of cols[c].filas ?? []) {
      if (f.estado === c) continue;
      resultado = sacar(resultado, f.id);
      const destino = f.estado;
      if (!esColumna(destino)) continue;
      const columna = resultado[destino];
      if (columna.filas)
        resultado = { ...resultado, [destino]: { ...columna, filas: [f, ...columna.filas] } };
    }
  return resultado;
}

export type Tablero = {
  columnas: Columnas;
  /** Rows that somebody changed a moment ago. */
  recientes: ReadonlySet<number>;
  /** How many arrived since the first column was read. */
  nuevos: number;
  verMas: (c: Columna) => void;
  recargar: (c: Columna) => void;
  /** A reclamo as an answer left it: it goes to its column. */
  poner: (r: ReclamoFila) => void;
  /** A reclamo as it was found to be: rewritten where it stands, until the board may move. */
  encontrar: (r: ReclamoFila) => void;
};

/**
 * The board of a query, a page at a time in each column. What others do rewrites the card where it stands and marks it;
 * it goes to its new column only while `quieto` is false: nothing moves under who drags or writes.
 * @param consultaDe the query of one column, without page or cursor; the same function while the filters are the same
 */
export function useTablero(consultaDe: (c: Columna) => string, quieto: boolean): Tablero {
  const [columnas, setColumnas] = useState<Columnas>(vacias);
  const [recientes, setRecientes] = useState<ReadonlySet<number>>(new Set());
  const [nuevos, setNuevos] = useState<ReadonlySet<number>>(new Set());
  const turno = useRef(0);
  const actuales = useRef(columnas);
  actuales.current = columnas;
  const espera = useRef(quieto);
  espera.current = quieto;

  const cambiar = useCallback((c: Columna, que: Partial<EnColumna>) => {
    setColumnas((antes) => ({ ...antes, [c]: { ...antes[c], ...que } }));
  }, []);

  const pedir = useCallback(
    async (c: Columna, desde: string | null, limite = POR_PAGINA) => {
      const mio = turno.current;
      cambiar(c, { cargando: true, error: null });
      try {
        const pagina = `limite=${limite}${desde ? `&cursor=${encodeURIComponent(desde)}` : ""}`;
        const { items, cursor } = await listarReclamos(`${consultaDe(c)}&${pagina}`);
        if (mio !== turno.current) return;
        setColumnas((antes) => {
          const previas = desde ? (antes[c].filas ?? []) : [];
          const otras = items.filter((f) => !previas.some((p) => p.id === f.id));
          const filas = [...previas, ...otras];
          return { ...antes, [c]: { filas, cursor, error: null, cargando: false } };
        });
      } catch (error) {
        if (mio === turno.current) cambiar(c, { error, cargando: false });
      }
    },
    [consultaDe, cambiar],
  );
  useEffect(() => {
    turno.current += 1;
    setColumnas(vacias());
    setNuevos(new Set());
    for (const c of COLUMNAS) void pedir(c, null);
  }, [pedir]);

  const marcar = useCallback((id: number) => {
    setRecientes((s) => new Set(s).add(id));
    setTimeout(() => setRecientes((s) => new Set([...s].filter((x) => x !== id))), MARCA_MS);
  }, []);

  useEffect(() => {
    if (!quieto) setColumnas(acomodar);
  }, [quieto]);

  const oir = useCallback(
    (n: Novedad) => {
      if (n.type === "releer") {
        if (espera.current) return;
        for (const c of COLUMNAS) {
          const vistas = actuales.current[c].filas?.length ?? 0;
          void pedir(c, null, Math.min(Math.max(vistas, POR_PAGINA), PAGINA_MAX));
        }
        return;
      }
      if (n.type !== "nuevo_reclamo" && n.type !== "reclamo_actualizado") return;
      const { id, evento, version } = n.data;
      const donde = buscar(actuales.current, id);
      if (!donde) {
        if (evento === "creado" || evento === "reabierto" || evento === "devuelto")
          setNuevos((s) => new Set(s).add(id));
        return;
      }
      if (donde[1].version >= version) return;
      // A read that fails leaves the card as it was; the next frame tries again.
      verReclamo(id).then(
        (r) => {
          setColumnas((antes) => {
            const con = reescribir(antes, r);
            return espera.current ? con : acomodar(con);
          });
          marcar(id);
        },
        () => undefined,
      );
    },
    [pedir, marcar],
  );
  useNovedades(oir);

  return {
    columnas,
    recientes,
    nuevos: nuevos.size,
    verMas: (c) => void pedir(c, columnas[c].cursor),
    recargar: (c) => {
      if (c === "nuevo") setNuevos(new Set());
      void pedir(c, null);
    },
    poner: (r) => {
      setColumnas((antes) => acomodar(reescribir(antes, r)));
      marcar(r.id);
    },
    encontrar: (r) => setColumnas((antes) => reescribir(antes, r)),
  };
}
