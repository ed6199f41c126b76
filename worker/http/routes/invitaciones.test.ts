import { and, eq } from "drizzle-orm";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import type { Problema } from "../../../contract/errores.ts";
import type { Yo } from "../../../contract/esquemas/cuentas.ts";
import type { EnlaceUsado, EnlaceVisto } from "../../../contract/esquemas/enlaces.ts";
import type { Invitacion } from "../../../contract/esquemas/invitaciones.ts";
import { schema } from "../../db/client.ts";
import { clienteDe } from "../../testing/api.ts";
import { tokenDelCorreo } from "../../testing/buzon.ts";
import { abrirCliente, type Cliente, ingresarCon } from "../../testing/cliente.ts";
import { type Ciudad, crearMunicipio, crearUsuario, db } from "../../testing/fabrica.ts";

let ciudad: Ciudad;
let jefe: Cliente;
let n = 0;
const correo = () => `nueva${++n}@villa.example`;
beforeAll(async () => {
  ciudad = await crearMunicipio();
  jefe = await clienteDe(await crearUsuario("admin"));
});
afterEach(() => vi.useRealTimers());

const invitar = (email: string, mas: object = {}) =>
  jefe.pedir<Invitacion & Problema>("POST", "/api/invitaciones", {
    nombre: "Eva",
    apellido: "Luna",
    email,
    rol: "supervisor",
    ...mas,
  });
const ver = (token: string) =>
  abrirCliente().pedir<EnlaceVisto & Problema>("POST", "/api/auth/enlace/ver", { token });
const BIEN = { nombre: "Eva María", apellido: "Luna", nueva: "rioja-lapacho-47" };
const aceptar = (token: string, mas: object = BIEN, cliente = abrirCliente()) =>
  cliente.pedir<EnlaceUsado & Problema>("POST", "/api/auth/enlace/usar", { token, ...mas });
const abiertas = async () =>
  (await jefe.pedir<{ items: Invitacion[] }>("GET", "/api/invitaciones")).cuerpo.items;

it("who is invited says their name, chooses a password, and is in with the role and the cuadrilla", async () => {
  const email = correo();
  const { vialidad } = ciudad.cuadrillas;
  const r = await invitar(email, { rol: "cuadrilla", cuadrilla_id: vialidad });
  expect(r).toMatchObject({
    status: 201,
    cuerpo: { email, rol: "cuadrilla", cuadrilla_id: vialidad, envio: 1, vencida: false },
  });
  expect((await abiertas()).map((i) => i.email)).toContain(email);
  const token = await tokenDelCorreo(email);
  expect((await ver(token)).cuerpo).toMatchObject({
    que: "invitacion",
    email,
    con_cuenta: false,
    invitacion: { rol: "cuadrilla", cuadrilla: "Vialidad 1", nombre: "Eva", apellido: "Luna" },
  });
  expect((await aceptar(token, { nueva: BIEN.nueva })).status).toBe(422);
  expect((await aceptar(token, { nombre: "Eva", nueva: "corta" })).status).toBe(422);
  const comun = await aceptar(token, { ...BIEN, nueva: "Test123!" });
  expect(comun.cuerpo.errores).toMatchObject([{ campo: "nueva" }]);
  const navegador = abrirCliente();
  expect((await aceptar(token, BIEN, navegador)).status).toBe(200);
  expect((await navegador.pedir<Yo>("GET", "/api/auth/me")).cuerpo).toMatchObject({
    email,
    nombre: "Eva María",
    rol: "cuadrilla",
    cuadrilla_id: vialidad,
    verificado: true,
  });
  expect((await ingresarCon(abrirCliente(), email, BIEN.nueva)).status).toBe(200);
  expect((await abiertas()).map((i) => i.email)).not.toContain(email);
  // Once.
  expect((await aceptar(token)).status).toBe(410);
});

it("of several who bring the link at once, one has the account", async () => {
  const email = correo();
  await invitar(email);
  const token = await tokenDelCorreo(email);
  const todas = await Promise.all([1, 2, 3, 4].map(() => aceptar(token)));
  expect(todas.map((r) => r.status).sort()).toEqual([200, 410, 410, 410]);
  expect(await db.$count(schema.usuarios, eq(schema.usuarios.email, email))).toBe(1);
});

