import { type SQL, sql } from "drizzle-orm";
import type {
  CorreoPerdido,
  EntregasPerdidas,
  EventoTrabado,
  ListaDeSalud,
} from "../../../contract/esquemas/salud.ts";
import { SALUD_MAX } from "../../../contract/esquemas/salud.ts";
import { YA_NO_CORRESPONDE } from "../../../contract/eventos.ts";
import { leerAMano } from "../../db/client.ts";
import type { Ctx } from "../contexto.ts";
import { cursorDe } from "../reclamos/cursor.ts";
import { iso, isoONulo } from "../tiempo.ts";

/** A request that has just written it is still telling everyone. */
const RECIENTE_SEGUNDOS = 15;

export type ItemDe = {
  sin_despachar: EventoTrabado;
  aparcados: EventoTrabado;
  entregas: EntregasPerdidas;
  correos: CorreoPerdido;
};

/** A row as it is kept: moments in epoch seconds, and `orden` and `id`, by which the list goes. */
type Fila = Record<string, unknown> & { en: number; orden: number; id: number };

const EVENTO = "evento_id, tipo, reclamo_id, en, intentos, proximo_en, aparcado_en, error";
const deEvento = sql.raw(
  "id, id AS evento_id, tipo, reclamo_id, en, intentos, proximo_en, aparcado_en, error",
);

type Lista = { filas: (ctx: Ctx) => SQL; columnas: string };

/** Of each: its rows, and which of their columns are told. */
const LISTAS: Record<ListaDeSalud, Lista> = {
  sin_despachar: {
    filas: ({ ahora }) => sql`SELECT en AS orden, ${deEvento} FROM eventos
      WHERE despachado_en IS NULL AND en <= ${ahora - RECIENTE_SEGUNDOS}`,
    columnas: EVENTO,
  },
  aparcados: {
    filas: () =>
      sql`SELECT aparcado_en AS orden, ${deEvento} FROM eventos WHERE aparcado_en IS NOT NULL`,
    columnas: EVENTO,
  },
  entregas: {
    filas: () => sql`SELECT 0 AS orden, d.evento_id AS id, d.evento_id AS evento_id, e.tipo AS tipo,
        e.reclamo_id AS reclamo_id, count(*) AS cuantas, max(d.error) AS error, max(d.en) AS en
      FROM entregas d JOIN eventos e ON e.id = d.evento_id
      WHERE d.estado = 'fallido' AND d.error IS NOT ${YA_NO_CORRESPONDE} AND e.aparcado_en IS NULL GROUP BY d.evento_id`,
    columnas: "evento_id, tipo, reclamo_id, cuantas, error, en",
  },
  correos: {
    filas: () => sql`SELECT 0 AS orden, id, reclamo_id, plantilla, intentos, error, creado_en AS en
      FROM correos WHERE estado = 'fallido'`,
    columnas: "id, reclamo_id, plantilla, intentos, error, en",
  },
};

/** A page of one of them, from the oldest, and one row more that says whether there is another. @param tras where the last one ended */
export const sentenciaDeLista = (ctx: Ctx, lista: ListaDeSalud, tras: number[] | null) =>
  leerAMano<Fila>(
    ctx.db,
    sql`SELECT * FROM (${LISTAS[lista].filas(ctx)})
      ${tras ? sql`WHERE (orden, id) > (${tras[0]}, ${tras[1]})` : sql``}
      ORDER BY orden, id LIMIT ${SALUD_MAX + 1}`,
  );

/** The rows as they are told. */
export function hojaDe<L extends ListaDeSalud>(
  lista: L,
  filas: readonly Fila[],
): { items: ItemDe[L][]; cursor: string | null } {
  const items = filas.slice(0, SALUD_MAX);
  const ultima = items.at(-1);
  return {
    items: items.map((f) => ver(f, LISTAS[lista].columnas) as ItemDe[L]),
    cursor: filas.length > SALUD_MAX && ultima ? cursorDe([ultima.orden, ultima.id]) : null,
  };
}

function ver(f: Fila, columnas: string): unknown {
  return Object.fromEntries(
    columnas.split(", ").map((c) => {
      if (c === "en") return [c, iso(f.en)];
      return [c, c.endsWith("_en") ? isoONulo(f[c] as number | null) : f[c]];
    }),
  );
}
