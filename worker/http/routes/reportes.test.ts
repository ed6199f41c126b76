import { env } from "cloudflare:workers";
import { and, eq, sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Problema } from "../../../contract/errores.ts";
import type { Yo } from "../../../contract/esquemas/cuentas.ts";
import type { EnlaceUsado, EnlaceVisto } from "../../../contract/esquemas/enlaces.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { GALLETA_SESION } from "../../auth/auth.ts";
import { GALLETA_CONOCIDO } from "../../auth/conocido.ts";
import { CADA_DIA, programado } from "../../cron/index.ts";
import { schema } from "../../db/client.ts";
import { clienteDe } from "../../testing/api.ts";
import { llegadosA, tokenDelCorreo } from "../../testing/buzon.ts";
import { abrirCliente, type Cliente, ingresarCon } from "../../testing/cliente.ts";
import { type Ciudad, crearMunicipio, crearUsuario, db, PUNTO } from "../../testing/fabrica.ts";
import { PNG } from "../../testing/fotos.ts";

const DIA_MS = 86_400_000;
const { reclamos, reportes, reportes_fotos } = schema;
let ciudad: Ciudad;
let n = 0;
const direccionNueva = () => `sin${++n}@villabaldosa.example`;

beforeAll(async () => {
  ciudad = await crearMunicipio();
});
afterEach(() => vi.useRealTimers());

const foto = () => new Blob([PNG], { type: "image/png" });

type Campos = Record<string, string>;
const formulario = (email: string, mas: Campos = {}, fotos: Blob[] = []): FormData => {
  const f = new FormData();
  const campos: Campos = {
    email,
    nombre: "Elsa",
    titulo: `Vereda rota ${++n}`,
    descripcion: "Una baldosa suelta que salpica a todos.",
    direccion: "Sarmiento 210",
    categoria_id: String(ciudad.categorias.bacheo),
    lat: String(PUNTO.lat),
    lng: String(PUNTO.lng),
    ...mas,
  };
  for (const [campo, valor] of Object.entries(campos)) f.set(campo, valor);
  for (const una of fotos) f.append("fotos", una, "foto.png");
  return f;
};
const reportar = (f: FormData, cliente = abrirCliente()) =>
  cliente.pedir<Problema & { dias: number }>("POST", "/api/reportes", f);
const usar = (token: string, mas: object = {}, cliente = abrirCliente()) =>
  cliente.pedir<EnlaceUsado & Problema>("POST", "/api/auth/enlace/usar", { token, ...mas });
const ver = (cliente: Cliente, ref: string | number) =>
  cliente.pedir<Reclamo & Problema>("GET", `/api/reclamos/${ref}`);
const cuantos = async () => (await db.select({ n: sql<number>`count(*)` }).from(reclamos))[0]?.n;
const objetos = async () => (await env.FOTOS.list()).objects.length;

