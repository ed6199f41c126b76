import { and, sql } from "drizzle-orm";
import type { Usuario } from "../../../contract/acciones.ts";
import { type Conteos, VISTAS, type Vista } from "../../../contract/esquemas/gestion.ts";
import { filtroReclamos } from "../../../contract/esquemas/pedidos.ts";
import { LIMITES } from "../../../contract/limites.ts";
import { leerAMano } from "../../db/client.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { alcance, condiciones, SU_CUADRILLA } from "./filtro.ts";
import { actorVigente, sentenciaActor } from "./lectura.ts";

const NOMBRES = Object.keys(VISTAS) as Vista[];

/** Each list as what it asks of the open work of a cuadrilla, where nothing is `nuevo`: all of it in its index. */
const DE_UNA_CUADRILLA = {
  abiertos: "1",
  vencidos: "demorado_en IS NOT NULL",
  sin_asignar: "0",
  reabiertos: "ciclo > 1",
  sin_ubicar: "lat IS NULL",
} as const satisfies Record<Vista, string>;

type Cuentas = Partial<Conteos>;

/** One row for each list. */
const enLaCiudad = (ctx: Ctx, usuario: Usuario) =>
  NOMBRES.map((vista) => {
    const filtro = filtroReclamos.parse(VISTAS[vista]);
    const donde = and(alcance(usuario, filtro), ...condiciones(filtro));
    return leerAMano<Cuentas>(
      ctx.db,
      sql`SELECT count(*) AS ${sql.raw(vista)} FROM (SELECT 1 FROM reclamos WHERE ${donde} LIMIT ${LIMITES.conteoMax})`,
    );
  });

/** One row for all, from one walk of its open work. */
const enLaCuadrilla = (ctx: Ctx, usuario: Usuario) => [
  leerAMano<Cuentas>(
    ctx.db,
    sql`SELECT ${sql.raw(
      NOMBRES.map(
        (v) => `min(count(*) FILTER (WHERE ${DE_UNA_CUADRILLA[v]}), ${LIMITES.conteoMax}) AS ${v}`,
      ).join(", "),
    )} FROM reclamos INDEXED BY reclamos_cuadrilla_vence WHERE cuadrilla_id = ${SU_CUADRILLA(usuario)} AND cerrado_en IS NULL`,
  ),
];

/**
 * How many reclamos each daily list holds: the list's own filter and reach, counted no further than `conteoMax`.
 * For a cuadrilla, of its own work.
 * @throws Fallo sin_sesion, sin_permiso
 */
export async function contarVistas(ctx: Ctx): Promise<Conteos> {
  const usuario = exigirRol(ctx, "cuadrilla", "supervisor", "admin");
  const contar = usuario.rol === "cuadrilla" ? enLaCuadrilla : enLaCiudad;
  const [cuenta, ...cuentas] = (await ctx.db.batch([
    sentenciaActor(ctx.db, usuario),
    ...contar(ctx, usuario),
  ] as const)) as unknown as [Parameters<typeof actorVigente>[1], ...Cuentas[][]];
  actorVigente(usuario, cuenta);
  const todas: Cuentas = Object.assign({}, ...cuentas.flat());
  return Object.fromEntries(NOMBRES.map((v) => [v, todas[v] ?? 0])) as Conteos;
}
