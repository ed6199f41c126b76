import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Problema } from "../../../contract/errores.ts";
import type { Yo } from "../../../contract/esquemas/cuentas.ts";
import { LIBRES } from "../../auth/intentos.ts";
import { schema } from "../../db/client.ts";
import puertas from "../../index.ts";
import { clienteDe } from "../../testing/api.ts";
import { abrirCliente, type Cliente, ingresarCon } from "../../testing/cliente.ts";
import { crearUsuario, db } from "../../testing/fabrica.ts";

const CONTRASENA = "Test123!";
const NUEVA = "Baldosa-nueva-2026";
let cuenta = 0;

/** Somebody registered, signed in on a browser. */
async function vecina(): Promise<{ email: string; cliente: Cliente }> {
  const email = `perfil${++cuenta}@villabaldosa.example`;
  const cliente = abrirCliente();
  const datos = { email, password: CONTRASENA, nombre: "Ana", apellido: "Paz" };
  expect((await cliente.pedir("POST", "/api/auth/register", datos)).status).toBe(201);
  expect((await ingresarCon(cliente, email, CONTRASENA)).status).toBe(200);
  return { email, cliente };
}

const yoDe = (cliente: Cliente) => cliente.pedir<Yo>("GET", "/api/auth/me");
const cambiar = (cliente: Cliente, actual: string, nueva = NUEVA) =>
  cliente.pedir<Problema & { access_token: string }>("POST", "/api/auth/password", {
    actual,
    nueva,
  });

test("a person changes their name, telephone and language, and nothing else of theirs", async () => {
  const { email, cliente } = await vecina();
  const antes = (await yoDe(cliente)).cuerpo;
  expect(antes).toMatchObject({ telefono: null, idioma: "es" });
  const { status, cuerpo } = await cliente.pedir<Yo>("PUT", "/api/auth/me", {
    nombre: " Anahí ",
    apellido: "Paz Soldán",
    telefono: "11 5555-0102",
    idioma: "en",
    rol: "admin",
    email: "otra@correo.example",
  });
  expect(status).toBe(200);
  expect(cuerpo).toEqual({
    ...antes,
    nombre: "Anahí",
    apellido: "Paz Soldán",
    telefono: "11 5555-0102",
    idioma: "en",
  });
  expect(cuerpo).toMatchObject({ email, rol: "vecino" });
  expect((await yoDe(cliente)).cuerpo).toEqual(cuerpo);
  const [fila] = await db.select().from(schema.usuarios).where(eq(schema.usuarios.email, email));
  expect(fila?.name).toBe("Anahí Paz Soldán");
});

test("a wrong name or telephone is said of its field, and nothing is saved", async () => {
  const { cliente } = await vecina();
  const r = await cliente.pedir<Problema>("PUT", "/api/auth/me", {
    nombre: " ",
    apellido: "Paz",
    telefono: "llamame",
    idioma: "fr",
  });
  expect(r.status).toBe(422);
  expect(r.cuerpo.errores?.map((e) => e.campo).sort()).toEqual(["idioma", "nombre", "telefono"]);
  expect((await yoDe(cliente)).cuerpo.nombre).toBe("Ana");
});

test("the password changes for who knows it; every other session ends, this one goes on", async () => {
  const { email, cliente } = await vecina();
  const telefono = abrirCliente();
  const { cuerpo } = await ingresarCon(telefono, email, CONTRASENA);
  const programa = abrirCliente({ token: cuerpo.access_token });
  expect((await yoDe(programa)).status).toBe(200);

  const r = await cambiar(cliente, CONTRASENA);
  expect(r.status).toBe(200);
  expect((await yoDe(cliente)).status).toBe(200);
  expect((await yoDe(programa)).status).toBe(401);
  expect((await yoDe(abrirCliente({ token: r.cuerpo.access_token }))).status).toBe(200);
  expect((await ingresarCon(abrirCliente(), email, CONTRASENA)).status).toBe(401);
  expect((await ingresarCon(abrirCliente(), email, NUEVA)).status).toBe(200);
});

test("its answer waits for no socket to close: by then the browser has its new session", async () => {
  const { cliente } = await vecina();
  const esperas: Promise<unknown>[] = [];
  const r = await puertas.fetch(
    new Request("http://127.0.0.1:8787/api/auth/password", {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Cookie: [...cliente.galletas].map(([n, v]) => `${n}=${v}`).join("; "),
      },
      body: JSON.stringify({ actual: CONTRASENA, nueva: NUEVA }),
    }),
    {
      ...env,
      USER_CHANNEL: { getByName: () => ({ close: () => new Promise(() => {}) }) },
    } as unknown as Env,
    { waitUntil: (p: Promise<unknown>) => esperas.push(p) } as unknown as ExecutionContext,
  );
  expect(r.status).toBe(200);
  expect(r.headers.getSetCookie().some((g) => g.startsWith("__Host-sesion="))).toBe(true);
  expect(esperas.length).toBeGreaterThan(0);
});

test("a program changes it too, with its token", async () => {
  const { email } = await vecina();
  const { cuerpo } = await ingresarCon(abrirCliente(), email, CONTRASENA);
  const programa = abrirCliente({ token: cuerpo.access_token });
  const r = await cambiar(programa, CONTRASENA);
  expect(r.status).toBe(200);
  expect(r.headers.getSetCookie()).toEqual([]);
  expect((await yoDe(programa)).status).toBe(401);
});

test("a common password is refused to who works for the city, and to nobody else", async () => {
  const supervisora = await clienteDe(await crearUsuario("supervisor"));
  expect((await cambiar(supervisora, "x", "Password123!")).cuerpo.errores).toMatchObject([
    { campo: "nueva", mensaje: expect.stringMatching(/probaría cualquiera/) },
  ]);
  const { cliente } = await vecina();
  expect((await cambiar(cliente, CONTRASENA, "Password123!")).status).toBe(200);
});

test("who guesses at the door keeps nobody from changing what is theirs, once in", async () => {
  const { email, cliente } = await vecina();
  for (let i = 0; i <= LIBRES; i++) await ingresarCon(abrirCliente(), email, `Otra-${i}`);
  expect((await ingresarCon(abrirCliente(), email, CONTRASENA)).status).toBe(429);
  expect((await cambiar(cliente, CONTRASENA)).status).toBe(200);
});

test("a wrong present password changes nothing, and is counted", async () => {
  const { email, cliente } = await vecina();
  const mal = await cambiar(cliente, "no es esta");
  expect(mal.status).toBe(422);
  expect(mal.cuerpo.errores).toEqual([
    { campo: "actual", mensaje: "No es tu contraseña de ahora." },
  ]);
  const corta = await cambiar(cliente, CONTRASENA, "corta");
  expect(corta.cuerpo.errores?.map((e) => e.campo)).toEqual(["nueva"]);
  const [token] = await db
    .select({ token: schema.sesiones.token })
    .from(schema.sesiones)
    .innerJoin(schema.usuarios, eq(schema.usuarios.id, schema.sesiones.userId))
    .where(eq(schema.usuarios.email, email));
  // From other addresses, so that the platform's own limit is not what answers.
  const status: number[] = [];
  for (let i = 1; i <= LIBRES; i++)
    status.push((await cambiar(abrirCliente({ token: token?.token ?? "" }), "no es esta")).status);
  expect(status).toEqual([...Array(LIBRES - 1).fill(422), 429]);
  expect((await yoDe(cliente)).status).toBe(200);
});
