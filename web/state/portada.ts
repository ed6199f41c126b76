import { useEffect, useState } from "preact/hooks";
import type { Portada } from "../../contract/esquemas/portada.ts";
import * as api from "../api/publico.ts";
import { useDatos } from "../datos.ts";

/** What the front page shows of the city: as the page brought it, else asked for. Null when it cannot be had, undefined until then. */
export function usePortada(): Portada | null | undefined {
  const traida = useDatos().portada;
  const [pedida, setPedida] = useState<Portada | null | undefined>(undefined);
  useEffect(() => {
    // An extra of the page: without it, what matters is still there.
    if (!traida)
      api.portada().then(setPedida, () => {
        setPedida(null);
      });
  }, [traida]);
  return traida ?? pedida;
}
