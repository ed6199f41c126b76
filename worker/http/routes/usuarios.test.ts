import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Problema } from "../../../contract/errores.ts";
import type { UsuarioDetalle } from "../../../contract/esquemas/cuentas.ts";
import { CIERRE } from "../../../contract/tramas.ts";
import type { Rol } from "../../../contract/vocabulario.ts";
import { hashPassword } from "../../auth/password.ts";
import { schema } from "../../db/client.ts";
import { registrarUsuario } from "../../domain/usuarios/registrar.ts";
import { abrirCliente, type Cliente, ingresarCon } from "../../testing/cliente.ts";
import { enchufar } from "../../testing/enchufe.ts";
import { AHORA, crearConContrasena, ctxDe, db } from "../../testing/fabrica.ts";

const CONTRASENA = "Una-clave-larga-7";
let hash = "";
let admin: Cliente;
let cuenta = 0;

beforeAll(async () => {
  hash = await hashPassword(CONTRASENA);
  admin = await entrar(await persona("admin"));
});

/** A registered person with this role. */
async function persona(rol: Rol) {
  const email = `persona${++cuenta}@villabaldosa.example`;
  const ctx = ctxDe({ tipo: "anonimo" }, { ahora: AHORA });
  const { id } = await registrarUsuario(ctx, { email, nombre: "Ana", apellido: "Paz" }, hash);
  await db
    .update(schema.usuarios)
    .set({ rol, emailVerified: true })
    .where(eq(schema.usuarios.id, id));
  return { id, email };
}

async function entrar({ email }: { email: string }) {
  const { cuerpo, status } = await ingresarCon(abrirCliente(), email, CONTRASENA);
  expect(status).toBe(200);
  return abrirCliente({ token: cuerpo.access_token });
}

let vecina: { id: number; email: string };
beforeEach(async () => {
  vecina = await persona("vecino");
});

test("blocking ends the person's sessions and closes their sockets at once", async () => {
  const suya = await entrar(vecina);
  const enchufe = await enchufar(env.USER_CHANNEL, vecina.id);
  const { status, cuerpo } = await admin.pedir<UsuarioDetalle>(
    "PUT",
    `/api/usuarios/${vecina.id}`,
    { bloqueado: true },
  );
  expect({ status, cuerpo }).toMatchObject({ status: 200, cuerpo: { ...vecina, bloqueado: true } });
  await enchufe.hasta((e) => e.cierre !== null, "the close");
  expect(enchufe.cierre).toEqual({ code: CIERRE.sesionTerminada, reason: "sesion_terminada" });
  expect((await suya.pedir("GET", "/api/auth/me")).status).toBe(401);
});

test("a new role holds from the next session on", async () => {
  const suya = await entrar(vecina);
  expect((await suya.pedir("GET", "/api/usuarios")).status).toBe(403);
  await admin.pedir("PUT", `/api/usuarios/${vecina.id}`, { rol: "supervisor" });
  expect((await suya.pedir("GET", "/api/usuarios")).status).toBe(401);
  expect((await (await entrar(vecina)).pedir("GET", "/api/usuarios")).status).toBe(200);
});

test("nobody gets work of the city by an address that is not proved: it may be another's who opened the account", async () => {
  const ctx = ctxDe({ tipo: "anonimo" }, { ahora: AHORA });
  const email = "juan@villabaldosa.example";
  const { id } = await registrarUsuario(ctx, { email, nombre: "Juan", apellido: "Paz" }, hash);
  const cambio = (datos: object) => admin.pedir<Problema>("PUT", `/api/usuarios/${id}`, datos);
  const r = await cambio({ rol: "supervisor" });
  expect(r.status).toBe(422);
  expect(r.cuerpo.errores).toEqual([
    { campo: "rol", mensaje: expect.stringMatching(/Invitala/) as string },
  ]);
  expect((await cambio({ bloqueado: true })).status).toBe(200);
});

test("who gets work of the city with a password that anybody would try has to choose another", async () => {
  const comun = await crearConContrasena("Test123!");
  const vars = { TWO_FACTOR: "required" };
  const entra = () => ingresarCon(abrirCliente({ vars }), comun.email, "Test123!");
  expect((await entra()).status).toBe(200);
  await admin.pedir("PUT", `/api/usuarios/${comun.id}`, { rol: "supervisor" });
  expect(await entra()).toMatchObject({
    status: 403,
    cuerpo: { codigo: "contrasena_comun", detail: expect.stringMatching(/Olvidé mi contraseña/) },
  });
  // A stranger learns nothing by it.
  expect((await ingresarCon(abrirCliente({ vars }), comun.email, "Password1!")).status).toBe(401);
});

test("what changes nothing leaves the sockets open", async () => {
  const enchufe = await enchufar(env.USER_CHANNEL, vecina.id);
  await admin.pedir("PUT", `/api/usuarios/${vecina.id}`, { rol: "vecino" });
  await enchufe.alDia();
  expect(enchufe.cierre).toBeNull();
});

test("the list comes in pages, by role and by name", async () => {
  const una = await admin.pedir<{ items: UsuarioDetalle[]; cursor: string }>(
    "GET",
    "/api/usuarios?limite=1&rol=vecino&q=paz",
  );
  expect(una.cuerpo.items).toMatchObject([{ id: vecina.id, rol: "vecino" }]);
  const otra = await admin.pedir<{ items: UsuarioDetalle[] }>(
    "GET",
    `/api/usuarios?limite=1&rol=vecino&cursor=${una.cuerpo.cursor}`,
  );
  expect(otra.cuerpo.items[0]?.id).toBeLessThan(vecina.id);
  expect(una.headers.get("Cache-Control")).toBe("no-store");
});

test.each([
  ["GET", "/api/usuarios?rol=jefe", undefined, 422],
  ["GET", `/api/usuarios?q=${"a".repeat(101)}`, undefined, 422],
  ["GET", "/api/usuarios?cursor=x", undefined, 422],
  ["PUT", "/api/usuarios/999999", { bloqueado: true }, 404],
  ["PUT", "/api/usuarios/uno", { bloqueado: true }, 404],
  ["PUT", "/api/usuarios/1", { rol: "jefe", cuadrilla_id: "x", bloqueado: "no" }, 422],
  ["PUT", "/api/usuarios/1", "{", 400],
])("%s %s with %j is %i", async (metodo, ruta, cuerpo, status) => {
  expect((await admin.pedir(metodo, ruta, cuerpo)).status).toBe(status);
});

test("nobody signed in sees or changes anybody", async () => {
  expect((await abrirCliente().pedir("GET", "/api/usuarios")).status).toBe(401);
  const { status } = await abrirCliente().pedir("PUT", `/api/usuarios/${vecina.id}`, {});
  expect(status).toBe(401);
});
