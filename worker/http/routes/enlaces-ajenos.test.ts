import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Problema } from "../../../contract/errores.ts";
import type { Yo } from "../../../contract/esquemas/cuentas.ts";
import type { EnlaceUsado } from "../../../contract/esquemas/enlaces.ts";
import { schema } from "../../db/client.ts";
import puertas from "../../index.ts";
import { llegadosA, tokenDelCorreo } from "../../testing/buzon.ts";
import { abrirCliente, type Cliente, ingresarCon } from "../../testing/cliente.ts";
import { Enchufe } from "../../testing/enchufe.ts";
import { crearMunicipio, db } from "../../testing/fabrica.ts";

const CONTRASENA = "Test123!";
let n = 0;
const direccionNueva = () => `ajena${++n}@villabaldosa.example`;

beforeAll(() => crearMunicipio());

const usar = (token: string, mas: object = {}, cliente = abrirCliente()) =>
  cliente.pedir<EnlaceUsado & Problema>("POST", "/api/auth/enlace/usar", { token, ...mas });
const pedir = (que: string, email: string) =>
  abrirCliente().pedir("POST", "/api/auth/enlace", { que, email });
const yo = (cliente: Cliente) => cliente.pedir<Yo>("GET", "/api/auth/me");
const cambiarCorreo = (cliente: Cliente, email: string, actual?: string) =>
  cliente.pedir<Problema>("POST", "/api/auth/correo", { email, actual });

/** Somebody with an account, signed in by its password. */
async function conCuenta(email = direccionNueva(), { verificada = false } = {}) {
  const cliente = abrirCliente();
  const datos = {
    email,
    password: CONTRASENA,
    nombre: "Ana",
    apellido: "Paz",
    telefono: "11 5555-0101",
  };
  const { cuerpo } = await cliente.pedir<{ id: number }>("POST", "/api/auth/register", datos);
  const { cuerpo: sesion } = await ingresarCon(cliente, email, CONTRASENA);
  if (verificada) await usar(await tokenDelCorreo(email), {}, cliente);
  return { id: cuerpo.id, email, cliente, token: sesion.access_token };
}

async function enchufar(ruta: string, cliente?: Cliente): Promise<Enchufe> {
  const ctx = createExecutionContext();
  const Cookie = [...(cliente?.galletas ?? [])].map(([k, v]) => `${k}=${v}`).join("; ");
  const { webSocket } = await puertas.fetch(
    new Request(`http://127.0.0.1:8787${ruta}`, { headers: { Upgrade: "websocket", Cookie } }),
    env,
    ctx,
  );
  await waitOnExecutionContext(ctx);
  if (!webSocket) throw new Error("no socket");
  const e = new Enchufe(webSocket);
  await e.hasta((s) => s.tramas.length > 0 || s.cierre !== null, "hola or close");
  return e;
}

