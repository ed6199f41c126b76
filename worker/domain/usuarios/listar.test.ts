import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import type { Usuario } from "../../../contract/acciones.ts";
import type { FiltroUsuarios } from "../../../contract/esquemas/cuentas.ts";
import { abrirDatos } from "../../domain/contexto.ts";
import { AHORA, crearUsuario, ctxDe, db } from "../../testing/fabrica.ts";
import { sentenciasSinCuenta } from "../enlaces/internal.ts";
import { listarUsuarios } from "./listar.ts";
import { verYo } from "./ver.ts";

let supervisora: Usuario;
const todos: number[] = [];

beforeAll(async () => {
  // Who stands for people without an account is in no list.
  for (const sentencia of sentenciasSinCuenta(db, AHORA)) await db.batch([sentencia]);
  supervisora = await crearUsuario("supervisor", { nombre: "Ramona" });
  todos.push(supervisora.id);
  for (const [nombre, email] of [
    ["Jésica ÁLVAREZ", "jesi@prueba.example"],
    ["Iñaki", "otro@prueba.example"],
    ["100%", "cien@prueba.example"],
  ] as const)
    todos.push((await crearUsuario("vecino", { nombre, email })).id);
  todos.push((await crearUsuario("vecino", { nombre: "Bloqueado", bloqueadoEn: 1 })).id);
  for (let i = 0; i < 60; i++) todos.push((await crearUsuario("vecino")).id);
});

const listar = (filtro: Partial<FiltroUsuarios> = {}, actor: Usuario = supervisora) =>
  listarUsuarios(ctxDe(actor), { limite: 20, ...filtro });

test("the pages hold everyone once, newest first, and end", async () => {
  const vistos: number[] = [];
  let cursor: string | null = null;
  do {
    const pagina: Awaited<ReturnType<typeof listar>> = await listar(cursor ? { cursor } : {});
    vistos.push(...pagina.items.map((u) => u.id));
    cursor = pagina.cursor;
  } while (cursor);
  expect(vistos).toEqual(todos.toReversed());
});

test("a last page that is just full has no cursor", async () => {
  expect((await listar({ limite: todos.length })).cursor).toBeNull();
});

test.each([
  ["jesica alvarez", ["Jésica ÁLVAREZ"]],
  ["ÁLVAR", ["Jésica ÁLVAREZ"]],
  ["iñaki", ["Iñaki"]],
  ["JESI@", ["Jésica ÁLVAREZ"]],
  ["%", ["100%"]],
  ["_", []],
  ["'; DROP TABLE usuarios --", []],
  ["á".repeat(100), []],
])("q=%s finds by name or e-mail, whatever the accents", async (q, nombres) => {
  expect((await listar({ q })).items.map((u) => u.nombre)).toEqual(nombres);
});

test("by role, and each row says what an admin must know and no secret", async () => {
  const { items } = await listar({ rol: "supervisor" });
  expect(items).toEqual([
    {
      id: supervisora.id,
      email: expect.stringContaining("@prueba.example"),
      nombre: "Ramona",
      apellido: "Prueba",
      rol: "supervisor",
      telefono: "11 5555-0000",
      cuadrilla_id: null,
      verificado: true,
      segundo_factor: "no",
      bloqueado: false,
    },
  ]);
  expect((await listar({ q: "Bloqueado" })).items[0]?.bloqueado).toBe(true);
});

test("a page of 20 costs one trip and at most 60 rows read", async () => {
  const { db, consumo } = abrirDatos(env.DB);
  for (const filtro of [{}, { rol: "vecino" } as const]) {
    Object.assign(consumo, { viajes: 0, leidas: 0 });
    await listarUsuarios(ctxDe(supervisora, { db }), { limite: 20, ...filtro });
    expect(consumo.viajes).toBe(1);
    expect(consumo.leidas).toBeLessThanOrEqual(60);
  }
});

test("a cursor that is not ours is refused", async () => {
  for (const cursor of ["0", "-1", "a", "1e3", "1 OR 1"])
    await expect(listar({ cursor })).rejects.toMatchObject({ codigo: "datos_invalidos" });
});

test("only supervisors and admins see the list", async () => {
  const admin = await crearUsuario("admin");
  expect((await listar({}, admin)).items).toHaveLength(20);
  for (const rol of ["vecino", "cuadrilla"] as const) {
    const quien = await crearUsuario(rol);
    await expect(listar({}, quien)).rejects.toMatchObject({ codigo: "sin_permiso" });
  }
  const nadie = ctxDe({ tipo: "anonimo" });
  await expect(listarUsuarios(nadie, { limite: 20 })).rejects.toMatchObject({
    codigo: "sin_sesion",
  });
});

test("an account that is no more is not signed in", async () => {
  const fantasma = { ...supervisora, id: 999_999 };
  await expect(verYo(ctxDe(fantasma))).rejects.toMatchObject({ codigo: "sin_sesion" });
});
