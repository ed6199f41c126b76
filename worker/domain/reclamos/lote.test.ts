import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Usuario } from "../../../contract/acciones.ts";
import { lote } from "../../../contract/esquemas/pedidos.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { LIMITES } from "../../../contract/limites.ts";
import { schema } from "../../db/client.ts";
import { clienteDe } from "../../testing/api.ts";
import {
  type Ciudad,
  crearMunicipio,
  crearReclamoDe,
  crearUsuario,
  ctxDe,
  db,
} from "../../testing/fabrica.ts";
import { aplicarLote } from "./lote.ts";
import { priorizarReclamo } from "./priorizar.ts";

const TEXTO = "Lo revisamos y no corresponde a la calle.";
let ciudad: Ciudad;
let supervisora: Usuario;
let tres: Reclamo[];

beforeAll(async () => {
  ciudad = await crearMunicipio();
  supervisora = await crearUsuario("supervisor");
});
beforeEach(async () => {
  const vecino = await crearUsuario();
  tres = [];
  for (let i = 0; i < 3; i += 1) tres.push(await crearReclamoDe(vecino, ciudad));
});

const items = () => tres.map(({ id, version }) => ({ id, version }));
const eventosDe = async (id: number) =>
  (await db.select().from(schema.eventos).where(eq(schema.eventos.reclamo_id, id))).map(
    (e) => e.tipo,
  );
const [primero, segundo, tercero] = [0, 1, 2].map((i) => () => tres[i] as Reclamo) as [
  () => Reclamo,
  () => Reclamo,
  () => Reclamo,
];

describe("one action on several", () => {
  it("assigns each through its own evento", async () => {
    const ctx = ctxDe(supervisora);
    const { items: dados } = await aplicarLote(ctx, {
      accion: "asignar",
      cuadrilla_id: ciudad.cuadrillas.vialidad,
      items: items(),
    });
    expect(dados.map((d) => d.ok && [d.reclamo.estado, d.reclamo.version])).toEqual(
      Array(3).fill(["asignado", 2]),
    );
    for (const { id } of tres) expect(await eventosDe(id)).toEqual(["creado", "asignado"]);
    expect(ctx.hechos).toHaveLength(3);
  });

  it("does the others when one was changed meanwhile, and says which and why", async () => {
    await priorizarReclamo(ctxDe(supervisora), segundo().id, { prioridad: "urgente", version: 1 });
    const { items: dados } = await aplicarLote(ctxDe(supervisora), {
      accion: "rechazar",
      motivo: "otro",
      texto: TEXTO,
      items: items(),
    });
    expect(dados.map((d) => [d.id, d.ok])).toEqual([
      [primero().id, true],
      [segundo().id, false],
      [tercero().id, true],
    ]);
    expect(dados[1]).toMatchObject({ problema: { codigo: "version_vieja" } });
    expect(await eventosDe(segundo().id)).toEqual(["creado", "priorizado"]);
  });

  it("says of a wrong field which one, item by item", async () => {
    const { items: dados } = await aplicarLote(ctxDe(supervisora), {
      accion: "rechazar",
      motivo: "duplicado",
      original_id: primero().id,
      texto: TEXTO,
      items: items(),
    });
    expect(dados[0]).toMatchObject({
      ok: false,
      problema: { codigo: "datos_invalidos", errores: [{ campo: "original_id" }] },
    });
    expect(dados.slice(1).every((d) => d.ok)).toBe(true);
  });

  it("does nothing twice when all of it is sent again with its key", async () => {
    const pedido = { accion: "priorizar", prioridad: "alta", items: items() } as const;
    const mandar = () =>
      aplicarLote(ctxDe(supervisora, { clave: { valor: `k-${primero().id}`, huella: "h" } }), {
        ...pedido,
        items: items(),
      });
    const una = await mandar();
    expect(await mandar()).toEqual(una);
    for (const { id } of tres) expect(await eventosDe(id)).toEqual(["creado", "priorizado"]);
  });

  it("is not for who only works on them", async () => {
    const obrero = await crearUsuario("cuadrilla", { cuadrillaId: ciudad.cuadrillas.vialidad });
    await expect(
      aplicarLote(ctxDe(obrero), { accion: "priorizar", prioridad: "alta", items: items() }),
    ).rejects.toMatchObject({ codigo: "sin_permiso" });
  });
});

describe("over HTTP", () => {
  it("gives the same answer to the same key, and refuses the key with another body", async () => {
    const cliente = await clienteDe(supervisora);
    const clave = { "Idempotency-Key": crypto.randomUUID() };
    const mandar = (prioridad: string) =>
      cliente.pedir(
        "POST",
        "/api/reclamos/lote",
        { accion: "priorizar", prioridad, items: items() },
        clave,
      );
    const una = await mandar("alta");
    expect(una.status).toBe(200);
    const otra = await mandar("alta");
    expect([otra.status, otra.cuerpo]).toEqual([200, una.cuerpo]);
    expect(await mandar("baja")).toMatchObject({
      status: 422,
      cuerpo: { codigo: "clave_reusada" },
    });
  });

  it("names every wrong field", async () => {
    const cliente = await clienteDe(supervisora);
    const r = await cliente.pedir<{ errores: { campo: string }[] }>("POST", "/api/reclamos/lote", {
      accion: "rechazar",
      motivo: "duplicado",
      texto: "corto",
      items: [],
    });
    expect(r.status).toBe(422);
    expect(r.cuerpo.errores.map((e) => e.campo)).toEqual(
      expect.arrayContaining(["texto", "items"]),
    );
  });
});

describe("what a lote may carry", () => {
  const con = (lista: { id: number; version: number }[]) =>
    lote.safeParse({ accion: "priorizar", prioridad: "alta", items: lista }).success;
  const varios = (n: number) => Array.from({ length: n }, (_, i) => ({ id: i + 1, version: 1 }));
  it("is bounded, and never the same reclamo twice", () => {
    expect(con(varios(LIMITES.loteMax))).toBe(true);
    expect(con(varios(LIMITES.loteMax + 1))).toBe(false);
    expect(con([])).toBe(false);
    expect(con([...varios(2), { id: 2, version: 1 }])).toBe(false);
  });
});