describe("a report with just an e-mail address", () => {
  it("waits unseen, and is a reclamo of its persona's once its link is confirmed", async () => {
    const email = direccionNueva();
    const antes = await cuantos();
    const r = await reportar(formulario(email, { titulo: "Zanja abierta" }));
    expect(r).toMatchObject({ status: 201, cuerpo: { email, dias: 7 } });
    expect(await cuantos()).toBe(antes);
    const gestion = await clienteDe(await crearUsuario("supervisor"));
    const lista = await gestion.pedir("GET", "/api/reclamos?q=zanja");
    expect(lista.cuerpo).toMatchObject({ items: [] });
    const hallada = await gestion.pedir("POST", "/api/personas/buscar", { email });
    expect(hallada.cuerpo).toMatchObject({ items: [] });

    const token = await tokenDelCorreo(email);
    const visto = await abrirCliente().pedir<EnlaceVisto>("POST", "/api/auth/enlace/ver", {
      token,
    });
    expect(visto.cuerpo).toMatchObject({
      que: "reporte",
      email,
      con_cuenta: false,
      reporte: { titulo: "Zanja abierta", direccion: "Sarmiento 210" },
    });
    const { cuerpo } = await usar(token);
    expect(cuerpo).toMatchObject({ que: "reporte", access_token: null, user: null });
    const codigo = cuerpo.reclamo?.codigo ?? "";
    const suyo = await ver(gestion, cuerpo.reclamo?.numero ?? 0);
    expect(suyo.cuerpo).toMatchObject({
      codigo,
      titulo: "Zanja abierta",
      estado: "nuevo",
      canal: "web",
      zona: { nombre: "Centro" },
      creador: { nombre: "Elsa", email },
    });
    expect((await abrirCliente().pedir("GET", `/api/publico/reclamos/${codigo}`)).status).toBe(200);
    const [mail] = await llegadosA(email);
    expect(mail?.plantilla).toBe("creado");
    const [usuario] = await db
      .select()
      .from(schema.usuarios)
      .where(eq(schema.usuarios.email, email));
    expect(usuario).toBeUndefined();
    expect(await db.select().from(reportes).where(eq(reportes.email, email))).toEqual([]);
    expect((await usar(token)).status).toBe(410);
  });

  it("brings its photos, which are at no address until then", async () => {
    const email = direccionNueva();
    const antes = await objetos();
    const r = await reportar(formulario(email, {}, [foto(), foto()]));
    expect(r.status).toBe(201);
    expect(await objetos()).toBe(antes + 4);
    const fotosAntes = (await db.select().from(schema.fotos)).length;
    const { cuerpo } = await usar(await tokenDelCorreo(email));
    expect((await db.select().from(schema.fotos)).length).toBe(fotosAntes + 2);
    const publico = await abrirCliente().pedir<{ fotos: { url: string; momento: string }[] }>(
      "GET",
      `/api/publico/reclamos/${cuerpo.reclamo?.codigo}`,
    );
    expect(publico.cuerpo.fotos.map((f) => f.momento)).toEqual(["antes", "antes"]);
    for (const { url } of publico.cuerpo.fotos)
      expect((await abrirCliente().pedir("GET", url)).status).toBe(200);
  });

  it("is one however often it is sent, and another mail does not go out", async () => {
    const email = direccionNueva();
    const iguales = () => formulario(email, { titulo: "La misma" });
    const todos = await Promise.all([1, 2, 3].map(() => reportar(iguales())));
    expect(todos.map((r) => r.status)).toEqual([201, 201, 201]);
    expect(await llegadosA(email)).toHaveLength(1);
    expect(await db.select().from(reportes).where(eq(reportes.email, email))).toHaveLength(1);
  });

  it("is an account's when its owner has one, and opens no session of it", async () => {
    const vecina = await crearUsuario("vecino");
    await reportar(formulario(vecina.email));
    const navegador = abrirCliente();
    const { cuerpo } = await usar(await tokenDelCorreo(vecina.email), { cuenta: true }, navegador);
    expect(cuerpo).toMatchObject({ access_token: null, user: null });
    expect(navegador.galletas.has(GALLETA_SESION)).toBe(false);
    const suya = await ver(await clienteDe(vecina), cuerpo.reclamo?.numero ?? 0);
    expect(suya.cuerpo).toMatchObject({ creador_id: vecina.personaId });
  });

  it("has an account one step away", async () => {
    const email = direccionNueva();
    await reportar(formulario(email));
    const navegador = abrirCliente();
    const { cuerpo } = await usar(await tokenDelCorreo(email), { cuenta: true }, navegador);
    expect(cuerpo.user).toMatchObject({ email, nombre: "Elsa", rol: "vecino" });
    expect((await navegador.pedir<Yo>("GET", "/api/auth/me")).cuerpo.verificado).toBe(true);
    expect((await ver(navegador, cuerpo.reclamo?.numero ?? 0)).status).toBe(200);

    // And for who did not want one then: a link to sign in.
    const luego = direccionNueva();
    await reportar(formulario(luego));
    const hecho = await usar(await tokenDelCorreo(luego));
    await abrirCliente().pedir("POST", "/api/auth/enlace", { que: "ingresar", email: luego });
    const otro = abrirCliente();
    await usar(await tokenDelCorreo(luego, "enlace_ingresar"), {}, otro);
    expect((await ver(otro, hecho.cuerpo.reclamo?.numero ?? 0)).status).toBe(200);
  });

  it("leaves nothing to who had registered the address", async () => {
    const email = direccionNueva();
    const intruso = abrirCliente();
    const datos = { email, password: "Test123!", nombre: "Otro", apellido: "Otro" };
    await intruso.pedir("POST", "/api/auth/register", datos);
    await ingresarCon(intruso, email, "Test123!");
    await reportar(formulario(email));
    const { cuerpo } = await usar(await tokenDelCorreo(email, "enlace_reporte"));
    expect((await ver(intruso, cuerpo.reclamo?.numero ?? 0)).status).toBe(401);
    expect((await ingresarCon(abrirCliente(), email, "Test123!")).status).toBe(401);
  });

  it("that nobody confirms is gone after seven days, photos, link, mail and all", async () => {
    const email = direccionNueva();
    const antes = await objetos();
    await reportar(formulario(email, {}, [foto()]));
    const token = await tokenDelCorreo(email);
    const correr = (ms: number) =>
      programado({ cron: CADA_DIA, scheduledTime: Date.now() + ms }, env, {} as ExecutionContext);
    await correr(7 * DIA_MS - 60_000);
    expect(await db.select().from(reportes).where(eq(reportes.email, email))).toHaveLength(1);
    await correr(7 * DIA_MS + 60_000);
    expect(await db.select().from(reportes).where(eq(reportes.email, email))).toEqual([]);
    expect(await objetos()).toBe(antes);
    expect(await llegadosA(email)).toEqual([]);
    expect(await db.select().from(reportes_fotos)).toEqual([]);
    expect((await usar(token)).status).toBe(410);
  });

  it("past the day's limit leaves its link for tomorrow", async () => {
    const vecina = await crearUsuario("vecino");
    await db.run(sql`UPDATE municipio SET reclamos_por_dia = 1`);
    const cliente = await clienteDe(vecina);
    const uno = {
      titulo: "Uno de hoy",
      descripcion: "El primero de este día.",
      direccion: "Mitre 1",
    };
    const categoria_id = ciudad.categorias.bacheo;
    await cliente.pedir("POST", "/api/reclamos", { ...uno, categoria_id });
    await reportar(formulario(vecina.email));
    const token = await tokenDelCorreo(vecina.email, "enlace_reporte");
    expect((await usar(token)).cuerpo).toMatchObject({ status: 429, codigo: "limite_diario" });
    await db.run(sql`UPDATE municipio SET reclamos_por_dia = 5`);
    expect((await usar(token)).status).toBe(200);
  });

  describe("when somebody gives an address again and again", () => {
    const desde = (red: number, email: string, cliente = abrirCliente()) =>
      cliente.pedir("POST", "/api/reportes", formulario(email), {
        "CF-Connecting-IP": `203.0.${red}.7`,
      });
    const veces = async (n: number, hacer: () => Promise<{ status: number }>) => {
      const status: number[] = [];
      for (let i = 0; i < n; i++) status.push((await hacer()).status);
      return status;
    };

    it("three wait from one network at most, and its owner reports from another, and confirms", async () => {
      const email = direccionNueva();
      expect(await veces(4, () => desde(1, email))).toEqual([201, 201, 201, 429]);
      expect((await desde(2, email)).status).toBe(201);
      expect((await usar(await tokenDelCorreo(email, "enlace_reporte"))).status).toBe(200);
    });

    it("from many networks the mailbox gets six in a quarter of an hour and twelve a day", async () => {
      const email = direccionNueva();
      let red = 10;
      expect(await veces(9, () => desde(red++, email))).toEqual([
        ...Array(6).fill(201),
        429,
        429,
        429,
      ]);
      vi.useFakeTimers({ toFake: ["Date"] });
      for (let i = 0; i < 20; i++) {
        vi.setSystemTime(Date.now() + 16 * 60_000);
        await desde(red++, email);
      }
      expect(await llegadosA(email)).toHaveLength(12);
    });

    it("a browser that brought a link of the mailbox, and the signed-in account, are not shut out", async () => {
      const email = direccionNueva();
      const suyo = abrirCliente();
      await desde(100, email, suyo);
      await usar(await tokenDelCorreo(email, "enlace_reporte"), { cuenta: true }, suyo);
      let red = 101;
      expect((await veces(8, () => desde(red++, email))).at(-1)).toBe(429);
      const duena = abrirCliente();
      for (const [nombre, valor] of suyo.galletas) duena.galletas.set(nombre, valor);
      duena.galletas.delete(GALLETA_CONOCIDO);
      expect((await desde(101, email, duena)).status).toBe(201);
      const conocido = abrirCliente();
      conocido.galletas.set(GALLETA_CONOCIDO, suyo.galletas.get(GALLETA_CONOCIDO) ?? "");
      expect((await desde(101, email, conocido)).status).toBe(201);
      // Somebody else's session is no help.
      const otra = await clienteDe(await crearUsuario("vecino"));
      expect((await desde(150, email, otra)).status).toBe(429);
    });
  });

  it("says every wrong field at once, and keeps nothing of it", async () => {
    const antes = await objetos();
    const mal = { email: "no es", titulo: "a", descripcion: "corto", lat: "x", categoria_id: "" };
    const r = await reportar(formulario("x", mal, [foto()]));
    expect(r.status).toBe(422);
    expect([...new Set(r.cuerpo.errores?.map((e) => e.campo))].sort()).toEqual(
      expect.arrayContaining(["categoria_id", "descripcion", "email", "lat", "titulo"]),
    );
    for (const mas of [{ categoria_id: "9999" }, { lat: "-34.4" }])
      expect((await reportar(formulario(direccionNueva(), mas))).status).toBe(422);
    const texto = new Blob(["<html>"], { type: "image/png" });
    const f = formulario(direccionNueva(), {}, [foto(), texto]);
    expect((await reportar(f)).status).toBe(415);
    expect(await objetos()).toBe(antes);
  });

  it("shows nobody the photos and drafts of others", async () => {
    const email = direccionNueva();
    await reportar(formulario(email, {}, [foto()]));
    const [fila] = await db
      .select({ clave: reportes_fotos.clave })
      .from(reportes_fotos)
      .innerJoin(reportes, eq(reportes.id, reportes_fotos.reporte_id))
      .where(and(eq(reportes.email, email)));
    const admin = await clienteDe(await crearUsuario("admin"));
    for (const quien of [abrirCliente(), admin])
      for (const ruta of [
        `/api/fotos/${fila?.clave}`,
        `/fotos/${fila?.clave}.jpg`,
        "/api/reportes",
      ])
        expect((await quien.pedir("GET", ruta)).status).toBe(404);
    // Somebody else's loose photo goes into nobody's report but theirs.
    const otra = await crearUsuario("vecino");
    const subida = new FormData();
    subida.append("foto", foto(), "foto.png");
    const { cuerpo } = await (await clienteDe(otra)).pedir<{ id: number }>(
      "POST",
      "/api/fotos",
      subida,
    );
    const f = formulario(direccionNueva());
    f.append("fotos", String(cuerpo.id));
    expect((await reportar(f)).status).toBe(201);
    const [suya] = await db.select().from(schema.fotos).where(eq(schema.fotos.id, cuerpo.id));
    expect(suya?.reclamo_id).toBeNull();
  });
});