it("sent again it has another link; taken back or late it opens nothing", async () => {
  const email = correo();
  const { id } = (await invitar(email)).cuerpo;
  const primero = await tokenDelCorreo(email);
  const otra = await jefe.pedir<Invitacion>("POST", `/api/invitaciones/${id}/reenviar`);
  expect(otra).toMatchObject({ status: 200, cuerpo: { envio: 2 } });
  expect((await aceptar(primero)).status).toBe(410);
  const segundo = await tokenDelCorreo(email);
  expect(segundo).not.toBe(primero);
  expect((await ver(segundo)).status).toBe(200);

  vi.useFakeTimers({ toFake: ["Date"] });
  vi.setSystemTime(Date.now() + 8 * 86_400_000);
  expect((await aceptar(segundo)).cuerpo.codigo).toBe("enlace_vencido");
  vi.useRealTimers();

  expect((await jefe.pedir("POST", `/api/invitaciones/${id}/retirar`)).status).toBe(204);
  expect((await aceptar(segundo)).status).toBe(410);
  expect((await jefe.pedir("POST", `/api/invitaciones/${id}/reenviar`)).status).toBe(404);
  // And the address may be invited anew.
  expect((await invitar(email)).status).toBe(201);
});

it("an address that is invited, or has a proved account, is not invited", async () => {
  const email = correo();
  await invitar(email);
  expect(await invitar(email)).toMatchObject({
    status: 409,
    cuerpo: { codigo: "ya_existe", errores: [{ campo: "email" }] },
  });
  const vecina = await crearUsuario();
  expect((await invitar(vecina.email)).status).toBe(409);
});

it("who registered the address beforehand keeps nothing: neither password, session nor name", async () => {
  const email = correo();
  const intruso = abrirCliente();
  const cuenta = { email, password: "Test123!", nombre: "Falsa", apellido: "Cuenta" };
  await intruso.pedir("POST", "/api/auth/register", cuenta);
  await ingresarCon(intruso, email, "Test123!");
  expect((await invitar(email)).status).toBe(201);
  const token = await tokenDelCorreo(email);
  // The invitation alone gives the intruder nothing.
  expect((await intruso.pedir<Yo>("GET", "/api/auth/me")).cuerpo.rol).toBe("vecino");
  const duena = abrirCliente();
  expect((await aceptar(token, BIEN, duena)).status).toBe(200);
  expect((await intruso.pedir("GET", "/api/auth/me")).status).toBe(401);
  expect((await ingresarCon(abrirCliente(), email, "Test123!")).status).toBe(401);
  expect((await duena.pedir<Yo>("GET", "/api/auth/me")).cuerpo).toMatchObject({
    nombre: "Eva María",
    rol: "supervisor",
  });
});

it("a crew belongs to role cuadrilla and to no other, and must be there", async () => {
  const { vialidad, inactiva } = ciudad.cuadrillas;
  for (const mal of [
    { rol: "cuadrilla" },
    { rol: "cuadrilla", cuadrilla_id: inactiva },
    { rol: "cuadrilla", cuadrilla_id: 99_999 },
    { rol: "admin", cuadrilla_id: vialidad },
    { rol: "vecino" },
  ])
    expect((await invitar(correo(), mal)).status).toBe(422);
});

it("each step is on record, and the record holds no address", async () => {
  const email = correo();
  const { id } = (await invitar(email)).cuerpo;
  await jefe.pedir("POST", `/api/invitaciones/${id}/reenviar`);
  await jefe.pedir("POST", `/api/invitaciones/${id}/retirar`);
  const [fila] = await db.select().from(schema.invitaciones).where(eq(schema.invitaciones.id, id));
  const hechos = await db
    .select()
    .from(schema.auditoria)
    .where(
      and(
        eq(schema.auditoria.accion, "invitacion"),
        eq(schema.auditoria.objeto_id, fila?.persona_id ?? 0),
      ),
    );
  expect(hechos.map((h) => h.cambios.motivo?.[1])).toEqual(["enviada", "reenviada", "retirada"]);
  expect(JSON.stringify(hechos)).not.toContain(email);
});

const VIEJA = { status: 410, cuerpo: { codigo: "invitacion_superada" } };
const idDe = async (email: string) =>
  (await db.select().from(schema.usuarios).where(eq(schema.usuarios.email, email)))[0]?.id ?? 0;
const cuentaDe = async (email: string) =>
  (await db.select().from(schema.usuarios).where(eq(schema.usuarios.email, email)))[0];
async function registrar(email: string) {
  const datos = { email, password: "Test123!", nombre: "Eva", apellido: "Luna" };
  await abrirCliente().pedir("POST", "/api/auth/register", datos);
}
/** As one does who reads that mailbox. */
const probar = (email: string) =>
  db.update(schema.usuarios).set({ emailVerified: true }).where(eq(schema.usuarios.email, email));
const poner = async (email: string, cambio: object) =>
  (await jefe.pedir("PUT", `/api/usuarios/${await idDe(email)}`, cambio)).status;

