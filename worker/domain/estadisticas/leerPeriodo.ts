import {
  type EstadisticasPublicas,
  periodoConsulta,
} from "../../../contract/esquemas/estadisticas.ts";
import type { Ctx } from "../contexto.ts";
import { Fallo } from "../fallo.ts";
import { verEstadisticasPublicas } from "./verPublicas.ts";

const NO_SE_ENTIENDE = "Revisá las fechas: no se entienden.";

/** The public figures of the period that an address asks for, or, where there can be no such period, why, in words. */
export async function leerPeriodo(
  ctx: Pick<Ctx, "db" | "ahora">,
  consulta: Record<string, string>,
): Promise<{ cifras: EstadisticasPublicas | null; mal: string | null }> {
  // A date field left empty is one that says nothing.
  const dicho = Object.fromEntries(Object.entries(consulta).filter(([, v]) => v !== ""));
  const pedido = periodoConsulta.safeParse(dicho);
  if (!pedido.success)
    return { cifras: null, mal: pedido.error.issues[0]?.message ?? NO_SE_ENTIENDE };
  try {
    return { cifras: await verEstadisticasPublicas(ctx, pedido.data), mal: null };
  } catch (error) {
    if (!(error instanceof Fallo) || error.codigo !== "datos_invalidos") throw error;
    return { cifras: null, mal: error.mas.errores?.[0]?.mensaje ?? error.message };
  }
}
