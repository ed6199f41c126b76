import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Problema } from "../../../contract/errores.ts";
import type { Yo } from "../../../contract/esquemas/cuentas.ts";
import type { EnlaceUsado, EnlaceVisto, Sesion } from "../../../contract/esquemas/enlaces.ts";
import { GALLETA_SESION } from "../../auth/auth.ts";
import { schema } from "../../db/client.ts";
import { llegadosA, tokenDelCorreo } from "../../testing/buzon.ts";
import { abrirCliente, type Cliente, ingresarCon } from "../../testing/cliente.ts";
import { crearMunicipio, crearUsuario, db } from "../../testing/fabrica.ts";

const CONTRASENA = "Test123!";
let n = 0;
const direccionNueva = () => `gente${++n}@villabaldosa.example`;

beforeAll(() => crearMunicipio());
afterEach(() => vi.useRealTimers());

async function registrada(email = direccionNueva(), cliente = abrirCliente()) {
  const datos = { email, password: CONTRASENA, nombre: "Ana", apellido: "Paz" };
  const { cuerpo, status } = await cliente.pedir("POST", "/api/auth/register", datos);
  expect(status).toBe(201);
  return { email, id: cuerpo.id as number, cliente };
}

const pedir = (que: "ingresar" | "recuperar", email: string, cliente = abrirCliente()) =>
  cliente.pedir<Problema & { detalle: string }>("POST", "/api/auth/enlace", { que, email });
const ver = (token: string, cliente = abrirCliente()) =>
  cliente.pedir<EnlaceVisto & Problema>("POST", "/api/auth/enlace/ver", { token });
const usar = (token: string, mas: object = {}, cliente = abrirCliente()) =>
  cliente.pedir<EnlaceUsado & Problema>("POST", "/api/auth/enlace/usar", { token, ...mas });
const yo = (cliente: Cliente) => cliente.pedir<Yo>("GET", "/api/auth/me");

const pasar = (segundos: number) => {
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.setSystemTime(Date.now() + segundos * 1000);
};