it("a role that an admin gave meanwhile wins over an older invitation, which says so", async () => {
  const email = correo();
  await invitar(email, { rol: "cuadrilla", cuadrilla_id: ciudad.cuadrillas.luz });
  const token = await tokenDelCorreo(email);
  await registrar(email);
  await probar(email);
  expect(await poner(email, { rol: "admin" })).toBe(200);
  const visto = await ver(token);
  expect(visto).toMatchObject(VIEJA);
  expect(visto.cuerpo.detail).toMatch(/después de esta invitación/);
  expect(await aceptar(token)).toMatchObject(VIEJA);
  expect(await cuentaDe(email)).toMatchObject({ rol: "admin", cuadrillaId: null });
  expect((await abiertas()).map((i) => i.email)).not.toContain(email);
});

it("so does another cuadrilla, the same role, and having been a vecino again", async () => {
  const { vialidad, luz } = ciudad.cuadrillas;
  const deCuadrilla = { rol: "cuadrilla", cuadrilla_id: vialidad };
  for (const [invitada, cambios] of [
    [deCuadrilla, [{ rol: "cuadrilla", cuadrilla_id: luz }]],
    [{ rol: "supervisor" }, [{ rol: "supervisor" }]],
    [{ rol: "supervisor" }, [{ rol: "supervisor" }, { rol: "vecino" }]],
  ] as const) {
    const email = correo();
    await invitar(email, invitada);
    const token = await tokenDelCorreo(email);
    await registrar(email);
    await probar(email);
    for (const cambio of cambios) expect(await poner(email, cambio)).toBe(200);
    const antes = await cuentaDe(email);
    expect((await aceptar(token)).status).toBe(410);
    expect(await cuentaDe(email)).toEqual(antes);
    const [ultima] = await db
      .select()
      .from(schema.invitaciones)
      .where(eq(schema.invitaciones.email, email));
    expect(ultima).toMatchObject({ aceptada_en: null, retirada_en: expect.any(Number) as unknown });
  }
});

it("an account of the staff that took the invited address keeps its role, and the invitation is not sent again", async () => {
  const email = correo();
  const { id } = (await invitar(email)).cuerpo;
  const token = await tokenDelCorreo(email);
  const admin = await crearUsuario("admin", { email });
  expect(await aceptar(token)).toMatchObject(VIEJA);
  expect(await cuentaDe(email)).toMatchObject({ id: admin.id, rol: "admin" });
  expect(await jefe.pedir("POST", `/api/invitaciones/${id}/reenviar`)).toMatchObject({
    status: 409,
    cuerpo: { codigo: "estado_no_permite" },
  });
  expect((await jefe.pedir("POST", `/api/invitaciones/${id}/retirar`)).status).toBe(204);
});

it("one taken back, or sent again, says which of the two it was", async () => {
  const email = correo();
  const { id } = (await invitar(email)).cuerpo;
  const primero = await tokenDelCorreo(email);
  await jefe.pedir("POST", `/api/invitaciones/${id}/reenviar`);
  expect((await ver(primero)).cuerpo.detail).toMatch(/otra vez/);
  const segundo = await tokenDelCorreo(email);
  await jefe.pedir("POST", `/api/invitaciones/${id}/retirar`);
  expect((await ver(segundo)).cuerpo.detail).toMatch(/retiró/);
});

it("of somebody who is no longer an admin opens nothing until another admin sends it again", async () => {
  const email = correo();
  const otro = await crearUsuario("admin");
  const suyo = await clienteDe(otro);
  const cuerpo = { nombre: "Eva", apellido: "Luna", email, rol: "admin" };
  const { id } = (await suyo.pedir<Invitacion>("POST", "/api/invitaciones", cuerpo)).cuerpo;
  const token = await tokenDelCorreo(email);
  await jefe.pedir("PUT", `/api/usuarios/${otro.id}`, { rol: "supervisor" });
  expect((await ver(token)).cuerpo.detail).toMatch(/ya no puede invitar/);
  expect((await aceptar(token)).status).toBe(410);
  expect((await jefe.pedir("POST", `/api/invitaciones/${id}/reenviar`)).status).toBe(200);
  expect((await aceptar(await tokenDelCorreo(email))).status).toBe(200);
  expect(await cuentaDe(email)).toMatchObject({ rol: "admin" });
});

it("of an admin who was blocked since opens nothing", async () => {
  const email = correo();
  const otro = await crearUsuario("admin");
  const suyo = await clienteDe(otro);
  const cuerpo = { nombre: "Eva", apellido: "Luna", email, rol: "admin" };
  expect((await suyo.pedir("POST", "/api/invitaciones", cuerpo)).status).toBe(201);
  const token = await tokenDelCorreo(email);
  expect((await jefe.pedir("PUT", `/api/usuarios/${otro.id}`, { bloqueado: true })).status).toBe(
    200,
  );
  expect((await ver(token)).status).toBe(410);
  expect((await aceptar(token)).status).toBe(410);
});
