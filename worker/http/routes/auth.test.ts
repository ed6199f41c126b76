import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Problema } from "../../../contract/errores.ts";
import { GALLETA_CACHE } from "../../auth/auth.ts";
import { claveDe, LIBRES, tomarIntento } from "../../auth/intentos.ts";
import { schema } from "../../db/client.ts";
import { abrirCliente, enUnMinuto, ingresarCon } from "../../testing/cliente.ts";
import { db } from "../../testing/fabrica.ts";

const CONTRASENA = "Test123!";
let cuenta = 0;
const direccionNueva = () => `vecina${++cuenta}@villabaldosa.example`;

const registrar = (datos: Record<string, unknown>, cliente = abrirCliente()) =>
  cliente.pedir<Problema & Record<string, unknown>>("POST", "/api/auth/register", datos);

/** A registered vecina and her address. */
async function vecina() {
  const email = direccionNueva();
  const datos = { email, password: CONTRASENA, nombre: "Ana", apellido: "Paz" };
  const { cuerpo, status } = await registrar({ ...datos, telefono: "11 5555-0101" });
  expect(status).toBe(201);
  return { email, id: cuerpo.id as number };
}

const bloquear = (email: string) =>
  db.update(schema.usuarios).set({ bloqueadoEn: 1 }).where(eq(schema.usuarios.email, email));

test("the seed's test_register", async () => {
  const { status, cuerpo } = await registrar({
    email: "test@example.com",
    password: "Test123!",
    nombre: "Test",
    apellido: "User",
  });
  expect(status).toBe(201);
  expect(cuerpo.email).toBe("test@example.com");
});

test("the seed's test_login", async () => {
  await registrar({
    email: "login@test.com",
    password: "Test123!",
    nombre: "Test",
    apellido: "User",
  });
  const { status, cuerpo } = await ingresarCon(abrirCliente(), "login@test.com", "Test123!");
  expect(status).toBe(200);
  expect(cuerpo).toHaveProperty("access_token");
});

test("registering answers with the account and nothing else, the address in lower case", async () => {
  const { cuerpo } = await registrar({
    email: " Nueva@VillaBaldosa.example ",
    password: CONTRASENA,
    nombre: " Ñusta ",
    apellido: "O'Higgins 👷",
    rol: "admin",
    bloqueadoEn: null,
  });
  expect(cuerpo).toEqual({
    id: expect.any(Number),
    email: "nueva@villabaldosa.example",
    nombre: "Ñusta",
    apellido: "O'Higgins 👷",
    rol: "vecino",
  });
});

test("a taken address is told, in any case of its letters, and leaves nothing half-written", async () => {
  const { email } = await vecina();
  const antes = await db.$count(schema.personas);
  const { status, cuerpo } = await registrar({
    email: email.toUpperCase(),
    password: "Otra-1234",
    nombre: "Eva",
    apellido: "Sosa",
  });
  expect(status).toBe(409);
  expect(cuerpo).toMatchObject({ codigo: "ya_existe", errores: [{ campo: "email" }] });
  expect(await db.$count(schema.personas)).toBe(antes);
});

test("of several people who take one address at once, one gets it", async () => {
  const email = direccionNueva();
  const datos = { email, password: CONTRASENA, nombre: "Ana", apellido: "Paz" };
  const todas = await Promise.all([1, 2, 3, 4].map(() => registrar(datos)));
  expect(todas.map((r) => r.status).sort()).toEqual([201, 409, 409, 409]);
  const personas = await db.select().from(schema.personas).where(eq(schema.personas.email, email));
  expect(personas).toHaveLength(1);
});

test("every wrong field is named at once", async () => {
  const { status, cuerpo } = await registrar({
    email: "no es",
    password: "corta",
    nombre: "",
    apellido: "a\u0000b",
    telefono: "llamame",
  });
  expect(status).toBe(422);
  expect(cuerpo.errores?.map((e) => e.campo).sort()).toEqual([
    "apellido",
    "email",
    "nombre",
    "password",
    "telefono",
  ]);
});

