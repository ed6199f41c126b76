import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Usuario } from "../../../contract/acciones.ts";
import type { UsuarioCambio } from "../../../contract/esquemas/cuentas.ts";
import { ROLES } from "../../../contract/vocabulario.ts";
import { schema } from "../../db/client.ts";
import {
  AHORA,
  type Ciudad,
  crearMunicipio,
  crearUsuario,
  ctxDe,
  db,
} from "../../testing/fabrica.ts";
import { cambiarUsuario } from "./cambiar.ts";
import { verQuien, verYo } from "./ver.ts";

const { auditoria, sesiones, usuarios } = schema;

let ciudad: Ciudad;
let admin: Usuario;
let vecina: Usuario;

beforeAll(async () => {
  ciudad = await crearMunicipio();
});

beforeEach(async () => {
  admin = await crearUsuario("admin");
  vecina = await crearUsuario("vecino");
  await abrirSesiones(vecina);
});

async function abrirSesiones(quien: Usuario) {
  const en = new Date(AHORA * 1000);
  for (const token of [crypto.randomUUID(), crypto.randomUUID()])
    await db
      .insert(sesiones)
      .values({ userId: quien.id, token, expiresAt: en, createdAt: en, updatedAt: en });
}

const sesionesDe = ({ id }: Usuario) => db.$count(sesiones, eq(sesiones.userId, id));
const cambiar = (quien: Usuario, cambio: UsuarioCambio, como: Usuario = admin) =>
  cambiarUsuario(ctxDe(como), quien.id, cambio);
const guardado = async ({ id }: Usuario) => {
  const [u] = await db.select().from(usuarios).where(eq(usuarios.id, id));
  return { rol: u?.rol, cuadrilla: u?.cuadrillaId, bloqueado: u?.bloqueadoEn };
};

test("a new role is written, and signs the person out everywhere", async () => {
  const ajena = await crearUsuario();
  await abrirSesiones(ajena);
  const { usuario, sesionesCerradas } = await cambiar(vecina, { rol: "supervisor" });
  expect(usuario).toMatchObject({ id: vecina.id, rol: "supervisor", bloqueado: false });
  expect(sesionesCerradas).toBe(true);
  expect(await guardado(vecina)).toEqual({ rol: "supervisor", cuadrilla: null, bloqueado: null });
  expect(await sesionesDe(vecina)).toBe(0);
  expect(await sesionesDe(ajena)).toBe(2);
});

test("blocking signs out and keeps the rest; blocking again changes nothing; unblocking undoes it", async () => {
  expect((await cambiar(vecina, { bloqueado: true })).usuario.bloqueado).toBe(true);
  expect(await sesionesDe(vecina)).toBe(0);
  expect(await guardado(vecina)).toEqual({ rol: "vecino", cuadrilla: null, bloqueado: AHORA });
  const otraVez = await cambiarUsuario(ctxDe(admin, { ahora: AHORA + 9 }), vecina.id, {
    bloqueado: true,
  });
  expect(otraVez.sesionesCerradas).toBe(false);
  expect((await guardado(vecina)).bloqueado).toBe(AHORA);
  expect((await cambiar(vecina, { bloqueado: false })).usuario.bloqueado).toBe(false);
  expect((await guardado(vecina)).bloqueado).toBeNull();
});

const anotado = ({ id }: Usuario) =>
  db
    .select({
      accion: auditoria.accion,
      usuario_id: auditoria.usuario_id,
      cambios: auditoria.cambios,
    })
    .from(auditoria)
    .where(eq(auditoria.objeto_id, id))
    .orderBy(auditoria.id);

test("each change is on record, with who made it and what was before", async () => {
  const { vialidad } = ciudad.cuadrillas;
  await cambiar(vecina, { rol: "cuadrilla", cuadrilla_id: vialidad });
  await cambiar(vecina, { bloqueado: true });
  await cambiar(vecina, { bloqueado: true });
  await cambiar(vecina, { bloqueado: false });
  expect(await anotado(vecina)).toEqual(
    [
      ["rol", { rol: ["vecino", "cuadrilla"], cuadrilla_id: [null, vialidad] }],
      ["bloqueo", { bloqueado: [false, true] }],
      ["desbloqueo", { bloqueado: [true, false] }],
    ].map(([accion, cambios]) => ({ accion, usuario_id: admin.id, cambios })),
  );
});

test("what is already so leaves the person signed in", async () => {
  const { sesionesCerradas } = await cambiar(vecina, { rol: "vecino", bloqueado: false });
  expect(sesionesCerradas).toBe(false);
  expect(await sesionesDe(vecina)).toBe(2);
});