describe("a link to sign in", () => {
  it("signs its owner in, once, and proves the address", async () => {
    const { email, id } = await registrada();
    expect((await pedir("ingresar", email)).status).toBe(200);
    const token = await tokenDelCorreo(email);
    const navegador = abrirCliente();
    const { status, cuerpo } = await usar(token, {}, navegador);
    expect(status).toBe(200);
    expect(cuerpo).toMatchObject({ que: "ingresar", email, user: { id, rol: "vecino" } });
    expect((await yo(navegador)).cuerpo).toMatchObject({ id, verificado: true });
    expect((await yo(abrirCliente({ token: cuerpo.access_token ?? "" }))).status).toBe(200);
    expect((await usar(token)).cuerpo).toMatchObject({
      status: 410,
      codigo: "enlace_vencido",
      detail: expect.stringMatching(/ya se usó/),
    });
  });

  it("of ten who bring it at once, one gets in", async () => {
    const { email } = await registrada();
    await pedir("ingresar", email);
    const token = await tokenDelCorreo(email);
    const todos = await Promise.all(Array.from({ length: 10 }, () => usar(token)));
    expect(todos.map((r) => r.status).sort()).toEqual([200, ...Array(9).fill(410)]);
  });

  it("is spent by nothing but its button: neither by who opens the page nor by who looks what it is", async () => {
    const { email } = await registrada();
    await pedir("ingresar", email);
    const token = await tokenDelCorreo(email);
    const escaner = abrirCliente();
    for (const ruta of ["/enlace", `/enlace?t=${token}`, `/api/auth/enlace/usar?token=${token}`])
      await escaner.pedir("GET", ruta);
    expect((await ver(token, escaner)).cuerpo).toMatchObject({ que: "ingresar", email });
    expect(escaner.galletas.size).toBe(0);
    expect((await usar(token)).status).toBe(200);
  });

  it("works for a quarter of an hour", async () => {
    const { email } = await registrada();
    await pedir("ingresar", email);
    const token = await tokenDelCorreo(email);
    pasar(15 * 60 - 5);
    expect((await ver(token)).status).toBe(200);
    pasar(10);
    for (const r of [await ver(token), await usar(token)])
      expect(r.cuerpo).toMatchObject({ status: 410, detail: expect.stringMatching(/venció/) });
  });

  it("may be copied by hand", async () => {
    const { email } = await registrada();
    await pedir("ingresar", email);
    const token = await tokenDelCorreo(email);
    const aMano = ` ${token
      .toLowerCase()
      .replaceAll("0", "o")
      .replaceAll("1", "l")
      .replace(/(.{4})/g, "$1-")} `;
    expect((await usar(aMano)).status).toBe(200);
  });

  it.each(["", " ", "x", "0".repeat(26), "ñ".repeat(40), "a".repeat(101)])(
    "made up opens nothing: %j",
    async (token) => {
      expect([410, 422]).toContain((await usar(token)).status);
      expect([410, 422]).toContain((await ver(token)).status);
    },
  );

  it("goes to no member of staff, nobody blocked, and no second factor", async () => {
    const gente = [
      await crearUsuario("admin"),
      await crearUsuario("supervisor"),
      await crearUsuario("vecino", { bloqueadoEn: 1 }),
      await crearUsuario("vecino"),
    ];
    await db
      .update(schema.usuarios)
      .set({ segundoFactorEn: 1 })
      .where(eq(schema.usuarios.id, gente[3]?.id ?? 0));
    for (const { email } of gente) {
      expect((await pedir("ingresar", email)).status).toBe(200);
      expect(await llegadosA(email)).toEqual([]);
    }
  });

  it("opens an account to a persona whom the city knew by that address, with what they had reported", async () => {
    const email = direccionNueva();
    const [persona] = await db
      .insert(schema.personas)
      .values({ nombre: "Berta", apellido: "Ríos", email, creado_en: 1 })
      .returning();
    await pedir("ingresar", email);
    const navegador = abrirCliente();
    await usar(await tokenDelCorreo(email), {}, navegador);
    expect((await yo(navegador)).cuerpo).toMatchObject({
      nombre: "Berta",
      persona_id: persona?.id,
      verificado: true,
      con_contrasena: false,
    });
  });

  it("writes to one address three times in a while at most, and says nothing of it", async () => {
    const { email } = await registrada();
    for (let i = 0; i < 6; i++) expect((await pedir("ingresar", email)).status).toBe(200);
    expect(await cuantos(email)).toEqual({ enlace_verificar: 1, enlace_ingresar: 3 });
    pasar(15 * 60 + 1);
    await pedir("ingresar", email);
    expect(await cuantos(email)).toMatchObject({ enlace_ingresar: 4 });
  });
});

/** How many mails of each kind came there. */
const cuantos = async (email: string) => {
  const cuenta: Record<string, number> = {};
  for (const { plantilla } of await llegadosA(email))
    cuenta[plantilla] = (cuenta[plantilla] ?? 0) + 1;
  return cuenta;
};

describe("how many mails go to one address", () => {
  it("one kind of link uses up no other's", async () => {
    const { email } = await registrada();
    for (let i = 0; i < 9; i++) await pedir("ingresar", email);
    await pedir("recuperar", email);
    expect(await cuantos(email)).toMatchObject({ enlace_ingresar: 3, enlace_recuperar: 1 });
    const duena = abrirCliente();
    await ingresarCon(duena, email, CONTRASENA);
    await duena.pedir("POST", "/api/auth/verificar");
    expect(await cuantos(email)).toMatchObject({ enlace_verificar: 2 });
    // Nor does it keep its owner from moving another account to it.
    const otra = await registrada();
    await ingresarCon(otra.cliente, otra.email, CONTRASENA);
    await otra.cliente.pedir("POST", "/api/auth/correo", { email, actual: CONTRASENA });
    expect(await cuantos(email)).toMatchObject({ enlace_correo: 1 });
  });

  it("all kinds together have a bound, by the quarter of an hour and by the day", async () => {
    const { email } = await registrada();
    const todos = async () => {
      for (const que of ["ingresar", "recuperar", "ingresar", "recuperar"] as const)
        for (let i = 0; i < 3; i++) await pedir(que, email);
      return (await llegadosA(email)).length;
    };
    expect(await todos()).toBeLessThanOrEqual(7);
    let antes = 0;
    for (let i = 0; i < 96; i++) {
      pasar(15 * 60 + 1);
      antes = await todos();
    }
    // Thirty, and then one of each kind in an hour.
    expect(antes).toBeLessThanOrEqual(30 + 2 * 24);
    expect(antes).toBeGreaterThan(30 + 20);
  }, 120_000);
});

