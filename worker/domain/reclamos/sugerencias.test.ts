import { beforeAll, describe, expect, it } from "vitest";
import type { Usuario } from "../../../contract/acciones.ts";
import { schema } from "../../db/client.ts";
import {
  type Ciudad,
  crearMunicipio,
  crearReclamoDe,
  crearUsuario,
  ctxDe,
  db,
} from "../../testing/fabrica.ts";
import { asignarReclamo } from "./asignar.ts";
import { sugerirCuadrillas } from "./sugerencias.ts";

let ciudad: Ciudad;
let supervisora: Usuario;
let vecino: Usuario;

beforeAll(async () => {
  ciudad = await crearMunicipio();
  supervisora = await crearUsuario("supervisor");
  vecino = await crearUsuario();
  const { vialidad, luz } = ciudad.cuadrillas;
  const { bacheo, alumbrado } = ciudad.categorias;
  await db.insert(schema.cuadrilla_categorias).values([
    { cuadrilla_id: vialidad, categoria_id: bacheo },
    { cuadrilla_id: luz, categoria_id: alumbrado },
  ]);
  await db.update(schema.cuadrillas).set({ zona_id: ciudad.zona });
});

describe("the suggestions for a reclamo", () => {
  it("bring each active cuadrilla with its work, speciality, zona and distance", async () => {
    const hecho = await crearReclamoDe(vecino, ciudad);
    const { vialidad } = ciudad.cuadrillas;
    await asignarReclamo(ctxDe(supervisora), hecho.id, { cuadrilla_id: vialidad, version: 1 });
    const nuevo = await crearReclamoDe(vecino, ciudad);
    const { items } = await sugerirCuadrillas(ctxDe(supervisora), nuevo.id);
    expect(items).toEqual([
      {
        cuadrilla_id: vialidad,
        nombre: "Vialidad 1",
        abiertos: 1,
        capacidad: 10,
        atiende: true,
        categorias: ["Bacheo"],
        zona: "Centro",
        en_zona: true,
        metros: 0,
        desde: "trabajo",
        sugerida: true,
      },
      expect.objectContaining({ nombre: "Luz 1", abiertos: 0, atiende: false, desde: "zona" }),
    ]);
  });

  it("leave out the cuadrilla that has it, and its own place as work", async () => {
    const r = await crearReclamoDe(vecino, ciudad);
    const { luz } = ciudad.cuadrillas;
    await asignarReclamo(ctxDe(supervisora), r.id, { cuadrilla_id: luz, version: 1 });
    const { items } = await sugerirCuadrillas(ctxDe(supervisora), r.id);
    expect(items.map((s) => s.cuadrilla_id)).toEqual([ciudad.cuadrillas.vialidad]);
  });

  it("are of a reclamo that exists", async () => {
    await expect(sugerirCuadrillas(ctxDe(supervisora), 999_999)).rejects.toMatchObject({
      codigo: "no_encontrado",
    });
  });
});