test.each([
  ["broken JSON", "{", "application/json", 400, "json_invalido"],
  ["a list", "[]", "application/json", 422, "datos_invalidos"],
  ["a form", "email=a%40b.example", "application/x-www-form-urlencoded", 415, "tipo_no_admitido"],
])("register refuses %s", async (_, cuerpo, tipo, status, codigo) => {
  const respuesta = await abrirCliente().pedir("POST", "/api/auth/register", cuerpo, {
    "Content-Type": tipo,
  });
  expect(respuesta).toMatchObject({ status, cuerpo: { codigo } });
});

test.each([
  ["JSON", '{"username":"a","password":"b"}', "application/json", 415, "tipo_no_admitido"],
  ["an empty form", "", "application/x-www-form-urlencoded", 422, "datos_invalidos"],
  [
    "a broken form",
    "username=%&password",
    "application/x-www-form-urlencoded",
    422,
    "datos_invalidos",
  ],
  [
    "a doubled field",
    "username=a&username=b&password=c",
    "application/x-www-form-urlencoded",
    422,
    "datos_invalidos",
  ],
])("login refuses %s", async (_, cuerpo, tipo, status, codigo) => {
  const respuesta = await abrirCliente().pedir("POST", "/api/auth/login", cuerpo, {
    "Content-Type": tipo,
  });
  expect(respuesta).toMatchObject({ status, cuerpo: { codigo } });
});

test("login gives a token for programs and a cookie for the site, and both open /me", async () => {
  const { email, id } = await vecina();
  const navegador = abrirCliente();
  const { cuerpo, headers } = await ingresarCon(navegador, email.toUpperCase(), CONTRASENA);
  const user = { id, email, nombre: "Ana", apellido: "Paz", rol: "vecino" };
  expect(cuerpo).toEqual({ access_token: expect.any(String), token_type: "bearer", user });
  expect(headers.get("Cache-Control")).toBe("no-store");
  const yo = {
    ...user,
    telefono: "11 5555-0101",
    cuadrilla_id: null,
    verificado: false,
    segundo_factor: "no",
    con_contrasena: true,
    persona_id: expect.any(Number),
    idioma: "es",
  };
  const porGalleta = await navegador.pedir("GET", "/api/auth/me");
  expect(porGalleta).toMatchObject({ status: 200, cuerpo: yo });
  expect(porGalleta.headers.get("Server-Timing")).toContain("viajes=1 ");
  const programa = abrirCliente({ token: cuerpo.access_token });
  const porToken = await programa.pedir("GET", "/api/auth/me");
  expect(porToken.cuerpo).toEqual(yo);
  expect(porToken.headers.getSetCookie()).toEqual([]);
});

test("nobody's /me is 401", async () => {
  for (const cliente of [abrirCliente(), abrirCliente({ token: "inventado" })])
    expect(await cliente.pedir("GET", "/api/auth/me")).toMatchObject({
      status: 401,
      cuerpo: { codigo: "sin_sesion" },
    });
});

test("a wrong password, an unknown address and what is no address get the same answer", async () => {
  const { email } = await vecina();
  const respuestas = [];
  for (const username of [email, direccionNueva(), "' OR 1=1 --", "<b>x</b>@a"]) {
    const { status, cuerpo, headers } = await ingresarCon(abrirCliente(), username, "Otra-1234");
    expect(headers.getSetCookie()).toEqual([]);
    respuestas.push({ status, cuerpo: { ...cuerpo, requestId: "" } });
  }
  expect(respuestas[0]).toMatchObject({ status: 401, cuerpo: { codigo: "credenciales" } });
  expect(new Set(respuestas.map((r) => JSON.stringify(r))).size).toBe(1);
});

test("who is blocked hears of it only with the right password, and gets no session", async () => {
  const { email, id } = await vecina();
  await bloquear(email);
  const mal = await ingresarCon(abrirCliente(), email, "Otra-1234");
  expect(mal).toMatchObject({ status: 401, cuerpo: { codigo: "credenciales" } });
  const bien = await ingresarCon(abrirCliente(), email, CONTRASENA);
  expect(bien).toMatchObject({ status: 403, cuerpo: { codigo: "bloqueado" } });
  expect(bien.headers.getSetCookie()).toEqual([]);
  expect(await db.$count(schema.sesiones, eq(schema.sesiones.userId, id))).toBe(0);
});

