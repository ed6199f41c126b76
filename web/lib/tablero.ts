import {
  ACCIONES,
  type Accion,
  decidir,
  type ReclamoDecidible,
  TRANSICIONES,
  type Usuario,
} from "../../contract/acciones.ts";
import type { Yo } from "../../contract/esquemas/cuentas.ts";
import type { ReclamoFila } from "../../contract/esquemas/reclamos.ts";
import type { Estado } from "../../contract/vocabulario.ts";

/** The board's columns, from left to right. */
export const COLUMNAS = ["nuevo", "asignado", "en_proceso", "resuelto"] as const;
export type Columna = (typeof COLUMNAS)[number];
export const esColumna = (x: string | undefined): x is Columna => COLUMNAS.includes(x as Columna);

/** Where a card may be put: a column, or out of the board. */
export const DESTINOS = [...COLUMNAS, "rechazado"] as const satisfies Estado[];

export type Movible = Pick<ReclamoFila, "estado" | "creador_id" | "cuadrilla_id" | "cerrado_en">;

/** Staff as the table of transitions knows them. What they are as neighbours adds no right on this screen. */
export const actorDe = (yo: Pick<Yo, "id" | "rol" | "cuadrilla_id">): Usuario => ({
  tipo: "usuario",
  id: yo.id,
  personaId: -1,
  rol: yo.rol,
  cuadrillaId: yo.cuadrilla_id,
});

const decidible = (r: Movible): ReclamoDecidible => ({
  estado: r.estado,
  creador_id: r.creador_id,
  cuadrilla_id: r.cuadrilla_id,
  cerrado_en: r.cerrado_en === null ? null : Math.floor(Date.parse(r.cerrado_en) / 1000),
  siguiendo: false,
  confirmado: false,
});

/** The moves out of where it stands, each with where it leads. @param ahora epoch milliseconds */
export const movidas = (r: Movible, actor: Usuario, ahora: number): [Accion, Estado][] =>
  ACCIONES.flatMap((a): [Accion, Estado][] => {
    const { hacia } = TRANSICIONES[a];
    if (hacia === null) return [];
    const puede = decidir(a, actor, decidible(r), Math.floor(ahora / 1000)) === "permitida";
    return puede ? [[a, hacia]] : [];
  });

/** The one action that takes it there now; null when there is none, or when it stands there already. */
export const accionHacia = (
  destino: Estado,
  r: Movible,
  actor: Usuario,
  ahora: number,
): Accion | null =>
  destino === r.estado
    ? null
    : (movidas(r, actor, ahora).find(([, hacia]) => hacia === destino)?.[0] ?? null);

/** What has to be done before it can be put there: the shortest way through the table, less its last step. */
export function pasosAntes(destino: Estado, r: Movible, actor: Usuario, ahora: number): Accion[] {
  let frente: [Estado, Accion[]][] = [[r.estado, []]];
  const vistos = new Set<Estado>([r.estado]);
  while (frente.length > 0) {
    const siguiente: typeof frente = [];
    for (const [estado, camino] of frente)
      for (const [accion, hacia] of movidas({ ...r, estado }, actor, ahora)) {
        if (hacia === destino) return camino;
        if (vistos.has(hacia)) continue;
        vistos.add(hacia);
        siguiente.push([hacia, [...camino, accion]]);
      }
    frente = siguiente;
  }
  return [];
}
