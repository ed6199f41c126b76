import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { comentarReclamo } from "../domain/reclamos/comentar.ts";
import { depsDePrueba, ultimoEvento } from "../testing/despacho.ts";
import { type Enchufe, enchufar } from "../testing/enchufe.ts";
import { armarCiudad, asignado, empezarDeNuevo, type Persona } from "../testing/escena.ts";
import { AHORA, crearUsuario, ctxDe, db } from "../testing/fabrica.ts";
import { dispatch } from "./dispatch.ts";

const CONECTADOS = 500;
const COMENTARIOS = 30;
let reclamo: number;
let supervisora: Persona;
/** Supervisora, admin, the two of the crew, creator, follower. */
let seis: Enchufe[];
let demas: Enchufe[];

beforeAll(async () => {
  const staff = await armarCiudad();
  const vecinos = await empezarDeNuevo();
  const companera = await crearUsuario("cuadrilla", {
    cuadrillaId: staff.ciudad.cuadrillas.vialidad,
  });
  supervisora = staff.supervisora;
  ({ reclamo } = await asignado({ ...staff, ...vecinos }, staff.ciudad));
  seis = [];
  for (const p of [
    supervisora,
    staff.admin,
    staff.obrero,
    companera,
    vecinos.vecino,
    vecinos.vecina,
  ])
    seis.push(await enchufar(env.USER_CHANNEL, p.id));
  const ajenos = Array.from({ length: CONECTADOS - seis.length }, (_, i) => 100_000 + i);
  demas = await Promise.all(ajenos.map((id) => enchufar(env.USER_CHANNEL, id)));
}, 120_000);

const percentil = (orden: readonly number[], p: number): number =>
  orden[Math.min(orden.length - 1, Math.floor(orden.length * p))] ?? 0;

// Times are printed and never judged: a machine may be busy. What may not happen is a frame lost, doubled or astray.
test("of many comments each of six people gets each frame once, and the other 494 connected none", {
  timeout: 120_000,
}, async () => {
  const { deps } = depsDePrueba(AHORA + 1);
  const demoras: number[] = [];
  for (let n = 1; n <= COMENTARIOS; n++) {
    await comentarReclamo(ctxDe(supervisora), reclamo, { texto: `Parte ${n}.`, interno: false });
    const evento = await ultimoEvento(reclamo);
    const inicio = performance.now();
    const llegadas = seis.map(async (e) => {
      await e.hasta((s) => s.de("reclamo_actualizado").length >= n, `frame ${n}`);
      demoras.push(performance.now() - inicio);
    });
    await Promise.all([dispatch(deps, evento), ...llegadas]);
  }
  for (const e of [...seis, ...demas]) await e.alDia();
  expect(seis.map((e) => e.de("reclamo_actualizado").length)).toEqual(seis.map(() => COMENTARIOS));
  expect(seis.map((e) => e.de("comentario").length)).toEqual([
    0,
    0,
    0,
    0,
    COMENTARIOS,
    COMENTARIOS,
  ]);
  expect(demas.every((e) => e.tramas.length === 1 && e.cierre === null)).toBe(true);
  expect(await db.all(sql`SELECT count(*) AS n FROM entregas WHERE estado <> 'entregado'`)).toEqual(
    [{ n: 0 }],
  );
  const orden = demoras.sort((a, b) => a - b);
  console.log(
    `commit → frame, 6 recipients, ${CONECTADOS} connected: p50 ${percentil(orden, 0.5).toFixed(0)} ms, p95 ${percentil(orden, 0.95).toFixed(0)} ms`,
  );
});
