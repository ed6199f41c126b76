import { beforeAll, describe, expect, it } from "vitest";
import type { Usuario } from "../../../contract/acciones.ts";
import { type FiltroReclamos, filtroReclamos } from "../../../contract/esquemas/pedidos.ts";
import type { Hecho } from "../../../contract/vocabulario.ts";
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
import { listarReclamos } from "./listar.ts";
import { priorizarReclamo } from "./priorizar.ts";
import { rechazarReclamo } from "./rechazar.ts";
import { sumarseAReclamo } from "./seguir.ts";

let ciudad: Ciudad;
let supervisora: Usuario;
let obrero: Usuario;
let vecino: Usuario;
let otro: Usuario;
const ids: number[] = [];

const filtro = (mas: Record<string, string> = {}): FiltroReclamos => filtroReclamos.parse(mas);
const lista = async (actor: Usuario, mas: Record<string, string> = {}) =>
  (await listarReclamos(ctxDe(actor), filtro(mas))).items.map((r) => r.id);

beforeAll(async () => {
  ciudad = await crearMunicipio();
  supervisora = await crearUsuario("supervisor");
  obrero = await crearUsuario("cuadrilla", { cuadrillaId: ciudad.cuadrillas.vialidad });
  vecino = await crearUsuario();
  otro = await crearUsuario();
  const calles = ["Mitre", "Belgrano", "San Martín", "Pasaje Los Tilos", "Mitre"];
  for (const [i, calle] of calles.entries()) {
    const r = await crearReclamoDe(
      i < 3 ? vecino : otro,
      ciudad,
      {
        titulo: `Bache en ${calle}`,
        direccion: `${calle} ${100 + i}`,
        ...(i === 4 ? { lat: null, lng: null } : {}),
      },
      { ahora: AHORA + i * 60 },
    );
    ids.push(r.id);
  }
  await asignarReclamo(ctxDe(supervisora), ids[1] as number, {
    cuadrilla_id: ciudad.cuadrillas.vialidad,
    version: 1,
  });
  await priorizarReclamo(ctxDe(supervisora), ids[3] as number, {
    prioridad: "urgente",
    version: 1,
  });
  await sumarseAReclamo(ctxDe(vecino), ids[4] as number).catch(() => undefined);
});

const de = (...i: number[]) => i.map((n) => ids[n]);

describe("who sees which", () => {
  it("shows all to a supervisor, newest first", async () => {
    expect(await lista(supervisora)).toEqual(de(4, 3, 2, 1, 0));
  });
  it("shows a vecino their own and those they follow", async () => {
    expect(await lista(otro)).toEqual(de(4, 3));
    const r = (await listarReclamos(ctxDe(supervisora), filtro())).items.find(
      (x) => x.id === ids[0],
    );
    await sumarseAReclamo(ctxDe(otro), r?.codigo as string);
    expect(await lista(otro)).toEqual(de(4, 3, 0));
  });
  it("shows a cuadrilla its own work, whatever it asks", async () => {
    expect(await lista(obrero)).toEqual(de(1));
    expect(await lista(obrero, { cuadrilla_id: String(ciudad.cuadrillas.luz) })).toEqual([]);
  });
  it("shows who was moved to another cuadrilla the new one's work, though the session still says the old", async () => {
    const mudado = await crearUsuario("cuadrilla", { cuadrillaId: ciudad.cuadrillas.luz });
    expect(await lista({ ...mudado, cuadrillaId: ciudad.cuadrillas.vialidad })).toEqual([]);
  });
  it("shows nothing to nobody", async () => {
    await expect(listarReclamos(ctxDe({ tipo: "anonimo" }), filtro())).rejects.toMatchObject({
      codigo: "sin_sesion",
    });
  });
});

describe("filters and orders", () => {
  it.each([
    [{ estado: "asignado" }, [1]],
    [{ sin_asignar: "1" }, [4, 3, 2, 0]],
    [{ sin_ubicar: "1" }, [4]],
    [{ prioridad: "urgente" }, [3]],
    [{ vencidos: "1" }, []],
    [{ estado: "resuelto" }, []],
    [{ cerrados: "1" }, []],
    [{ cerrados: "1", orden: "vence" }, []],
    [{ abiertos: "1", prioridad: "normal" }, [4, 2, 1, 0]],
  ])("filters by %o", async (f, esperados) => {
    expect(await lista(supervisora, f as Record<string, string>)).toEqual(de(...esperados));
  });

  it("orders by what falls due first", async () => {
    expect(await lista(supervisora, { orden: "vence" })).toEqual(de(3, 0, 1, 2, 4));
  });

  it("bounds by date, in both orders", async () => {
    const desde = new Date((AHORA + 60) * 1000).toISOString();
    const hasta = new Date((AHORA + 180) * 1000).toISOString();
    expect(await lista(supervisora, { desde, hasta })).toEqual(de(2, 1));
    expect(await lista(supervisora, { desde, hasta, orden: "vence" })).toEqual(de(1, 2));
    expect(await lista(supervisora, { desde: "2030-01-01T00:00:00Z" })).toEqual([]);
    expect(await lista(supervisora, { hasta: "2020-01-01T00:00:00Z" })).toEqual([]);
  });
});

