import { useEffect, useState } from "preact/hooks";
import type { EstadisticasPublicas } from "../../contract/esquemas/estadisticas.ts";
import { esErrorApi } from "../api/error.ts";
import * as api from "../api/publico.ts";
import { useDatos } from "../datos.ts";

type Estado = {
  consulta: string;
  /** undefined while they are on their way, null when there are none to be had. */
  cifras: EstadisticasPublicas | null | undefined;
  error: unknown;
};

const INVALIDO = 422;

/**
 * The public figures of a period: what the page brought, when it is that one, else asked for.
 * @returns periodoMal: why there can be no such period, in words
 */
export function useCifras(consulta: string) {
  const traidas = useDatos().estadisticas;
  const [vez, setVez] = useState(0);
  const [estado, setEstado] = useState<Estado>({ consulta, cifras: undefined, error: null });
  const deLaPagina = traidas?.consulta === consulta ? traidas : undefined;
  useEffect(() => {
    if (deLaPagina) return;
    let vivo = true;
    setEstado({ consulta, cifras: undefined, error: null });
    api.estadisticas(consulta).then(
      (cifras) => vivo && setEstado({ consulta, cifras, error: null }),
      (error: unknown) => vivo && setEstado({ consulta, cifras: null, error }),
    );
    return () => {
      vivo = false;
    };
  }, [consulta, deLaPagina, vez]);
  const reintentar = () => setVez((v) => v + 1);
  if (deLaPagina)
    return { cifras: deLaPagina.cifras, error: null, periodoMal: deLaPagina.mal, reintentar };
  const { cifras, error } =
    estado.consulta === consulta ? estado : { cifras: undefined, error: null };
  const problema = esErrorApi(error) && error.status === INVALIDO ? error.problema : null;
  return {
    cifras,
    error,
    periodoMal: problema ? (problema.errores?.[0]?.mensaje ?? problema.detail) : null,
    reintentar,
  };
}
