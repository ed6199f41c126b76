import { iso } from "../../../contract/tiempo.ts";
import type { Hecho } from "../../../contract/vocabulario.ts";
import { inicioDeDia } from "./dias.ts";
import type { Periodo } from "./periodo.ts";

/** A filter of the bandeja, in the words that its address and GET /api/reclamos share. */
export type Filtro = Record<string, string>;

/** The moments that a span of days begins and ends with, the end left out. */
const momentos = ({ desde, hasta }: Periodo): [desde: string, hasta: string] => [
  iso(inicioDeDia(desde)),
  iso(inicioDeDia(hasta + 1)),
];

export function recibidosEn(p: Periodo): Filtro {
  const [desde, hasta] = momentos(p);
  return { abiertos: "0", desde, hasta };
}

function cerradosEn(estado: "resuelto" | "rechazado", p: Periodo): Filtro {
  const [cerrado_desde, cerrado_hasta] = momentos(p);
  return { estado, cerrado_desde, cerrado_hasta };
}
export const resueltosEn = (p: Periodo): Filtro => cerradosEn("resuelto", p);
export const rechazadosEn = (p: Periodo): Filtro => cerradosEn("rechazado", p);

/** Those to which it happened in the period, whatever they are now. */
export function deHecho(hecho: Hecho, p: Periodo): Filtro {
  const [hecho_desde, hecho_hasta] = momentos(p);
  return { abiertos: "0", hecho, hecho_desde, hecho_hasta };
}

/** The open ones of now. */
export const abiertosDe = {
  todos: { abiertos: "1" },
  vencidos: { vencidos: "1" },
  sin_asignar: { sin_asignar: "1" },
  sin_ubicar: { sin_ubicar: "1" },
  reabiertos: { reabiertos: "1" },
  /** Reported after `desde`, up to and with `hasta`; null: ever before. */
  edad: (hasta: number, desde: number | null): Filtro => ({
    abiertos: "1",
    ...(desde === null ? {} : { desde: iso(inicioDeDia(desde + 1)) }),
    hasta: iso(inicioDeDia(hasta + 1)),
  }),
} as const;
