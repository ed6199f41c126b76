import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { abrirDb, schema } from "../db/client.ts";
import { abrirDatos } from "../domain/contexto.ts";
import { registrarUsuario } from "../domain/usuarios/registrar.ts";
import { entornoDe } from "../env.ts";
import { GALLETA_CACHE, GALLETA_SESION } from "./auth.ts";
import { ingresar } from "./ingresar.ts";
import { hashPassword } from "./password.ts";
import { cerrarSesion, lecturaDeToken, leerSesion } from "./sesion.ts";

const entorno = entornoDe(env);
const db = abrirDb(env.DB);
const MINUTO_MS = 60_000;
const DIA_MS = 24 * 60 * MINUTO_MS;
const ana = { username: "ana@villabaldosa.example", password: "Test123!" };
let id = 0;

beforeAll(async () => {
  const ctx = { db, actor: { tipo: "anonimo" } as const, ahora: 1_700_000_000, hechos: [] };
  const datos = { email: ana.username, nombre: "Ana", apellido: "Paz" };
  id = (await registrarUsuario(ctx, datos, await hashPassword(ana.password))).id;
  await db.update(schema.usuarios).set({ emailVerified: true });
});

afterEach(async () => {
  vi.useRealTimers();
  await db.update(schema.usuarios).set({ bloqueadoEn: null, rol: "vecino" });
});

async function entrar(agente = "prueba") {
  const ahora = Math.floor(Date.now() / 1000);
  const headers = new Headers({ "User-Agent": agente, "CF-Connecting-IP": "203.0.113.9" });
  const { token, galletas } = await ingresar({ entorno, db, ahora, headers }, ana);
  const pares = galletas.map((g) => g.split(";")[0] ?? "");
  const de = (nombre: string) => pares.find((p) => p.startsWith(`${nombre}=`)) ?? "";
  return { token, galletas, sesion: de(GALLETA_SESION), cache: de(GALLETA_CACHE) };
}

/** Reads the session and tells what it cost. */
async function leer(headers: Record<string, string>) {
  const { db: contada, consumo } = abrirDatos(env.DB);
  return { ...(await leerSesion(entorno, contada, new Headers(headers))), viajes: consumo.viajes };
}

const conGalletas = (...pares: string[]) => leer({ Cookie: pares.join("; ") });
const conToken = (token: string) => leer({ Authorization: `Bearer ${token}` });
const actor = () => ({
  tipo: "usuario",
  id,
  personaId: 1,
  rol: "vecino",
  cuadrillaId: null,
  sesionId: expect.any(Number) as unknown,
});

test("all cookies are __Host- ones, out of reach of scripts and of other sites", async () => {
  const { galletas } = await entrar();
  const nombres = galletas.map((g) => g.slice(0, g.indexOf("=")));
  expect(nombres).toEqual(["__Host-sesion", "__Host-sesion-datos", "__Host-conocido"]);
  for (const galleta of galletas) {
    expect(galleta).toMatch(/; Path=\/(;|$)/);
    expect(galleta).toMatch(/; HttpOnly(;|$)/);
    expect(galleta).toMatch(/; Secure(;|$)/);
    expect(galleta).toMatch(/; SameSite=Lax(;|$)/i);
    expect(galleta).not.toMatch(/Domain=/i);
  }
});

/** Which one, and that it has days before it. */
const suSesion = () => ({ id: expect.any(Number), venceEn: expect.any(Number) });

test("a warm cookie knows its actor without asking the database", async () => {
  const { sesion, cache } = await entrar();
  expect(await conGalletas(sesion, cache)).toEqual({
    usuario: actor(),
    sesion: suSesion(),
    pendiente: null,
    galletas: [],
    viajes: 0,
  });
});

test("nobody's request asks nothing", async () => {
  expect(await leer({ Cookie: "otra=1" })).toEqual({
    usuario: null,
    sesion: null,
    pendiente: null,
    galletas: [],
    viajes: 0,
  });
  expect(await leer({ Authorization: "Basic YTpi" })).toMatchObject({ usuario: null, viajes: 0 });
});

test("a cold cookie costs two reads and comes back warm", async () => {
  const { sesion } = await entrar();
  const fria = await conGalletas(sesion);
  expect(fria).toMatchObject({ usuario: actor(), viajes: 2 });
  const nueva = fria.galletas[0]?.split(";")[0] ?? "";
  expect(nueva).toMatch(/^__Host-sesion-datos=/);
  expect(await conGalletas(sesion, nueva)).toMatchObject({ usuario: actor(), viajes: 0 });
});

test("a token costs two reads and leaves no cookie behind", async () => {
  const { token } = await entrar();
  expect(await conToken(token)).toEqual({
    usuario: actor(),
    sesion: suSesion(),
    pendiente: null,
    galletas: [],
    viajes: 2,
  });
  expect((await lecturaDeToken(env, db, token)).usuario).toEqual(actor());
  expect((await lecturaDeToken(env, db, `${token}x`)).usuario).toBeNull();
});

test("a request with a token is its holder's, whatever cookie comes with it", async () => {
  const { sesion, cache } = await entrar();
  const { usuario } = await leer({
    Cookie: `${sesion}; ${cache}`,
    Authorization: "Bearer no-es-de-nadie",
  });
  expect(usuario).toBeNull();
});

