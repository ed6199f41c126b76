import { beforeAll, describe, expect, it } from "vitest";
import type { Usuario } from "../../../contract/acciones.ts";
import { VISTAS, type Vista } from "../../../contract/esquemas/gestion.ts";
import { filtroReclamos } from "../../../contract/esquemas/pedidos.ts";
import { LIMITES } from "../../../contract/limites.ts";
import { schema } from "../../db/client.ts";
import {
  AHORA,
  type Ciudad,
  crearMunicipio,
  crearReclamoDe,
  crearUsuario,
  ctxDe,
  db,
} from "../../testing/fabrica.ts";
import { asignarReclamo } from "./asignar.ts";
import { contarVistas } from "./contar.ts";
import { listarReclamos } from "./listar.ts";

let ciudad: Ciudad;
let supervisora: Usuario;
let obrero: Usuario;
let vecino: Usuario;
const NOMBRES = Object.keys(VISTAS) as Vista[];

beforeAll(async () => {
  ciudad = await crearMunicipio();
  supervisora = await crearUsuario("supervisor");
  obrero = await crearUsuario("cuadrilla", { cuadrillaId: ciudad.cuadrillas.vialidad });
  vecino = await crearUsuario();
  for (let i = 0; i < 4; i += 1) {
    const r = await crearReclamoDe(vecino, ciudad, i === 3 ? { lat: null, lng: null } : {}, {
      ahora: AHORA + i,
    });
    if (i < 2)
      await asignarReclamo(ctxDe(supervisora), r.id, {
        cuadrilla_id: ciudad.cuadrillas.vialidad,
        version: 1,
      });
    if (i === 1) await db.update(schema.reclamos).set({ demorado_en: AHORA, ciclo: 2 });
  }
});

describe("the counts of the daily lists", () => {
  it("are the lists that they name, for each who may see them", async () => {
    for (const quien of [supervisora, obrero]) {
      const n = await contarVistas(ctxDe(quien));
      for (const vista of NOMBRES) {
        const filtro = filtroReclamos.parse({ ...VISTAS[vista], limite: "100" });
        const { items } = await listarReclamos(ctxDe(quien), filtro);
        expect(n[vista], `${quien.rol}: ${vista}`).toBe(items.length);
      }
    }
    expect(await contarVistas(ctxDe(supervisora))).toEqual({
      abiertos: 4,
      vencidos: 2,
      sin_asignar: 2,
      reabiertos: 2,
      sin_ubicar: 1,
    });
    expect(await contarVistas(ctxDe(obrero))).toMatchObject({ abiertos: 2, sin_asignar: 0 });
  });

  it("are not for vecinos", async () => {
    await expect(contarVistas(ctxDe(vecino))).rejects.toMatchObject({ codigo: "sin_permiso" });
  });

  it("go no further than their bound", async () => {
    const [uno] = await db.select().from(schema.reclamos).limit(1);
    const { id: _, ...base } = uno as NonNullable<typeof uno>;
    for (let i = 0; i < LIMITES.conteoMax + 5; i += 1)
      await db
        .insert(schema.reclamos)
        .values({ ...base, codigo: `Z${String(i).padStart(9, "0")}`, estado: "nuevo" });
    const n = await contarVistas(ctxDe(supervisora));
    expect(n.abiertos).toBe(LIMITES.conteoMax);
    expect(n.sin_asignar).toBe(LIMITES.conteoMax);
  });
});

describe("reading again what is on screen", () => {
  it("gives only the asked-for ones, and only those that still match", async () => {
    const lista = async (consulta: Record<string, string>, quien = supervisora) =>
      (await listarReclamos(ctxDe(quien), filtroReclamos.parse(consulta))).items.map((r) => r.id);
    expect(await lista({ ids: "1,3" })).toEqual([3, 1]);
    expect(await lista({ ids: "1,3", sin_asignar: "1" })).toEqual([3]);
    expect(await lista({ ids: "1,3" }, obrero)).toEqual([1]);
    expect(filtroReclamos.safeParse({ ids: "1;3" }).success).toBe(false);
  });
});