describe("a link to choose another password", () => {
  it("changes it, ends every session, tells by mail, and signs nobody in", async () => {
    const { email, cliente } = await registrada();
    await ingresarCon(cliente, email, CONTRASENA);
    await pedir("recuperar", email);
    const token = await tokenDelCorreo(email, "enlace_recuperar");
    const navegador = abrirCliente();
    expect((await usar(token, {}, navegador)).cuerpo.errores?.[0]?.campo).toBe("nueva");
    expect((await usar(token, { nueva: "corta" }, navegador)).status).toBe(422);
    const hecho = await usar(token, { nueva: "Otra-2026-larga" }, navegador);
    expect(hecho.cuerpo).toMatchObject({ que: "recuperar", access_token: null, user: null });
    expect([...navegador.galletas.keys()]).toEqual(["__Host-conocido"]);
    expect((await yo(cliente)).status).toBe(401);
    expect((await ingresarCon(abrirCliente(), email, CONTRASENA)).status).toBe(401);
    expect((await ingresarCon(abrirCliente(), email, "Otra-2026-larga")).status).toBe(200);
    expect((await llegadosA(email))[0]).toMatchObject({ plantilla: "cuenta_contrasena" });
    expect((await usar(token, { nueva: "Otra-mas-2026" })).status).toBe(410);
  });

  it("takes the place of what was asked for before it", async () => {
    const { email } = await registrada();
    await pedir("recuperar", email);
    const viejo = await tokenDelCorreo(email, "enlace_recuperar");
    await pedir("recuperar", email);
    const nuevo = await tokenDelCorreo(email, "enlace_recuperar");
    expect(nuevo).not.toBe(viejo);
    expect((await usar(nuevo, { nueva: "Otra-2026-larga" })).status).toBe(200);
    expect((await usar(viejo, { nueva: "Otra-2026-mala" })).status).toBe(410);
  });
});

describe("the link that proves a new account's address", () => {
  it("comes on registering, and whose session or password brings it keeps everything", async () => {
    const una = await registrada();
    await ingresarCon(una.cliente, una.email, CONTRASENA);
    expect((await ver(await tokenDelCorreo(una.email), una.cliente)).cuerpo).toMatchObject({
      que: "verificar",
      pide_contrasena: false,
    });
    await usar(await tokenDelCorreo(una.email), {}, una.cliente);
    expect((await yo(una.cliente)).cuerpo).toMatchObject({
      verificado: true,
      con_contrasena: true,
    });

    const otra = await registrada();
    const telefono = abrirCliente();
    const token = await tokenDelCorreo(otra.email);
    expect((await ver(token, telefono)).cuerpo.pide_contrasena).toBe(true);
    const mal = await usar(token, { password: "no es esta" }, telefono);
    expect(mal.cuerpo).toMatchObject({ status: 422, errores: [{ campo: "password" }] });
    expect((await usar(token, { password: CONTRASENA }, telefono)).status).toBe(200);
    expect((await ingresarCon(telefono, otra.email, CONTRASENA)).status).toBe(200);
  });

  it("can be asked for again until then", async () => {
    const { email, cliente } = await registrada();
    expect((await cliente.pedir("POST", "/api/auth/verificar")).status).toBe(401);
    await ingresarCon(cliente, email, CONTRASENA);
    const primero = await tokenDelCorreo(email);
    expect((await cliente.pedir("POST", "/api/auth/verificar")).status).toBe(200);
    const token = await tokenDelCorreo(email);
    expect(token).not.toBe(primero);
    await usar(token, {}, cliente);
    await cliente.pedir("POST", "/api/auth/verificar");
    expect(await llegadosA(email)).toHaveLength(2);
  });
});