test("logging out ends the session at once, by cookie and by its token", async () => {
  const { email } = await vecina();
  const navegador = abrirCliente();
  const { access_token: token } = (await ingresarCon(navegador, email, CONTRASENA)).cuerpo;
  // A cold session would be sent warm with this very answer.
  navegador.galletas.delete(GALLETA_CACHE);
  const salida = await navegador.pedir("POST", "/api/auth/logout");
  expect(salida.status).toBe(204);
  expect([...navegador.galletas.keys()]).toEqual([]);
  expect((await abrirCliente({ token }).pedir("GET", "/api/auth/me")).status).toBe(401);
});

test("a program logs out with its token", async () => {
  const { email } = await vecina();
  const { access_token: token } = (await ingresarCon(abrirCliente(), email, CONTRASENA)).cuerpo;
  const programa = abrirCliente({ token });
  expect((await programa.pedir("POST", "/api/auth/logout")).status).toBe(204);
  expect((await programa.pedir("GET", "/api/auth/me")).status).toBe(401);
  expect((await programa.pedir("POST", "/api/auth/logout")).status).toBe(204);
});

test("another site's page can neither log in nor out", async () => {
  const { email } = await vecina();
  const de = { Origin: "https://malo.example" };
  const form = new URLSearchParams({ username: email, password: CONTRASENA });
  const entrada = await abrirCliente().pedir("POST", "/api/auth/login", form, de);
  expect(entrada).toMatchObject({ status: 403, cuerpo: { codigo: "origen_invalido" } });
  const salida = await abrirCliente().pedir("POST", "/api/auth/logout", undefined, de);
  expect(salida.status).toBe(403);
});

test("of twenty wrong logins of one address at once, from twenty places, five are looked at", async () => {
  const { email } = await vecina();
  const todas = await Promise.all(
    Array.from({ length: 20 }, () => ingresarCon(abrirCliente(), email, "Otra-1234")),
  );
  const por = (status: number) => todas.filter((r) => r.status === status);
  expect(por(401)).toHaveLength(LIBRES);
  expect(por(429)).toHaveLength(20 - LIBRES);
  const [una] = por(429);
  expect(Number(una?.headers.get("Retry-After"))).toBeGreaterThan(0);
  expect(Number(una?.headers.get("Retry-After"))).toBeLessThanOrEqual(30);
  // The right password waits like any other, and then gets in.
  expect((await ingresarCon(abrirCliente(), email, CONTRASENA)).status).toBe(429);
  await db.update(schema.intentos).set({ hasta: 0 });
  expect((await ingresarCon(abrirCliente(), email, CONTRASENA)).status).toBe(200);
});

test("who guesses from elsewhere keeps nobody out of a browser that has been in; that one counts its own", async () => {
  const { email } = await vecina();
  // Not known by an account whose address was never proved: it may be another's.
  const nadie = abrirCliente();
  await ingresarCon(nadie, email, CONTRASENA);
  expect([...nadie.galletas.keys()]).not.toContain("__Host-conocido");
  await db.update(schema.usuarios).set({ emailVerified: true });
  const casa = abrirCliente();
  expect((await ingresarCon(casa, email, CONTRASENA)).status).toBe(200);
  await casa.pedir("POST", "/api/auth/logout");
  for (let i = 0; i <= LIBRES; i++) await ingresarCon(abrirCliente(), email, `Otra-${i}`);
  expect((await ingresarCon(abrirCliente(), email, CONTRASENA)).status).toBe(429);
  expect((await ingresarCon(casa, email, CONTRASENA)).status).toBe(200);
  // It is of that account alone, and cannot be made up.
  const otra = await vecina();
  for (let i = 0; i <= LIBRES; i++) await ingresarCon(abrirCliente(), otra.email, `Otra-${i}`);
  expect((await ingresarCon(casa, otra.email, CONTRASENA)).status).toBe(429);
  const inventado = abrirCliente();
  inventado.galletas.set("__Host-conocido", `${crypto.randomUUID()}.${"A".repeat(43)}`);
  expect((await ingresarCon(inventado, otra.email, CONTRASENA)).status).toBe(429);
  const status: number[] = [];
  const misma = abrirCliente();
  misma.galletas.set("__Host-conocido", casa.galletas.get("__Host-conocido") ?? "");
  for (let i = 0; i <= LIBRES; i++) status.push((await ingresarCon(misma, email, "mal")).status);
  expect(status).toEqual([...Array(LIBRES).fill(401), 429]);
});

