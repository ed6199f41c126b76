import { desc, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Usuario } from "../../../contract/acciones.ts";
import { schema } from "../../db/client.ts";
import { AHORA, crearUsuario, ctxDe, db } from "../../testing/fabrica.ts";
import { anotar, type Hecho, SI_CAMBIO } from "./anotar.ts";

const { auditoria, auditoria_detalles, personas } = schema;

let admin: Usuario;
beforeAll(async () => {
  admin = await crearUsuario("admin");
});

const RED = "203.0.113.0/24";
const poner = (hecho: Hecho) => db.batch(anotar(ctxDe(admin, { direccion: RED }), hecho));

async function ultima() {
  const [fila] = await db
    .select()
    .from(auditoria)
    .leftJoin(auditoria_detalles, eq(auditoria_detalles.auditoria_id, auditoria.id))
    .orderBy(desc(auditoria.id))
    .limit(1);
  return fila;
}

test("an act says who, when, what, from where, and what changed", async () => {
  await poner({
    accion: "ajuste",
    sobre: { objeto: "categoria", id: 7 },
    antes: { nombre: "Bacheo", activa: true, orden: 3 },
    despues: { nombre: "Calles", activa: false, orden: 3 },
  });
  expect(await ultima()).toMatchObject({
    auditoria: {
      en: AHORA,
      accion: "ajuste",
      usuario_id: admin.id,
      objeto: "categoria",
      objeto_id: 7,
      cambios: { activa: [true, false] },
    },
    auditoria_detalles: { direccion: RED, textos: { nombre: ["Bacheo", "Calles"] } },
  });
});

test("only numbers and closed words stay in the record; whatever else is free text, apart", async () => {
  await poner({
    accion: "ajuste",
    despues: { rol: "admin", contacto: { telefono: "11 4444-0000" }, nueva_columna: "Ana Paz" },
  });
  const fila = await ultima();
  expect(fila?.auditoria.cambios).toEqual({ rol: [null, "admin"] });
  expect(fila?.auditoria_detalles?.textos).toEqual({
    contacto: [null, '{"telefono":"11 4444-0000"}'],
    nueva_columna: [null, "Ana Paz"],
  });
});

test("with SI_CAMBIO nothing is recorded of a guarded change that missed", async () => {
  const antes = await db.$count(auditoria);
  for (const id of [admin.personaId, 999_999])
    await db.batch([
      db.update(personas).set({ idioma: "en" }).where(eq(personas.id, id)),
      ...anotar(ctxDe(admin, { direccion: RED }), { accion: "ajuste", si: SI_CAMBIO }),
    ]);
  expect((await db.$count(auditoria)) - antes).toBe(1);
  expect(await db.$count(auditoria_detalles)).toBeLessThanOrEqual(await db.$count(auditoria));
});

describe("the record", () => {
  const porQue = async (consulta: ReturnType<typeof sql>) => {
    const error = await db.run(consulta).then(
      () => null,
      (e: Error) => `${e.message} ${(e.cause as Error | undefined)?.message}`,
    );
    return error ?? "";
  };

  test.each([
    ["changed", sql`UPDATE auditoria SET accion = 'rol'`],
    ["deleted", sql`DELETE FROM auditoria`],
    [
      "replaced",
      sql`INSERT OR REPLACE INTO auditoria (id, en, accion, cambios) SELECT max(id), 1, 'rol', '{}' FROM auditoria`,
    ],
  ])("cannot be %s", async (_, consulta) => {
    await poner({ accion: "ajuste", despues: { nombre: "X" } });
    const antes = await db.select().from(auditoria);
    expect(await porQue(consulta)).toContain("auditoria: solo se agrega");
    expect(await db.select().from(auditoria)).toEqual(antes);
  });

  test("stands when its detail is erased; a detail says nothing else afterwards", async () => {
    await poner({ accion: "ajuste", despues: { nombre: "Zulema" } });
    const id = (await ultima())?.auditoria.id as number;
    for (const otra of [
      sql`UPDATE auditoria_detalles SET textos = '{}' WHERE auditoria_id = ${id}`,
      sql`UPDATE auditoria_detalles SET direccion = '10.0.0.0/24' WHERE auditoria_id = ${id}`,
      sql`INSERT OR REPLACE INTO auditoria_detalles (auditoria_id, textos) VALUES (${id}, '{}')`,
    ])
      expect(await porQue(otra)).toContain("auditoria_detalles: solo se borra");
    await db.run(sql`UPDATE auditoria_detalles SET direccion = NULL WHERE auditoria_id = ${id}`);
    expect((await ultima())?.auditoria_detalles).toMatchObject({
      direccion: null,
      textos: { nombre: [null, "Zulema"] },
    });
    await db.run(sql`DELETE FROM auditoria_detalles WHERE auditoria_id = ${id}`);
    expect(await ultima()).toMatchObject({ auditoria: { id }, auditoria_detalles: null });
  });
});
