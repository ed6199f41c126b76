import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Usuario } from "../../../contract/acciones.ts";
import type { Problema } from "../../../contract/errores.ts";
import type { Correo, CorreoDetalle } from "../../../contract/esquemas/avisos.ts";
import type { EstadoCorreo } from "../../../contract/vocabulario.ts";
import { schema } from "../../db/client.ts";
import { iso } from "../../domain/tiempo.ts";
import { anotar } from "../../mail/tomar.ts";
import { clienteDe, tokenDe } from "../../testing/api.ts";
import { abrirCliente, type Cliente } from "../../testing/cliente.ts";
import {
  AHORA,
  crearMunicipio,
  crearReclamoDe,
  crearUsuario,
  ctxDe,
  db,
} from "../../testing/fabrica.ts";

const { correos } = schema;

let vecino: Usuario & { email: string };
let evento: number;
let reclamo: number;
let admin: Cliente;
beforeAll(async () => {
  const ciudad = await crearMunicipio();
  vecino = await crearUsuario("vecino", { nombre: "Ana" });
  const ctx = ctxDe(vecino);
  reclamo = (await crearReclamoDe(vecino, ciudad, {}, ctx)).id;
  evento = ctx.hechos[0] as number;
  admin = await clienteDe(await crearUsuario("admin"));
});

let vez = 0;
async function correoEn(estado: EstadoCorreo, mas: Partial<typeof correos.$inferInsert> = {}) {
  vez += 1;
  const [f] = await db
    .insert(correos)
    .values({
      evento_id: evento,
      persona_id: vecino.personaId,
      reclamo_id: reclamo,
      // One row for each evento, person and template: the same evento's rows differ here by name alone.
      plantilla: `creado-${vez}`,
      para: vecino.email,
      estado,
      creado_en: AHORA,
      ...mas,
    })
    .returning();
  return f?.id as number;
}

type Pagina = { items: Correo[]; cursor: string | null };

describe("the log of mail", () => {
  it("is the admin's alone", async () => {
    const id = await correoEn("fallido");
    for (const [quien, status] of [
      [abrirCliente(), 401],
      [await clienteDe(await crearUsuario("vecino")), 403],
      [await clienteDe(await crearUsuario("cuadrilla")), 403],
      [await clienteDe(await crearUsuario("supervisor")), 403],
    ] as const) {
      expect((await quien.pedir("GET", "/api/correos")).status).toBe(status);
      expect((await quien.pedir("GET", `/api/correos/${id}`)).status).toBe(status);
      expect((await quien.pedir("POST", `/api/correos/${id}/reenviar`)).status).toBe(status);
    }
    const [fila] = await db.select().from(correos).where(eq(correos.id, id));
    expect(fila?.estado).toBe("fallido");
  });

  it("pages from the newest back, each row once", async () => {
    for (let i = 0; i < 5; i++) await correoEn("enviado");
    const vistos: number[] = [];
    let cursor: string | null = null;
    do {
      const ruta: string = `/api/correos?limite=2${cursor ? `&cursor=${cursor}` : ""}`;
      const { cuerpo }: { cuerpo: Pagina } = await admin.pedir<Pagina>("GET", ruta);
      vistos.push(...cuerpo.items.map((c) => c.id));
      cursor = cuerpo.cursor;
    } while (cursor);
    const todos = (await db.select({ id: correos.id }).from(correos)).map((c) => c.id);
    expect(vistos).toEqual(todos.sort((a, b) => b - a));
  });

  it("filters by estado and by reclamo", async () => {
    const id = await correoEn("suprimido", { error: "rebote" });
    const { cuerpo } = await admin.pedir<Pagina>(
      "GET",
      `/api/correos?estado=suprimido&reclamo_id=${reclamo}`,
    );
    expect(cuerpo.items).toMatchObject([
      { id, estado: "suprimido", error: "rebote", para: vecino.email },
    ]);
    const nada = await admin.pedir<Pagina>("GET", "/api/correos?reclamo_id=99999");
    expect(nada.cuerpo).toEqual({ items: [], cursor: null });
  });

  it.each(["estado=perdido", "cursor=nada!", "limite=muchos", "reclamo_id=x"])(
    "refuses ?%s",
    async (consulta) => {
      const { status, cuerpo } = await admin.pedir<Problema>("GET", `/api/correos?${consulta}`);
      expect([status, cuerpo.errores?.[0]?.campo]).toEqual([422, consulta.split("=")[0]]);
    },
  );

  it("shows what a message says, in both parts", async () => {
    const id = await correoEn("simulado");
    const { status, cuerpo, headers } = await admin.pedir<Record<string, string>>(
      "GET",
      `/api/correos/${id}`,
    );
    expect(status).toBe(200);
    expect(headers.get("Cache-Control")).toBe("no-store");
    expect(cuerpo).toMatchObject({
      id,
      estado: "simulado",
      asunto: `Reclamo #${reclamo} creado exitosamente`,
      html: expect.stringContaining("Hola Ana:"),
      texto: expect.stringContaining(`ha sido registrado con el número ${reclamo}.`),
    });
  });

  it("shows one whose evento is gone without what it said", async () => {
    const id = await correoEn("fallido", { evento_id: null });
    const { cuerpo } = await admin.pedir("GET", `/api/correos/${id}`);
    expect(cuerpo).toMatchObject({ html: "", texto: "", asunto: "" });
    expect((await admin.pedir("GET", "/api/correos/999999")).status).toBe(404);
  });
});