test("after a minute the warm cookie is asked again, and says the new truth", async () => {
  const { sesion, cache } = await entrar();
  await db.update(schema.usuarios).set({ rol: "supervisor" }).where(eq(schema.usuarios.id, id));
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.setSystemTime(Date.now() + 59_000);
  expect(await conGalletas(sesion, cache)).toMatchObject({ viajes: 0, usuario: { rol: "vecino" } });
  vi.setSystemTime(Date.now() + 2_000);
  const lectura = await conGalletas(sesion, cache);
  expect(lectura).toMatchObject({ viajes: 2, usuario: { rol: "supervisor" } });
  expect(lectura.galletas.some((g) => g.startsWith("__Host-sesion-datos=ey"))).toBe(true);
});

test("a session in use goes on past its week, and an idle one ends", async () => {
  const { sesion } = await entrar();
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.setSystemTime(Date.now() + 6 * DIA_MS);
  const renovada = await conGalletas(sesion);
  expect(renovada.usuario).toEqual(actor());
  expect(renovada.galletas[0]).toMatch(/^__Host-sesion=.*Max-Age=604800/);
  vi.setSystemTime(Date.now() + 6 * DIA_MS);
  expect((await conGalletas(sesion)).usuario).toEqual(actor());
  vi.setSystemTime(Date.now() + 8 * DIA_MS);
  expect((await conGalletas(sesion)).usuario).toBeNull();
});

test("who is blocked is nobody, by cookie and by token", async () => {
  const { sesion, token } = await entrar();
  await db.update(schema.usuarios).set({ bloqueadoEn: 1 }).where(eq(schema.usuarios.id, id));
  expect((await conGalletas(sesion)).usuario).toBeNull();
  expect((await conToken(token)).usuario).toBeNull();
});

test("a warm cookie that was tampered with is not believed", async () => {
  const { sesion, cache } = await entrar();
  const [nombre, valor = ""] = cache.split(/=(.*)/);
  const falsa = btoa(
    atob(valor.replaceAll("-", "+").replaceAll("_", "/")).replace("vecino", "admin"),
  );
  expect(falsa).not.toBe(valor);
  const lectura = await conGalletas(sesion, `${nombre}=${falsa}`);
  expect(lectura).toMatchObject({ usuario: { rol: "vecino" }, viajes: 2 });
});

test.each([
  ["__Host-sesion=cualquiera"],
  ["__Host-sesion=a.b"],
  ["__Host-sesion=%E0%A4%A.%"],
  ["__Host-sesion="],
  ["__Host-sesion=ñandú"],
])("a made-up cookie opens nothing: %s", async (par) => {
  expect((await conGalletas(par)).usuario).toBeNull();
});

test.each(["%%%", "e", "_", "e30", "gICA", "bnVsbA", "W10", "ñ", "eyJzZXNzaW9uIjp7fX0"])(
  "a broken warm cookie is as good as none: %s",
  async (valor) => {
    const { sesion } = await entrar();
    const lectura = await conGalletas(sesion, `${GALLETA_CACHE}=${valor}`);
    expect(lectura.usuario).toEqual(actor());
  },
);

test.each(["", ".", "a.b", "%E0%A4%A", "a".repeat(500), "x.%%%", "ñ"])(
  "a made-up token opens nothing: %s",
  async (token) => {
    expect((await lecturaDeToken(env, db, token)).usuario).toBeNull();
  },
);

test("a closed session opens nothing more, and its cookies are cleared", async () => {
  const { sesion, token } = await entrar();
  const galletas = await cerrarSesion(entorno, db, new Headers({ Cookie: sesion }));
  expect(galletas.map((g) => g.slice(0, g.indexOf(";")))).toEqual(
    expect.arrayContaining(["__Host-sesion=", "__Host-sesion-datos="]),
  );
  for (const galleta of galletas) expect(galleta).toContain("Max-Age=0");
  expect((await conGalletas(sesion)).usuario).toBeNull();
  expect((await conToken(token)).usuario).toBeNull();
});

test("a question that comes with a session which is over takes no cookie away: by then the browser may have another", async () => {
  const { sesion, cache } = await entrar();
  await cerrarSesion(entorno, db, new Headers({ Cookie: sesion }));
  expect(await conGalletas(sesion)).toMatchObject({ usuario: null, galletas: [] });
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.setSystemTime(Date.now() + 61_000);
  expect(await conGalletas(sesion, cache)).toMatchObject({ usuario: null, galletas: [] });
});

test("a token closes its own session and no other", async () => {
  const [una, otra] = [await entrar(), await entrar()];
  await cerrarSesion(entorno, db, new Headers({ Authorization: `Bearer ${una.token}` }));
  expect((await conToken(una.token)).usuario).toBeNull();
  expect((await conToken(otra.token)).usuario).toEqual(actor());
});

test("a session remembers where it was opened, with a sober limit", async () => {
  const { token } = await entrar("Mozilla/5.0 ".repeat(100));
  const [fila] = await db.select().from(schema.sesiones).where(eq(schema.sesiones.token, token));
  expect(fila).toMatchObject({ userId: id, ipAddress: "203.0.113.9" });
  expect(fila?.userAgent).toHaveLength(200);
});