describe("an address registered by somebody else", () => {
  it.each([
    ["signs in by a link", "ingresar", {}],
    ["chooses another password", "recuperar", { nueva: "La-mia-2026" }],
    ["confirms the address without knowing the password", null, {}],
  ])("is its owner's alone once its owner %s", async (_, que, mas) => {
    const intruso = await conCuenta();
    const { email, id } = intruso;
    const otro = direccionNueva();
    expect((await cambiarCorreo(intruso.cliente, otro, CONTRASENA)).status).toBe(200);
    const puerta = await tokenDelCorreo(otro);
    await db.insert(schema.segundos_factores).values({ usuario_id: id, creado_en: 1 });
    await db
      .insert(schema.preferencias)
      .values({ usuario_id: id, tipo: "resuelto", canal: "correo", activa: false });
    const enchufe = await enchufar("/api/ws", intruso.cliente);
    expect(enchufe.cierre).toBeNull();

    const duena = abrirCliente();
    if (que) await pedir(que, email);
    const { status, cuerpo } = await usar(await tokenDelCorreo(email), mas, duena);
    expect(status).toBe(200);

    await enchufe.hasta((e) => e.cierre !== null, "the close");
    expect((await yo(intruso.cliente)).status).toBe(401);
    expect((await intruso.cliente.pedir("GET", "/api/avisos")).status).toBe(401);
    expect((await yo(abrirCliente({ token: intruso.token }))).status).toBe(401);
    expect((await ingresarCon(abrirCliente(), email, CONTRASENA)).status).toBe(401);
    expect((await enchufar("/api/ws", intruso.cliente)).cierre?.code).toBe(4001);
    expect((await enchufar(`/ws/${intruso.token}`)).cierre?.code).toBe(4001);
    // The change of address that they had begun.
    expect((await usar(puerta)).status).toBe(410);
    expect(await db.select().from(schema.segundos_factores)).toEqual([]);
    expect(await db.select().from(schema.preferencias)).toEqual([]);
    // Nor is their browser known to it, nor their telephone called.
    expect([...intruso.cliente.galletas.keys()]).not.toContain("__Host-conocido");

    if (cuerpo.que === "recuperar") await ingresarCon(duena, email, "La-mia-2026");
    expect((await yo(duena)).cuerpo).toMatchObject({ id, email, verificado: true, telefono: null });
  });

  it("is free for the account of who owns it, and theirs is left with nothing that opens it", async () => {
    const intruso = await conCuenta();
    const duena = await conCuenta(direccionNueva(), { verificada: true });
    await cambiarCorreo(duena.cliente, intruso.email, CONTRASENA);
    const token = await tokenDelCorreo(intruso.email, "enlace_correo");
    expect((await usar(token, {}, duena.cliente)).status).toBe(200);
    expect((await yo(duena.cliente)).cuerpo).toMatchObject({ id: duena.id, email: intruso.email });
    expect((await yo(intruso.cliente)).status).toBe(401);
    expect((await ingresarCon(abrirCliente(), intruso.email, CONTRASENA)).cuerpo).toMatchObject({
      user: { id: duena.id },
    });
  });

  it("keeps its password and sessions when the same person proves it", async () => {
    const ella = await conCuenta(direccionNueva(), { verificada: true });
    await pedir("ingresar", ella.email);
    await usar(await tokenDelCorreo(ella.email));
    expect((await yo(ella.cliente)).status).toBe(200);
    expect((await ingresarCon(abrirCliente(), ella.email, CONTRASENA)).status).toBe(200);
  });
});