describe("reenviar", () => {
  it.each(["fallido", "simulado", "incierto", "suprimido"] as const)(
    "puts a %s one back in the queue",
    async (estado) => {
      const id = await correoEn(estado, { error: "x", plantilla: `de-${estado}` });
      const { status, cuerpo } = await admin.pedir("POST", `/api/correos/${id}/reenviar`);
      expect([status, cuerpo]).toEqual([200, { id }]);
      const [fila] = await db.select().from(correos).where(eq(correos.id, id));
      // The queue may already have handed it to the consumer.
      expect(["pendiente", "simulado"]).toContain(fila?.estado);
      expect(fila?.error).toBeNull();
    },
  );

  it.each(["enviado", "pendiente", "reintentando"] as const)(
    "leaves a %s one alone",
    async (estado) => {
      const id = await correoEn(estado, { reclamado_hasta: AHORA * 2 });
      const { status, cuerpo } = await admin.pedir<Problema>("POST", `/api/correos/${id}/reenviar`);
      expect([status, cuerpo.codigo]).toEqual([409, "estado_no_permite"]);
      const [fila] = await db.select().from(correos).where(eq(correos.id, id));
      expect(fila?.estado).toBe(estado);
    },
  );

  it("leaves an incierto one to its own second send", async () => {
    const id = await correoEn("incierto", { reclamado_hasta: AHORA * 2 });
    expect((await admin.pedir("POST", `/api/correos/${id}/reenviar`)).status).toBe(409);
  });

  it("of one that is not there is 404", async () => {
    expect((await admin.pedir("POST", "/api/correos/999999/reenviar")).status).toBe(404);
    expect(env.CORREO).toBeDefined();
  });
});

describe("one message", () => {
  it("is found by a part of its address", async () => {
    const id = await correoEn("enviado", { para: "Delia.Ponce@correo.example" });
    const { cuerpo } = await admin.pedir<Pagina>("GET", "/api/correos?q=ponce@");
    expect(cuerpo.items.map((c) => c.id)).toEqual([id]);
  });

  it("tells what became of it, each time", async () => {
    const id = await correoEn("pendiente");
    await anotar(db, id, 0, { ahora: AHORA + 5, estado: "fallido", error: "550 no existe" });
    await admin.pedir("POST", `/api/correos/${id}/reenviar`);
    const { cuerpo } = await admin.pedir<CorreoDetalle>("GET", `/api/correos/${id}`);
    expect(cuerpo.historia.slice(0, 3)).toEqual([
      { estado: "pendiente", en: iso(AHORA), error: null },
      { estado: "fallido", en: iso(AHORA + 5), error: "550 no existe" },
      { estado: "pendiente", en: expect.any(String), error: null },
    ]);
  });

  it("is shown as a document that can do nothing, to the admin alone", async () => {
    const id = await correoEn("simulado");
    const ruta = `/api/correos/${id}/vista`;
    const { headers, cuerpo } = await admin.pedir<string>("GET", ruta);
    expect(headers.get("Content-Type")).toMatch(/^text\/html/);
    expect(headers.get("Cache-Control")).toBe("no-store");
    const csp = headers.get("Content-Security-Policy") ?? "";
    expect(csp).toMatch(/^sandbox; default-src 'none'/);
    expect(csp).not.toMatch(/script|allow-/);
    expect(cuerpo).toContain("creado exitosamente");
    const supervisora = await clienteDe(await crearUsuario("supervisor"));
    const no = await supervisora.pedir("GET", ruta);
    expect(no.status).toBe(403);
    expect(no.headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
  });
});

describe("a mail that brings a link, on the admin's screen", () => {
  const ENLACE = /\/enlace#|[0-9A-Z]{20}|[0-9A-Z]{4}-[0-9A-Z]{4}/;
  const leer = async (lugar: string) => {
    const jefa = await crearUsuario("admin");
    await db
      .update(schema.usuarios)
      .set({ segundoFactorEn: AHORA })
      .where(eq(schema.usuarios.id, jefa.id));
    const token = await tokenDe(jefa);
    await abrirCliente().pedir("POST", "/api/auth/enlace", {
      que: "recuperar",
      email: vecino.email,
    });
    const [mail] = await db
      .select({ id: correos.id })
      .from(correos)
      .where(eq(correos.plantilla, "enlace_recuperar"));
    const cliente = abrirCliente({
      token,
      vars: { ENVIRONMENT: lugar, APP_URL: "https://reclamos.villa.example" },
    });
    const detalle = await cliente.pedir<CorreoDetalle>("GET", `/api/correos/${mail?.id}`);
    const vista = await cliente.pedir<string>("GET", `/api/correos/${mail?.id}/vista`);
    expect([detalle.status, vista.status]).toEqual([200, 200]);
    return { ...detalle.cuerpo, vista: vista.cuerpo };
  };

  it.each(["staging", "production"])(
    "says in %s that the link was there, and no more",
    async (lugar) => {
      const { html, texto, vista } = await leer(lugar);
      for (const dice of [html, texto, vista]) {
        expect(dice).toContain("Lo ve solamente quien recibe el correo");
        expect(dice).not.toMatch(ENLACE);
        expect(dice).toContain("Sirve una sola vez");
      }
    },
  );

  it("has it whole in development, where no mail leaves", async () => {
    const { html, texto, vista } = await leer("development");
    for (const dice of [html, texto, vista]) expect(dice).toMatch(/\/enlace#[0-9A-Z]{20}/);
  });
});