describe("sessions", () => {
  it("are listed with device and last use, and end one by one or all the others", async () => {
    const { email, cliente } = await registrada();
    await ingresarCon(cliente, email, CONTRASENA);
    const [telefono, oficina] = [abrirCliente(), abrirCliente()];
    await ingresarCon(telefono, email, CONTRASENA);
    await ingresarCon(oficina, email, CONTRASENA);
    const listar = async () =>
      (await cliente.pedir<{ items: Sesion[] }>("GET", "/api/auth/sesiones")).cuerpo.items;
    const todas = await listar();
    expect(todas).toHaveLength(3);
    expect(todas.filter((s) => s.esta)).toHaveLength(1);

    const [suya] = await db.select().from(schema.usuarios).where(eq(schema.usuarios.email, email));
    const filas = await db
      .select()
      .from(schema.sesiones)
      .where(eq(schema.sesiones.userId, suya?.id ?? 0));
    const delTelefono = filas.find((f) =>
      decodeURIComponent(telefono.galletas.get(GALLETA_SESION) ?? "").startsWith(f.token),
    );
    // Its cookie is warm, and is refused all the same.
    expect((await yo(telefono)).status).toBe(200);
    const tibio = new Map(telefono.galletas);
    const cerrar = (id: number | undefined) => cliente.pedir("DELETE", `/api/auth/sesiones/${id}`);
    expect((await cerrar(delTelefono?.id)).cuerpo).toEqual({ cerradas: 1 });
    expect((await yo(telefono)).status).toBe(401);
    expect((await telefono.pedir("GET", "/api/avisos")).status).toBe(401);
    expect((await telefono.pedir("GET", "/api/reclamos")).status).toBe(401);
    expect((await cerrar(delTelefono?.id)).status).toBe(404);
    for (const [nombre, valor] of tibio) telefono.galletas.set(nombre, valor);
    expect((await telefono.pedir("DELETE", "/api/auth/sesiones")).status).toBe(401);

    expect((await cliente.pedir("DELETE", "/api/auth/sesiones")).cuerpo).toEqual({ cerradas: 1 });
    expect((await yo(oficina)).status).toBe(401);
    expect((await yo(cliente)).status).toBe(200);
  });

  it("are nobody else's to end", async () => {
    const [una, otra] = [await registrada(), await registrada()];
    await ingresarCon(una.cliente, una.email, CONTRASENA);
    await ingresarCon(otra.cliente, otra.email, CONTRASENA);
    const { items } = (await una.cliente.pedir<{ items: Sesion[] }>("GET", "/api/auth/sesiones"))
      .cuerpo;
    const r = await otra.cliente.pedir("DELETE", `/api/auth/sesiones/${items[0]?.id}`);
    expect(r.status).toBe(404);
    expect((await yo(una.cliente)).status).toBe(200);
  });

  it("are not taken from who plants one: signing in makes another, and the planted one stays what it was", async () => {
    const intruso = await registrada();
    await ingresarCon(intruso.cliente, intruso.email, CONTRASENA);
    const { email } = await registrada();
    const victima = abrirCliente();
    for (const [nombre, valor] of intruso.cliente.galletas) victima.galletas.set(nombre, valor);
    await pedir("ingresar", email);
    await usar(await tokenDelCorreo(email), {}, victima);
    expect((await yo(victima)).cuerpo.email).toBe(email);
    expect(victima.galletas.get(GALLETA_SESION)).not.toBe(
      intruso.cliente.galletas.get(GALLETA_SESION),
    );
    expect((await yo(intruso.cliente)).cuerpo.email).toBe(intruso.email);
  });
});