describe("pages", () => {
  it.each(["reciente", "vence"])("go on where the last one ended, in order %s", async (orden) => {
    const todos = await lista(supervisora, { orden });
    const vistos: number[] = [];
    let cursor: string | null = null;
    do {
      const p: Awaited<ReturnType<typeof listarReclamos>> = await listarReclamos(
        ctxDe(supervisora),
        filtro({ orden, limite: "2", ...(cursor ? { cursor } : {}) }),
      );
      expect(p.items.length).toBeLessThanOrEqual(2);
      vistos.push(...p.items.map((r) => r.id));
      cursor = p.cursor;
    } while (cursor);
    expect(vistos).toEqual(todos);
  });

  it("refuses a cursor that is not ours", async () => {
    for (const cursor of ["zzz", btoa("1.2.3"), "%%%"])
      await expect(lista(supervisora, { cursor })).rejects.toMatchObject({
        codigo: "datos_invalidos",
      });
  });
});

describe("search", () => {
  it.each([
    ["mitre", [4, 0]],
    ["MÍTRE", [4, 0]],
    ["san mart", [2]],
    ["tilos bache", [3]],
    ["nada-de-esto", []],
    ['"*()', []],
    ["'; DROP TABLE reclamos", []],
  ])("finds %s", async (q, esperados) => {
    expect(await lista(supervisora, { q })).toEqual(de(...esperados));
  });

  it("finds by number, with or without the sign", async () => {
    expect(await lista(supervisora, { q: `#${ids[2]}` })).toEqual(de(2));
    expect(await lista(supervisora, { q: String(ids[2]) })).toEqual(de(2));
    expect(await lista(otro, { q: String(ids[2]) })).toEqual([]);
  });

  it("goes on page by page", async () => {
    const p = await listarReclamos(ctxDe(supervisora), filtro({ q: "bache", limite: "3" }));
    expect(p.items.map((r) => r.id)).toEqual(de(4, 3, 2));
    expect(
      await lista(supervisora, { q: "bache", limite: "3", cursor: p.cursor as string }),
    ).toEqual(de(1, 0));
  });
});

describe("the closed of a span of time", () => {
  it("come by when they were closed, the latest first, page by page", async () => {
    const cerrar = (i: number, minutos: number) =>
      rechazarReclamo(ctxDe(supervisora, { ahora: AHORA + minutos * 60 }), ids[i] as number, {
        motivo: "otro",
        texto: "No es de la municipalidad.",
        version: i === 3 ? 2 : 1,
      });
    await cerrar(3, 500);
    await cerrar(0, 600);
    await cerrar(4, 400);
    const desde = new Date((AHORA + 400 * 60) * 1000).toISOString();
    const hasta = new Date((AHORA + 600 * 60) * 1000).toISOString();
    expect(await lista(supervisora, { cerrado_desde: desde })).toEqual(de(0, 3, 4));
    expect(await lista(supervisora, { cerrado_desde: desde, cerrado_hasta: hasta })).toEqual(
      de(3, 4),
    );
    expect(await lista(supervisora, { cerrado_desde: desde, estado: "resuelto" })).toEqual([]);
    const pedido = { cerrado_desde: desde, orden: "vence", limite: "2" };
    const p = await listarReclamos(ctxDe(supervisora), filtro(pedido));
    expect(p.items.map((r) => r.id)).toEqual(de(0, 3));
    expect(await lista(supervisora, { ...pedido, cursor: p.cursor as string })).toEqual(de(4));
  });

  it("and those that lie in no zona are one filter", async () => {
    expect(await lista(supervisora, { sin_zona: "1" })).toEqual(de(4));
  });
});

describe("those to which something happened", () => {
  const cuando = (minutos: number) => new Date((AHORA + minutos * 60) * 1000).toISOString();
  const pasar = (hecho: Hecho, i: number, minutos: number) =>
    db
      .insert(schema.cifras_hechos)
      .values({ hecho, en: AHORA + minutos * 60, reclamo_id: ids[i] as number });

  it("come by when it did, the latest first, once each, page by page", async () => {
    await pasar("reabierto", 1, 10);
    await pasar("reabierto", 1, 30);
    await pasar("reabierto", 0, 20);
    await pasar("reabierto", 4, 5);
    await pasar("calificado", 3, 20);
    const hecho = "reabierto";
    expect(await lista(supervisora, { hecho })).toEqual(de(1, 0, 4));
    // Up to then it had happened to it once.
    expect(await lista(supervisora, { hecho, hecho_hasta: cuando(30) })).toEqual(de(0, 1, 4));
    expect(await lista(supervisora, { hecho, hecho_desde: cuando(6) })).toEqual(de(1, 0));
    const pedido = { hecho, orden: "vence", limite: "2" };
    const p = await listarReclamos(ctxDe(supervisora), filtro(pedido));
    expect(p.items.map((r) => r.id)).toEqual(de(1, 0));
    expect(await lista(supervisora, { ...pedido, cursor: p.cursor as string })).toEqual(de(4));
  });

  it("are a condition of a search, and of one's own list", async () => {
    expect(await lista(supervisora, { hecho: "calificado", q: `#${ids[3]}` })).toEqual(de(3));
    expect(await lista(supervisora, { hecho: "calificado", q: `#${ids[0]}` })).toEqual([]);
    expect(await lista(supervisora, { hecho: "reabierto", mios: "1" })).toEqual([]);
  });
});
