import {
  createExecutionContext,
  evictDurableObject,
  waitOnExecutionContext,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { darBoleto } from "../../auth/boleto.ts";
import { entornoDe } from "../../env.ts";
import puertas from "../../index.ts";
import { abrirCliente, type Cliente, ingresarCon } from "../../testing/cliente.ts";
import { Enchufe } from "../../testing/enchufe.ts";
import { type Ciudad, crearMunicipio, crearUsuario, db, pedidoDe } from "../../testing/fabrica.ts";

const CASA = "http://127.0.0.1:8787";
// Not one that anybody would try: staff get no session with such a one.
const CONTRASENA = "Velero-manso-7";
let ciudad: Ciudad;
let cuenta = 0;
let yo: Sesion;

beforeAll(async () => {
  ciudad = await crearMunicipio();
  yo = await ingresar();
});

type Sesion = { id: number; email: string; token: string; cliente: Cliente };

/** Somebody registered and signed in: a browser with its cookies, and a token. */
async function ingresar(rol = "vecino"): Promise<Sesion> {
  cuenta += 1;
  const email = `w${cuenta}@prueba.example`;
  const cliente = abrirCliente();
  const { cuerpo } = await cliente.pedir<{ id: number }>("POST", "/api/auth/register", {
    email,
    password: CONTRASENA,
    nombre: "Ana",
    apellido: "Paz",
  });
  await db.run(sql`UPDATE usuarios SET rol = ${rol} WHERE id = ${cuerpo.id}`);
  const { cuerpo: sesion } = await ingresarCon(cliente, email, CONTRASENA);
  return { id: cuerpo.id, email, token: sesion.access_token, cliente };
}

async function tocar(ruta: string, headers: Record<string, string> = {}): Promise<Response> {
  const ctx = createExecutionContext();
  const respuesta = await puertas.fetch(
    new Request(`${CASA}${ruta}`, { headers: { Upgrade: "websocket", ...headers } }),
    env,
    ctx,
  );
  await waitOnExecutionContext(ctx);
  return respuesta;
}

async function enchufarEn(ruta: string, headers: Record<string, string> = {}): Promise<Enchufe> {
  const { status, webSocket } = await tocar(ruta, headers);
  expect(status).toBe(101);
  if (!webSocket) throw new Error("no socket");
  const e = new Enchufe(webSocket);
  await e.hasta((s) => s.tramas.length > 0 || s.cierre !== null, "hola or close");
  return e;
}

const galletasDe = ({ cliente }: Sesion) => ({
  Cookie: [...cliente.galletas].map(([n, v]) => `${n}=${v}`).join("; "),
});

describe("the seed's door, /ws/:token", () => {
  test("opens with the access token and says hola", async () => {
    const e = await enchufarEn(`/ws/${yo.token}`);
    expect(e.de("hola")[0]?.data).toEqual({ sin_leer: 0, seq: 0 });
    expect(e.cierre).toBeNull();
  });

  test.each(["basura", "a.b.c", "%00", "%0d%0aX:1", "%C3%B1", "a".repeat(5000)])(
    "accepts %s, then closes with 4001",
    async (malo) => {
      const e = await enchufarEn(`/ws/${malo}`);
      expect(e.cierre?.code).toBe(4001);
      expect(e.tramas).toEqual([]);
    },
  );

  test("a token that signed out, or of somebody blocked, opens nothing", async () => {
    const [ida, bloqueada] = [await ingresar(), await ingresar()];
    await abrirCliente({ token: ida.token }).pedir("POST", "/api/auth/logout");
    await db.run(sql`UPDATE usuarios SET bloqueado_en = 1 WHERE id = ${bloqueada.id}`);
    for (const { token } of [ida, bloqueada])
      expect((await enchufarEn(`/ws/${token}`)).cierre?.code).toBe(4001);
  });

  describe("with a ticket", () => {
    const pedir = async (s: Sesion) =>
      (await s.cliente.pedir<{ boleto: string; vence_en: string }>("POST", "/api/ws/boleto", {}))
        .cuerpo;

    test("opens once, for who asked for it, within a minute", async () => {
      const quien = await ingresar();
      const { boleto, vence_en } = await pedir(quien);
      expect(Date.parse(vence_en) - Date.now()).toBeLessThanOrEqual(60_000);
      const veces = await Promise.all([1, 2, 3].map(() => enchufarEn(`/ws/${boleto}`)));
      expect(veces.filter((e) => e.cierre === null)).toHaveLength(1);
      expect(veces.filter((e) => e.cierre?.code === 4001)).toHaveLength(2);
      await evictDurableObject(env.USER_CHANNEL.getByName(String(quien.id)));
      expect((await enchufarEn(`/ws/${boleto}`)).cierre?.code).toBe(4001);
    });

    test("opens nothing when it is another's, changed, late, or of a session that is over", async () => {
      const [una, otra] = [await ingresar(), await ingresar()];
      const { boleto } = await pedir(una);
      const partes = boleto.split(".");
      const con = (i: number, valor: string) => partes.with(i, valor).join(".");
      const malos = [
        con(1, String(otra.id)),
        con(2, String(Number(partes[2]) + 1)),
        con(4, String(Number(partes[4]) + 3600)),
        con(5, "0".repeat(43)),
        con(5, "ñ".repeat(43)),
        con(5, ""),
        "boleto.",
      ];
      for (const malo of malos) expect((await enchufarEn(`/ws/${malo}`)).cierre?.code).toBe(4001);
      const tarde = await darBoleto(
        entornoDe(env),
        una.id,
        Number(partes[2]),
        Math.floor(Date.now() / 1000) - 61,
      );
      expect((await enchufarEn(`/ws/${tarde.boleto}`)).cierre?.code).toBe(4001);
      await una.cliente.pedir("POST", "/api/auth/logout");
      expect((await enchufarEn(`/ws/${boleto}`)).cierre?.code).toBe(4001);
      const suyo = await pedir(otra);
      await db.run(sql`UPDATE usuarios SET bloqueado_en = 1 WHERE id = ${otra.id}`);
      expect((await enchufarEn(`/ws/${suyo.boleto}`)).cierre?.code).toBe(4001);
    });
  });

  test("without an upgrade it is 426, and nothing may keep it", async () => {
    const r = await tocar("/ws/loquesea", { Upgrade: "h2c" });
    expect(r.status).toBe(426);
    expect(r.headers.get("Upgrade")).toBe("websocket");
    expect(r.headers.get("Cache-Control")).toBe("no-store");
  });
});

describe("the site's door, /api/ws", () => {
  test("opens with the session's cookie from our own origin", async () => {
    for (const Origin of [CASA, new URL(env.APP_URL).origin]) {
      const e = await enchufarEn("/api/ws", { ...galletasDe(yo), Origin });
      expect(e.de("hola")).toHaveLength(1);
    }
  });

  test.each(["https://malo.example", "null", `${CASA}.malo.example`, "http://127.0.0.1:1"])(
    "refuses another site's page, %s, with 403",
    async (Origin) => {
      const r = await tocar("/api/ws", { ...galletasDe(yo), Origin });
      expect(r.status).toBe(403);
      expect(await r.json()).toMatchObject({ codigo: "origen_invalido" });
    },
  );

  test("nobody signed in: accepted, then closed with 4001, which a browser can read", async () => {
    expect((await enchufarEn("/api/ws", { Origin: CASA })).cierre?.code).toBe(4001);
  });

  test("opens for whom the page shows, and for nobody else that this browser has signed in since", async () => {
    const otra = await ingresar();
    const de = { ...galletasDe(otra), Origin: CASA };
    const mal = await enchufarEn(`/api/ws?desde=0&usuario=${yo.id}`, de);
    expect([mal.cierre?.code, mal.tramas]).toEqual([4001, []]);
    const bien = await enchufarEn(`/api/ws?desde=0&usuario=${otra.id}`, de);
    expect([bien.cierre, bien.de("hola").length]).toEqual([null, 1]);
  });

  test("without an upgrade it is 426", async () => {
    expect((await tocar("/api/ws", { Upgrade: "" })).status).toBe(426);
  });
});

describe("one evento, live", () => {
  test("a vecino's report reaches the supervisor's socket as nuevo_reclamo, and the vecino's own tabs silently", async () => {
    const [jefa, vecino, otro] = [await ingresar("supervisor"), await ingresar(), await ingresar()];
    const [a, b, c] = [
      await enchufarEn(`/ws/${jefa.token}`),
      await enchufarEn(`/ws/${vecino.token}`),
      await enchufarEn(`/ws/${otro.token}`),
    ];
    const { status, cuerpo } = await vecino.cliente.pedir<{ id: number }>(
      "POST",
      "/api/reclamos",
      pedidoDe(ciudad),
    );
    expect(status).toBe(201);
    await a.hasta((e) => e.de("nuevo_reclamo").length > 0, "nuevo_reclamo");
    expect(a.de("nuevo_reclamo")[0]).toMatchObject({
      seq: 1,
      data: { id: cuerpo.id, numero: cuerpo.id, titulo: "Bache en Mitre", estado: "nuevo" },
    });
    await b.hasta((e) => e.de("reclamo_actualizado").length > 0, "reclamo_actualizado");
    expect(b.seqs).toEqual([]);
    await c.alDia();
    expect(c.tramas.map((t) => t.type)).toEqual(["hola"]);
  });

  test("what was missed comes with ?desde, at either door, and reading it on one tab tells the other", async () => {
    const [jefa, vecino] = [await ingresar("supervisor"), await ingresar()];
    for (let i = 0; i < 2; i++)
      await vecino.cliente.pedir(
        "POST",
        "/api/reclamos",
        pedidoDe(ciudad, { titulo: `Bache ${i}` }),
      );
    const a = await enchufarEn(`/ws/${jefa.token}?desde=0`);
    await a.alDia();
    expect(a.seqs).toEqual([1, 2]);
    const b = await enchufarEn("/api/ws?desde=1", { ...galletasDe(jefa), Origin: CASA });
    await b.alDia();
    expect(b.seqs).toEqual([2]);
    await evictDurableObject(env.USER_CHANNEL.getByName(String(jefa.id)));
    a.decir({ type: "leido", hasta: 2 });
    await b.hasta((e) => e.de("leido").length > 0, "leido");
    expect(b.de("leido")[0]?.data).toEqual({ hasta: 2, sin_leer: 0 });
    // Staff see in the deliveries that she read them; that goes by queue, also from an object that had slept.
    await expect
      .poll(
        () =>
          db.all(
            sql`SELECT DISTINCT estado FROM entregas WHERE usuario_id = ${jefa.id} AND silenciosa = 0`,
          ),
        { timeout: 10_000 },
      )
      .toEqual([{ estado: "leido" }]);
  });

  test("signing out closes that session's sockets, at either door, and not the person's others", async () => {
    const aca = await ingresar();
    const alla = abrirCliente();
    const { cuerpo } = await ingresarCon(alla, aca.email, CONTRASENA);
    const [a, b, c] = [
      await enchufarEn("/api/ws", { ...galletasDe(aca), Origin: CASA }),
      await enchufarEn(`/ws/${aca.token}`),
      await enchufarEn(`/ws/${cuerpo.access_token}`),
    ];
    await aca.cliente.pedir("POST", "/api/auth/logout");
    for (const e of [a, b]) {
      await e.hasta((s) => s.cierre !== null, "close");
      expect(e.cierre?.code).toBe(4002);
    }
    await c.alDia();
    expect(c.cierre).toBeNull();
  });

  // Again, because a machine may stall for a second; a close that is late is late each time.
  test("an admin who blocks somebody closes their sockets with 4002, within a second", {
    retry: 2,
  }, async () => {
    const [admin, vecino] = [await ingresar("admin"), await ingresar()];
    const e = await enchufarEn(`/ws/${vecino.token}`);
    const inicio = Date.now();
    const { status } = await admin.cliente.pedir("PUT", `/api/usuarios/${vecino.id}`, {
      bloqueado: true,
    });
    expect(status).toBe(200);
    await e.hasta((s) => s.cierre !== null, "close");
    expect(Date.now() - inicio).toBeLessThan(1000);
    expect(e.cierre?.code).toBe(4002);
    expect((await enchufarEn(`/ws/${vecino.token}`)).cierre?.code).toBe(4001);
  });
});

describe("the inbox over HTTP", () => {
  test("is one's own, pages, counts what is unread and marks it read", async () => {
    const [jefa, vecino] = [await ingresar("supervisor"), await ingresar()];
    for (let i = 0; i < 3; i++)
      await vecino.cliente.pedir(
        "POST",
        "/api/reclamos",
        pedidoDe(ciudad, { titulo: `Bache ${i}` }),
      );
    const leer = async (consulta: string) =>
      (
        await jefa.cliente.pedir<{ items: { seq: number; leido: boolean; type: string }[] }>(
          "GET",
          `/api/avisos${consulta}`,
        )
      ).cuerpo;
    await expect.poll(async () => (await leer("")).items.length).toBe(3);
    expect(await leer("?desde=1&limite=1")).toMatchObject({
      items: [{ type: "nuevo_reclamo", seq: 2, leido: false, data: { titulo: "Bache 1" } }],
      seq: 3,
      sin_leer: 3,
      hueco: false,
    });
    const leidos = await jefa.cliente.pedir("POST", "/api/avisos/leidos", { hasta: 2 });
    expect(leidos).toMatchObject({ status: 200, cuerpo: { hasta: 2, seq: 3, sin_leer: 1 } });
    expect((await leer("")).items.map((i) => i.leido)).toEqual([true, true, false]);
    expect(await leer("?desde=9")).toMatchObject({ items: [], hueco: true });
    const ajena = await jefa.cliente.pedir("GET", "/api/avisos", undefined, {
      "Baldosa-Usuario": String(vecino.id),
    });
    expect(ajena.status).toBe(401);
    expect((await vecino.cliente.pedir("GET", "/api/avisos")).cuerpo).toEqual({
      items: [],
      seq: 0,
      sin_leer: 0,
      hueco: false,
    });
  });

  test.each([
    ["GET", "/api/avisos", undefined],
    ["POST", "/api/avisos/leidos", { hasta: 1 }],
    ["GET", "/api/avisos/preferencias", undefined],
    ["PUT", "/api/avisos/preferencias", { items: [] }],
    ["POST", "/api/anuncios", { titulo: "Corte de agua", texto: "Mañana de 8 a 12 horas." }],
  ])("%s %s is for who is signed in", async (metodo, ruta, cuerpo) => {
    const { status, headers } = await abrirCliente().pedir(metodo, ruta, cuerpo);
    expect(status).toBe(401);
    expect(headers.get("Cache-Control")).toBe("no-store");
  });

  test("wrong fields are named", async () => {
    const { cliente } = await ingresar("admin");
    const errores = async (metodo: string, ruta: string, cuerpo?: unknown) => {
      const r = await cliente.pedir<{ errores?: { campo: string }[] }>(metodo, ruta, cuerpo);
      expect(r.status).toBe(422);
      return r.cuerpo.errores?.map((e) => e.campo);
    };
    expect(await errores("GET", "/api/avisos?desde=x&limite=y")).toEqual(["desde", "limite"]);
    expect(await errores("POST", "/api/avisos/leidos", { hasta: -1 })).toEqual(["hasta"]);
    expect(
      await errores("PUT", "/api/avisos/preferencias", {
        items: [{ tipo: "nada", canal: "paloma", activa: "sí" }],
      }),
    ).toEqual(["items.0.tipo", "items.0.canal", "items.0.activa"]);
    expect(
      await errores("POST", "/api/anuncios", { titulo: "a\nb", texto: "", rol: "rey", zona_id: 0 }),
    ).toEqual(expect.arrayContaining(["titulo", "texto", "rol", "zona_id"]));
  });

  test("switches are kept, and an anuncio answers 201 with how many it goes to", async () => {
    const { cliente } = await ingresar("admin");
    const cambio = { tipo: "creado", canal: "aviso", activa: false };
    const { cuerpo } = await cliente.pedir<{ items: unknown[] }>(
      "PUT",
      "/api/avisos/preferencias",
      { items: [cambio] },
    );
    expect(cuerpo.items).toContainEqual(cambio);
    expect((await cliente.pedir("GET", "/api/avisos/preferencias")).cuerpo).toEqual(cuerpo);
    const supervisora = await crearUsuario("supervisor");
    await db.run(
      sql`UPDATE usuarios SET rol = 'cuadrilla' WHERE rol = 'supervisor' AND id <> ${supervisora.id}`,
    );
    const r = await cliente.pedir("POST", "/api/anuncios", {
      titulo: "Reunión",
      texto: "Mañana a las 8 en el corralón.",
      rol: "supervisor",
    });
    expect(r).toMatchObject({ status: 201, cuerpo: { destinatarios: 1 } });
  });
});