test("success forgets the failures before it", async () => {
  const { email } = await vecina();
  const clave = await claveDe(email);
  const ahora = Math.floor(Date.now() / 1000);
  for (let i = 1; i < LIBRES; i++) await tomarIntento(db, clave, ahora);
  expect((await ingresarCon(abrirCliente(), email, CONTRASENA)).status).toBe(200);
  expect(await db.$count(schema.intentos, eq(schema.intentos.clave, clave))).toBe(0);
});

test("the eleventh login within a minute from one place waits, whatever the address", async () => {
  const [status, { headers, cuerpo }] = await enUnMinuto(async () => {
    const cliente = abrirCliente();
    const dichos: number[] = [];
    for (let i = 0; i < 11; i++)
      dichos.push((await ingresarCon(cliente, `no es una dirección ${i}`, "Otra-1234")).status);
    return [dichos, await ingresarCon(cliente, direccionNueva(), "Otra-1234")] as const;
  });
  expect(status).toEqual([...Array(10).fill(401), 429]);
  expect(headers.get("Retry-After")).toBe("60");
  expect(cuerpo.codigo).toBe("limite");
});

test("who takes another address of the same IPv6 network is counted with it; the next network is not", async () => {
  const desde = (direccion: string) =>
    abrirCliente().pedir(
      "POST",
      "/api/auth/login",
      new URLSearchParams({ username: direccionNueva(), password: "Otra-1234" }),
      { "CF-Connecting-IP": direccion },
    );
  const status = await enUnMinuto(async () => {
    const red = `2001:db8:${crypto.randomUUID().slice(0, 4)}`;
    const dichos: number[] = [];
    for (let i = 0; i < 11; i++) dichos.push((await desde(`${red}:7::${i}`)).status);
    return [...dichos, (await desde(`${red}:8::1`)).status];
  });
  expect(status).toEqual([...Array(10).fill(401), 429, 401]);
});

test("who asks for links, or tries them, is not shut out of the login; nor the other way round", async () => {
  const cliente = abrirCliente();
  const veces = async (hacer: (i: number) => Promise<{ status: number }>) => {
    const status: number[] = [];
    // Eleven of them fall within one of the limit's minutes, wherever it turns.
    for (let i = 0; i < 21; i++) status.push((await hacer(i)).status);
    return status;
  };
  expect(
    await veces(() =>
      cliente.pedir("POST", "/api/auth/enlace", { que: "recuperar", email: direccionNueva() }),
    ),
  ).toContain(429);
  expect(
    await veces(() => cliente.pedir("POST", "/api/auth/enlace/ver", { token: "A".repeat(26) })),
  ).toContain(429);
  expect((await ingresarCon(cliente, direccionNueva(), "Otra-1234")).status).toBe(401);
  const otro = abrirCliente();
  expect(await veces(() => ingresarCon(otro, direccionNueva(), "Otra-1234"))).toContain(429);
  const pedido = { que: "ingresar", email: direccionNueva() };
  expect((await otro.pedir("POST", "/api/auth/enlace", pedido)).status).toBe(200);
});

test("the sixth registration within a minute from one place waits", async () => {
  const status = await enUnMinuto(async () => {
    const cliente = abrirCliente();
    const dichos: number[] = [];
    for (let i = 0; i < 6; i++) dichos.push((await registrar({}, cliente)).status);
    return dichos;
  });
  expect(status).toEqual([422, 422, 422, 422, 422, 429]);
});

test("the session library's own doors stay shut", async () => {
  for (const ruta of ["sign-in/email", "sign-up/email", "sign-out", "get-session", "update-user"])
    for (const metodo of ["GET", "POST"])
      expect((await abrirCliente().pedir(metodo, `/api/auth/${ruta}`)).status).toBe(404);
});
