import { useCallback, useMemo, useState } from "preact/hooks";
import type { ReclamoFila } from "../../contract/esquemas/reclamos.ts";
import { LIMITES } from "../../contract/limites.ts";
import { tb } from "../i18n/bandeja.ts";
import { avisar } from "./toasts.ts";

export type Seleccion = {
  /** Those chosen that are on the list, in its order. */
  filas: ReclamoFila[];
  tiene: (id: number) => boolean;
  alternar: (id: number) => void;
  elegir: (ids: readonly number[]) => void;
};

/** Several rows of a list, to do something with all of them; never more than one bulk action takes. */
export function useSeleccion(lista: readonly ReclamoFila[] | null): Seleccion {
  const [ids, setIds] = useState<ReadonlySet<number>>(new Set());
  const elegir = useCallback((cuales: readonly number[]) => {
    if (cuales.length > LIMITES.loteMax) avisar(tb.lote.tope(LIMITES.loteMax));
    setIds(new Set(cuales.slice(0, LIMITES.loteMax)));
  }, []);
  const alternar = useCallback((id: number) => {
    setIds((antes) => {
      const s = new Set(antes);
      if (s.delete(id)) return s;
      if (s.size < LIMITES.loteMax) return s.add(id);
      avisar(tb.lote.tope(LIMITES.loteMax));
      return antes;
    });
  }, []);
  const filas = useMemo(() => (lista ?? []).filter((f) => ids.has(f.id)), [lista, ids]);
  return { filas, tiene: (id) => ids.has(id), alternar, elegir };
}