describe("another address for one's account", () => {
  it("is used once confirmed from there, and both are told at each step", async () => {
    const { email, cliente } = await conCuenta(direccionNueva(), { verificada: true });
    const nuevo = direccionNueva();
    expect((await cambiarCorreo(cliente, nuevo, CONTRASENA)).status).toBe(200);
    expect((await yo(cliente)).cuerpo.email).toBe(email);
    expect((await llegadosA(email))[0]?.plantilla).toBe("cuenta_correo_pedido");
    const { cuerpo } = await usar(await tokenDelCorreo(nuevo), {}, cliente);
    expect(cuerpo).toMatchObject({ que: "correo", email: nuevo, access_token: null });
    expect((await yo(cliente)).cuerpo).toMatchObject({ email: nuevo, verificado: true });
    for (const donde of [email, nuevo])
      expect((await llegadosA(donde))[0]?.plantilla).toBe("cuenta_correo_cambiado");
    expect((await ingresarCon(abrirCliente(), nuevo, CONTRASENA)).status).toBe(200);
    expect((await ingresarCon(abrirCliente(), email, CONTRASENA)).status).toBe(401);
    const [persona] = await db
      .select()
      .from(schema.personas)
      .where(eq(schema.personas.email, nuevo));
    expect(persona?.nombre).toBe("Ana");
  });

  it("needs the password of who has one, and a session just opened of who has none", async () => {
    const { email, cliente } = await conCuenta(direccionNueva(), { verificada: true });
    for (const actual of [undefined, "", "no es"]) {
      const r = await cambiarCorreo(cliente, direccionNueva(), actual);
      expect(r.cuerpo).toMatchObject({ status: 422, errores: [{ campo: "actual" }] });
    }
    expect((await cambiarCorreo(cliente, email, CONTRASENA)).cuerpo.errores?.[0]?.campo).toBe(
      "email",
    );
    await db.delete(schema.cuentas);
    expect((await cambiarCorreo(cliente, direccionNueva())).status).toBe(200);
    await db.update(schema.sesiones).set({ createdAt: new Date(Date.now() - 2 * 3_600_000) });
    const r = await cambiarCorreo(cliente, direccionNueva());
    expect(r.cuerpo).toMatchObject({ status: 422, errores: [{ campo: "actual" }] });
  });

  it("is not given to an account of somebody else's by whoever reads its mail and presses the button", async () => {
    const intruso = await conCuenta(direccionNueva(), { verificada: true });
    const duena = direccionNueva();
    await cambiarCorreo(intruso.cliente, duena, CONTRASENA);
    const token = await tokenDelCorreo(duena, "enlace_correo");
    const ver = await abrirCliente().pedir("POST", "/api/auth/enlace/ver", { token });
    expect(ver.cuerpo).toMatchObject({ que: "correo", pide_contrasena: true });
    for (const mas of [{}, { password: "no-es-esa-clave" }])
      expect((await usar(token, mas)).cuerpo).toMatchObject({
        status: 422,
        errores: [{ campo: "password" }],
      });
    expect((await yo(intruso.cliente)).cuerpo.email).toBe(intruso.email);
    // From another browser its password does.
    expect((await usar(token, { password: CONTRASENA })).status).toBe(200);
  });

  it("that is somebody else's is told only to its mailbox, and changes nothing", async () => {
    const otra = await conCuenta(direccionNueva(), { verificada: true });
    const { email, cliente } = await conCuenta(direccionNueva(), { verificada: true });
    const libre = await cambiarCorreo(cliente, direccionNueva(), CONTRASENA);
    const tomada = await cambiarCorreo(cliente, otra.email, CONTRASENA);
    expect({ ...tomada.cuerpo, detalle: "" }).toEqual({ ...libre.cuerpo, detalle: "" });
    const token = await tokenDelCorreo(otra.email, "enlace_correo");
    expect((await usar(token)).cuerpo).toMatchObject({ status: 409, codigo: "ya_existe" });
    expect((await yo(cliente)).cuerpo.email).toBe(email);
    expect((await yo(otra.cliente)).status).toBe(200);
  });
});

describe("a password", () => {
  it("that changes is told by mail, and links sent before open nothing", async () => {
    const { email, cliente } = await conCuenta(direccionNueva(), { verificada: true });
    await pedir("recuperar", email);
    const token = await tokenDelCorreo(email, "enlace_recuperar");
    const cuerpo = { actual: CONTRASENA, nueva: "Otra-2026-larga" };
    expect((await cliente.pedir("POST", "/api/auth/password", cuerpo)).status).toBe(200);
    expect((await llegadosA(email))[0]?.plantilla).toBe("cuenta_contrasena");
    expect((await usar(token, { nueva: "De-otro-2026" })).status).toBe(410);
  });

  it("is chosen for the first time by who came in by a link", async () => {
    const { email, cliente } = await conCuenta();
    await pedir("ingresar", email);
    const duena = abrirCliente();
    await usar(await tokenDelCorreo(email), {}, duena);
    expect((await yo(duena)).cuerpo.con_contrasena).toBe(false);
    const r = await duena.pedir("POST", "/api/auth/password", { nueva: "La-mia-2026" });
    expect(r.status).toBe(200);
    expect((await yo(duena)).cuerpo.con_contrasena).toBe(true);
    expect((await ingresarCon(cliente, email, CONTRASENA)).status).toBe(401);
    expect((await ingresarCon(abrirCliente(), email, "La-mia-2026")).status).toBe(200);
  });
});
