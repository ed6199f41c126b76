import { sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Usuario } from "../../contract/acciones.ts";
import { asignarReclamo } from "../domain/reclamos/asignar.ts";
import { sumarseAReclamo } from "../domain/reclamos/seguir.ts";
import {
  avisosDe,
  cerrarTodos,
  correosDe,
  entregasDe,
  eventoDe,
  ultimoEvento,
} from "./despacho.ts";
import { type Ciudad, crearMunicipio, crearReclamoDe, crearUsuario, ctxDe, db } from "./fabrica.ts";

export type Persona = Usuario & { email: string };

/** Everyone around a reclamo, with two vecinos of this test's own. */
export type Elenco = Record<"supervisora" | "admin" | "obrero" | "vecino" | "vecina", Persona>;

/** The city and its staff, once a file. */
export async function armarCiudad() {
  const ciudad = await crearMunicipio();
  return {
    ciudad,
    supervisora: await crearUsuario("supervisor"),
    admin: await crearUsuario("admin"),
    obrero: await crearUsuario("cuadrilla", { cuadrillaId: ciudad.cuadrillas.vialidad }),
  };
}

/** Two new vecinos; nothing of earlier tests left to tell or to send. */
export async function empezarDeNuevo(): Promise<{ vecino: Persona; vecina: Persona }> {
  await cerrarTodos();
  await db.run(sql`UPDATE correos SET estado = 'enviado'`);
  return { vecino: await crearUsuario("vecino"), vecina: await crearUsuario("vecino") };
}

/** A reclamo of vecino's that vecina follows, just assigned by the supervisora to the obrero's cuadrilla. */
export async function asignado(
  { supervisora, vecino, vecina }: Omit<Elenco, "admin" | "obrero">,
  ciudad: Ciudad,
): Promise<{ reclamo: number; evento: number }> {
  const { id, codigo } = await crearReclamoDe(vecino, ciudad);
  await sumarseAReclamo(ctxDe(vecina), codigo);
  await cerrarTodos();
  await asignarReclamo(ctxDe(supervisora), id, {
    cuadrilla_id: ciudad.cuadrillas.vialidad,
    version: 1,
  });
  return { reclamo: id, evento: await ultimoEvento(id) };
}

/** Everyone whom asignado() reaches, loudly or not. */
export const oyentes = (e: Elenco): number[] =>
  [e.supervisora, e.admin, e.obrero, e.vecino, e.vecina].map((p) => p.id).sort((a, b) => a - b);

/** Everything that asignado() leads to, in its place once. */
export async function esperarTodoUnaVez(elenco: Elenco, evento: number): Promise<void> {
  const entregas = await entregasDe(evento);
  expect(entregas.map((e) => e.usuario_id)).toEqual(oyentes(elenco));
  expect(entregas.every((e) => e.estado === "entregado")).toBe(true);
  for (const { usuario_id, silenciosa, seq } of entregas) {
    const avisos = await avisosDe(usuario_id, evento);
    expect(avisos.map((a) => a.seq)).toEqual(silenciosa ? [] : [seq]);
  }
  const correos = await correosDe(evento);
  expect(correos.map((c) => c.para).sort()).toEqual(
    [elenco.obrero, elenco.vecino, elenco.vecina].map((p) => p.email).sort(),
  );
  expect((await eventoDe(evento)).despachado_en).not.toBeNull();
}