test("role cuadrilla needs an active crew, and any other role loses it", async () => {
  const { vialidad, luz, inactiva } = ciudad.cuadrillas;
  for (const cuadrilla_id of [undefined, null, inactiva, 99_999])
    await expect(
      cambiar(vecina, {
        rol: "cuadrilla",
        ...(cuadrilla_id === undefined ? {} : { cuadrilla_id }),
      }),
    ).rejects.toMatchObject({
      codigo: "datos_invalidos",
      mas: { errores: [{ campo: "cuadrilla_id" }] },
    });
  expect(await sesionesDe(vecina)).toBe(2);
  await cambiar(vecina, { rol: "cuadrilla", cuadrilla_id: vialidad });
  expect(await guardado(vecina)).toMatchObject({ rol: "cuadrilla", cuadrilla: vialidad });
  await abrirSesiones(vecina);
  await cambiar(vecina, { cuadrilla_id: luz });
  expect(await guardado(vecina)).toMatchObject({ rol: "cuadrilla", cuadrilla: luz });
  expect(await sesionesDe(vecina)).toBe(0);
  await cambiar(vecina, { rol: "vecino" });
  expect(await guardado(vecina)).toMatchObject({ rol: "vecino", cuadrilla: null });
});

test("a crew for who is no cuadrilla is refused", async () => {
  await expect(cambiar(vecina, { cuadrilla_id: ciudad.cuadrillas.vialidad })).rejects.toMatchObject(
    { mas: { errores: [{ campo: "cuadrilla_id" }] } },
  );
});

test.each(ROLES.filter((r) => r !== "admin"))("a %s changes nobody", async (rol) => {
  const cuadrillaId = rol === "cuadrilla" ? ciudad.cuadrillas.luz : null;
  const quien = await crearUsuario(rol, { cuadrillaId });
  for (const a of [vecina, quien])
    await expect(cambiar(a, { rol: "admin" }, quien)).rejects.toMatchObject({
      codigo: "sin_permiso",
    });
  expect((await guardado(vecina)).rol).toBe("vecino");
});

test("nobody signed in changes nobody", async () => {
  await expect(
    cambiarUsuario(ctxDe({ tipo: "anonimo" }), vecina.id, { bloqueado: true }),
  ).rejects.toMatchObject({ codigo: "sin_sesion" });
});

test("an unknown person is 404", async () => {
  await expect(cambiarUsuario(ctxDe(admin), 999_999, { bloqueado: true })).rejects.toMatchObject({
    codigo: "no_encontrado",
  });
});

test("an admin neither blocks nor demotes himself", async () => {
  await expect(cambiar(admin, { bloqueado: true })).rejects.toMatchObject({
    mas: { errores: [{ campo: "bloqueado" }] },
  });
  await expect(cambiar(admin, { rol: "vecino" })).rejects.toMatchObject({
    mas: { errores: [{ campo: "rol" }] },
  });
  expect(await guardado(admin)).toMatchObject({ rol: "admin", bloqueado: null });
});

test("of two admins who demote each other at once, one stays", async () => {
  const otro = await crearUsuario("admin");
  const [a, b] = await Promise.allSettled([
    cambiar(otro, { rol: "vecino" }, admin),
    cambiar(admin, { rol: "vecino" }, otro),
  ]);
  expect([a.status, b.status].sort()).toEqual(["fulfilled", "rejected"]);
  const roles = [(await guardado(admin)).rol, (await guardado(otro)).rol].sort();
  expect(roles).toEqual(["admin", "vecino"]);
});

test("an admin who has been blocked meanwhile changes nothing, and closes nobody's sessions", async () => {
  await db.update(usuarios).set({ bloqueadoEn: 1 }).where(eq(usuarios.id, admin.id));
  await expect(cambiar(vecina, { bloqueado: true })).rejects.toMatchObject({
    codigo: "estado_no_permite",
  });
  expect(await sesionesDe(vecina)).toBe(2);
  expect((await guardado(vecina)).bloqueado).toBeNull();
  expect(await anotado(vecina)).toEqual([]);
});

test("an account that is not as the admin saw it is left alone", async () => {
  const visto = { rol: "vecino" as const, cuadrilla_id: null, bloqueado: false };
  await cambiar(vecina, { rol: "supervisor", visto });
  await abrirSesiones(vecina);
  await expect(cambiar(vecina, { bloqueado: true, visto })).rejects.toMatchObject({
    codigo: "version_vieja",
  });
  expect(await guardado(vecina)).toMatchObject({ rol: "supervisor", bloqueado: null });
  expect(await sesionesDe(vecina)).toBe(2);
});

test("a session from before the change is nobody's, whatever its cookie says", async () => {
  const antes = ctxDe(vecina);
  expect((await verQuien(antes)).yo?.id).toBe(vecina.id);
  await cambiar(vecina, { rol: "supervisor" });
  expect(await verQuien(antes)).toEqual({ yo: null });
  await expect(verYo(antes)).rejects.toMatchObject({ codigo: "sin_sesion" });
  const despues = ctxDe({ ...vecina, rol: "supervisor" });
  expect((await verQuien(despues)).yo?.rol).toBe("supervisor");
  await cambiar(vecina, { bloqueado: true });
  expect(await verQuien(despues)).toEqual({ yo: null });
});

test("an admin whose session was ended changes nothing with its warm cookie", async () => {
  const cerrada = { ...admin, sesionId: 999_999 };
  await expect(cambiar(vecina, { rol: "admin" }, cerrada)).rejects.toThrow();
  expect(await guardado(vecina)).toMatchObject({ rol: "vecino" });
});
