import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import type { Usuario } from "../../../contract/acciones.ts";
import { leerAMano } from "../../db/client.ts";
import {
  AHORA,
  type Ciudad,
  crearMunicipio,
  crearReclamoDe,
  crearUsuario,
  ctxDe,
  db,
} from "../../testing/fabrica.ts";
import { asignarReclamo } from "../reclamos/asignar.ts";
import { devolverReclamo } from "../reclamos/devolver.ts";
import { iniciarReclamo } from "../reclamos/iniciar.ts";
import { reabrirReclamo } from "../reclamos/reabrir.ts";
import { rechazarReclamo } from "../reclamos/rechazar.ts";
import { resolverReclamo } from "../reclamos/resolver.ts";
import { listarCuadrillas } from "./listar.ts";

let ciudad: Ciudad;
let supervisora: Usuario;
const MOTIVO = "Un motivo que alcanza para lo que pide.";

beforeAll(async () => {
  ciudad = await crearMunicipio();
  supervisora = await crearUsuario("supervisor");
});

/** What each cuadrilla is said to have open, and what it has. */
async function dichoYCierto(): Promise<[number[], number[]]> {
  const { items } = await listarCuadrillas(ctxDe(supervisora));
  const ciertos = await leerAMano<{ n: number }>(
    db,
    sql`SELECT (SELECT count(*) FROM reclamos WHERE cuadrilla_id = c.id AND cerrado_en IS NULL) AS n FROM cuadrillas c ORDER BY c.id`,
  );
  return [items.map((c) => c.abiertos), ciertos.map((c) => c.n)];
}

it("a cuadrilla's open work is counted as it comes and goes, whatever the action", async () => {
  const { vialidad, luz } = ciudad.cuadrillas;
  const vecino = await crearUsuario();
  const r = await crearReclamoDe(vecino, ciudad, {}, { ahora: AHORA });
  const ctx = () => ctxDe(supervisora);
  let version = 1;
  const pasos: [esperado: number, () => Promise<{ version: number }>][] = [
    [1, () => asignarReclamo(ctx(), r.id, { cuadrilla_id: vialidad, version })],
    [1, () => asignarReclamo(ctx(), r.id, { cuadrilla_id: luz, motivo: MOTIVO, version })],
    [1, () => iniciarReclamo(ctx(), r.id, { version })],
    [0, () => devolverReclamo(ctx(), r.id, { motivo: MOTIVO, version })],
    [1, () => asignarReclamo(ctx(), r.id, { cuadrilla_id: luz, version })],
    [1, () => iniciarReclamo(ctx(), r.id, { version })],
    [0, () => resolverReclamo(ctx(), r.id, { solucion: MOTIVO, version })],
    [0, () => reabrirReclamo(ctx(), r.id, { comentario: MOTIVO, version })],
    [1, () => asignarReclamo(ctx(), r.id, { cuadrilla_id: vialidad, version })],
    [0, () => rechazarReclamo(ctx(), r.id, { motivo: "no_corresponde", texto: MOTIVO, version })],
  ];
  for (const [i, [esperado, paso]] of pasos.entries()) {
    ({ version } = await paso());
    const [dicho, cierto] = await dichoYCierto();
    expect(dicho, `paso ${i + 1}`).toEqual(cierto);
    expect(
      dicho.reduce((a, b) => a + b, 0),
      `paso ${i + 1}`,
    ).toBe(esperado);
  }
});
