import { and, sql } from "drizzle-orm";
import { type Conteos, VISTAS, type Vista } from "../../../contract/esquemas/gestion.ts";
import { filtroReclamos } from "../../../contract/esquemas/pedidos.ts";
import { LIMITES } from "../../../contract/limites.ts";
import { leerAMano } from "../../db/client.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { alcance, condiciones } from "./filtro.ts";
import { actorVigente, sentenciaActor } from "./lectura.ts";

const NOMBRES = Object.keys(VISTAS) as Vista[];

/**
 * How many reclamos each daily list holds: the list's own filter and reach, counted no further than `conteoMax`.
 * For a cuadrilla, of its own work.
 * @throws Fallo sin_sesion, sin_permiso
 */
export async function contarVistas(ctx: Ctx): Promise<Conteos> {
  const usuario = exigirRol(ctx, "cuadrilla", "supervisor", "admin");
  const [cuenta, ...cuentas] = (await ctx.db.batch([
    sentenciaActor(ctx.db, usuario),
    ...NOMBRES.map((vista) => {
      const filtro = filtroReclamos.parse(VISTAS[vista]);
      const donde = and(alcance(usuario, filtro), ...condiciones(filtro));
      return leerAMano<{ n: number }>(
        ctx.db,
        sql`SELECT count(*) AS n FROM (SELECT 1 FROM reclamos WHERE ${donde} LIMIT ${LIMITES.conteoMax})`,
      );
    }),
  ] as const)) as unknown as [Parameters<typeof actorVigente>[1], ...{ n: number }[][]];
  actorVigente(usuario, cuenta);
  return Object.fromEntries(NOMBRES.map((v, i) => [v, cuentas[i]?.[0]?.n ?? 0])) as Conteos;
}
