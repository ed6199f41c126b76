import { createExecutionContext, createMessageBatch, getQueueResult } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, inject, it, vi } from "vitest";
import type { Usuario } from "../../contract/acciones.ts";
import { schema } from "../db/client.ts";
import { asignarReclamo } from "../domain/reclamos/asignar.ts";
import { comentarReclamo } from "../domain/reclamos/comentar.ts";
import { entornoDe } from "../env.ts";
import { crearCorreo } from "../testing/buzon.ts";
import { type Ciudad, crearMunicipio, crearUsuario, ctxDe, db } from "../testing/fabrica.ts";
import { atenderCorreo, consumirCorreo, type DepsCorreo, enterrarCorreo } from "./job.ts";
import type { Mensaje, Resultado } from "./transporte.ts";

const { correos } = schema;
const AHORA = Math.floor(Date.now() / 1000);

const proveedor = inject("proveedor");
const conClave = {
  ...env,
  MAILCHANNELS_API_KEY: "una-clave",
  MAILCHANNELS_BASE_URL: proveedor,
} as Env;

let ciudad: Ciudad;
let supervisora: Usuario;
beforeAll(async () => {
  ciudad = await crearMunicipio();
  supervisora = await crearUsuario("supervisor");
});

type Extra = Partial<typeof correos.$inferInsert>;

/** @param para what it asks of the provider */
const correoDe = (para: string, mas: Extra = {}) =>
  crearCorreo(ciudad, { para, creado_en: AHORA, ...mas });

const fila = async (id: number) => {
  const [f] = await db.select().from(correos).where(eq(correos.id, id));
  if (!f) throw new Error("no row");
  return f;
};

const recibidos = async (para: string): Promise<{ subject: string }[]> =>
  (await fetch(`${proveedor}/recibidos?para=${para}`)).json();

/** Delivers jobs to the consumer as the queue does; tells acks and retries. */
async function entregar(
  cuerpos: unknown[],
  {
    attempts = 1,
    con = conClave,
    consumidor = consumirCorreo,
  }: {
    attempts?: number;
    con?: Env;
    consumidor?: typeof consumirCorreo;
  } = {},
) {
  const batch = createMessageBatch<{ correo_id: number }>(
    "baldosa-correo",
    cuerpos.map((body, i) => ({
      id: String(i),
      timestamp: new Date(),
      attempts,
      body: body as { correo_id: number },
    })),
  );
  // The queue's result does not tell the delays, so they are heard on the way.
  const esperas = new Map<string, number | undefined>();
  for (const m of batch.messages) {
    const retry = m.retry.bind(m);
    vi.spyOn(m, "retry").mockImplementation((o) => {
      esperas.set(m.id, o?.delaySeconds);
      retry(o);
    });
  }
  const ctx = createExecutionContext();
  await consumidor(batch, con, ctx);
  const r = await getQueueResult(batch, ctx);
  return {
    acks: r.explicitAcks,
    retries: r.retryMessages.map((m) => ({ id: m.msgId, delaySeconds: esperas.get(m.msgId) })),
  };
}

describe("without a key", () => {
  it("sends nothing, says simulado, and keeps what it would have said", async () => {
    const {
      id,
      reclamo: { id: reclamo },
    } = await correoDe("sin@clave.example");
    expect(await entregar([{ correo_id: id }], { con: env })).toEqual({ acks: ["0"], retries: [] });
    expect(await fila(id)).toMatchObject({
      estado: "simulado",
      asunto: `Reclamo #${reclamo} creado exitosamente`,
      intentos: 1,
      enviado_en: null,
      proveedor_id: null,
      reclamado_hasta: null,
    });
  });
});

describe("with a provider", () => {
  it("sends once and records the provider's ids", async () => {
    const {
      id,
      reclamo: { id: reclamo },
    } = await correoDe("ana@envio.example");
    expect(await entregar([{ correo_id: id }])).toEqual({ acks: ["0"], retries: [] });
    expect(await fila(id)).toMatchObject({
      estado: "enviado",
      asunto: `Reclamo #${reclamo} creado exitosamente`,
      intentos: 1,
      error: null,
      proveedor_id: expect.stringMatching(/^request_/),
      message_id: expect.stringMatching(/^<.+>$/),
      enviado_en: expect.any(Number),
    });
    expect(await recibidos("ana@envio.example")).toHaveLength(1);
  });

  it("acks a mail that was already sent, and sends nothing", async () => {
    const { id } = await correoDe("dos@envio.example");
    await entregar([{ correo_id: id }]);
    expect(await entregar([{ correo_id: id }])).toEqual({ acks: ["0"], retries: [] });
    expect(await recibidos("dos@envio.example")).toHaveLength(1);
    expect((await fila(id)).intentos).toBe(1);
  });

  it("sends once when the same job arrives ten times at once", async () => {
    const { id } = await correoDe("diez@envio.example");
    const r = await entregar(Array.from({ length: 10 }, () => ({ correo_id: id })));
    expect(await recibidos("diez@envio.example")).toHaveLength(1);
    expect(r.acks.length + r.retries.length).toBe(10);
    expect((await fila(id)).estado).toBe("enviado");
  });

  it.each([
    [1, 60],
    [2, 120],
    [3, 240],
  ])("retries a refusal that passes: delivery %i, after %i s", async (attempts, delaySeconds) => {
    const para = `503.1.r${attempts}@envio.example`;
    const { id } = await correoDe(para);
    expect(await entregar([{ correo_id: id }], { attempts })).toEqual({
      acks: [],
      retries: [{ id: "0", delaySeconds }],
    });
    expect(await fila(id)).toMatchObject({
      estado: "reintentando",
      error: expect.stringContaining("503"),
      reclamado_hasta: null,
    });
    await entregar([{ correo_id: id }], { attempts: attempts + 1 });
    expect(await fila(id)).toMatchObject({ estado: "enviado", intentos: 2, error: null });
    expect(await recibidos(para)).toHaveLength(1);
  });

  it("takes a 4xx as final at once", async () => {
    const { id } = await correoDe("400.9.ana@envio.example");
    expect(await entregar([{ correo_id: id }])).toEqual({ acks: ["0"], retries: [] });
    expect(await fila(id)).toMatchObject({
      estado: "fallido",
      error: expect.stringContaining("400"),
    });
  });

  it("one that fails does not hold up the others of its batch", async () => {
    const mal = await correoDe("429.9.mal@envio.example");
    const bien = await correoDe("bien@envio.example");
    const r = await entregar([
      { correo_id: mal.id },
      { correo_id: bien.id },
      { correo_id: 999_999 },
      "basura",
    ]);
    expect(r.acks.sort()).toEqual(["1", "2", "3"]);
    expect(r.retries).toEqual([{ id: "0", delaySeconds: 60 }]);
    expect((await fila(bien.id)).estado).toBe("enviado");
  });
});

describe("an unknown outcome", () => {
  /** As the consumer, at a time of the test's own. */
  const alas = (ahora: number, enviar?: (m: Mensaje) => Promise<Resultado>): DepsCorreo => {
    const entorno = entornoDe(conClave);
    return {
      db,
      entorno,
      ahora: () => ahora,
      transporte: { enviar: enviar ?? (async () => ({ tipo: "incierto", motivo: "se cortó" })) },
    };
  };

  it("is incierto, and is sent again once, later, under the same reference", async () => {
    const { id } = await correoDe("corta.1.ana@incierto.example");
    expect(await entregar([{ correo_id: id }])).toEqual({
      acks: [],
      retries: [{ id: "0", delaySeconds: 300 }],
    });
    expect(await fila(id)).toMatchObject({ estado: "incierto", intentos: 1 });
    expect(await recibidos("corta.1.ana@incierto.example")).toHaveLength(1);

    const enviadas: Mensaje[] = [];
    const enviar = async (m: Mensaje): Promise<Resultado> => {
      enviadas.push(m);
      return { tipo: "enviado", proveedorId: "p", messageId: "<m>" };
    };
    expect(await atenderCorreo(alas(AHORA + 400, enviar), id, 2)).toEqual({ hacer: "ack" });
    expect(await fila(id)).toMatchObject({ estado: "enviado", intentos: 2 });
    const [primera] = (await recibidos("corta.1.ana@incierto.example")) as unknown as {
      campaign_id: string;
    }[];
    expect(enviadas.map((m) => m.referencia)).toEqual([primera?.campaign_id]);
  });

  it("is not sent again before its time", async () => {
    const { id } = await correoDe("antes@incierto.example");
    await atenderCorreo(alas(AHORA), id, 1);
    expect(await atenderCorreo(alas(AHORA + 60), id, 2)).toEqual({ hacer: "retry", segundos: 211 });
    expect((await fila(id)).intentos).toBe(1);
  });

  it("twice stays incierto: there is no third send", async () => {
    const { id } = await correoDe("dosveces@incierto.example");
    await atenderCorreo(alas(AHORA), id, 1);
    expect(await atenderCorreo(alas(AHORA + 300), id, 2)).toEqual({ hacer: "ack" });
    expect(await atenderCorreo(alas(AHORA + 9000), id, 3)).toEqual({ hacer: "ack" });
    expect(await fila(id)).toMatchObject({
      estado: "incierto",
      intentos: 2,
      reclamado_hasta: null,
    });
  });

  it("keeps its one more send when that is refused for now", async () => {
    const { id } = await correoDe("refuse@incierto.example");
    await atenderCorreo(alas(AHORA), id, 1);
    const no = async (): Promise<Resultado> => ({ tipo: "reintentar", motivo: "429" });
    expect(await atenderCorreo(alas(AHORA + 300, no), id, 2)).toEqual({
      hacer: "retry",
      segundos: 120,
    });
    expect((await fila(id)).estado).toBe("incierto");
    const si = async (): Promise<Resultado> => ({
      tipo: "enviado",
      proveedorId: null,
      messageId: null,
    });
    await atenderCorreo(alas(AHORA + 420, si), id, 3);
    expect((await fila(id)).estado).toBe("enviado");
  });

  it("on the queue's last delivery still waits for its second send, which the sweep asks for", async () => {
    const { id } = await correoDe("ultima@incierto.example");
    expect(await atenderCorreo(alas(AHORA), id, 4)).toEqual({ hacer: "ack" });
    expect(await fila(id)).toMatchObject({
      estado: "incierto",
      reclamado_hasta: AHORA + 270,
      segunda_en: AHORA,
    });
  });
});

describe("a claim", () => {
  it("keeps others away while it lasts, and they come back after it", async () => {
    const { id } = await correoDe("vigente@reclamo.example", { reclamado_hasta: AHORA + 200 });
    const { acks, retries } = await entregar([{ correo_id: id }]);
    expect(acks).toEqual([]);
    expect(retries[0]?.delaySeconds).toBeGreaterThan(150);
    expect(await recibidos("vigente@reclamo.example")).toEqual([]);
  });

  it("that has passed can be claimed again: its holder died", async () => {
    const { id } = await correoDe("pasado@reclamo.example", { reclamado_hasta: AHORA - 1 });
    expect((await entregar([{ correo_id: id }])).acks).toEqual(["0"]);
    expect(await fila(id)).toMatchObject({ estado: "enviado" });
  });
});

describe("who gets none", () => {
  it("a suppressed address, however it is written", async () => {
    await db
      .insert(schema.supresiones)
      .values({ email: "rebota@no.example", motivo: "rebote", en: AHORA });
    const { id } = await correoDe("Rebota@NO.example");
    expect((await entregar([{ correo_id: id }])).acks).toEqual(["0"]);
    expect(await fila(id)).toMatchObject({
      estado: "suprimido",
      error: expect.stringContaining("rebote"),
    });
    expect(await recibidos("Rebota@NO.example")).toEqual([]);
  });

  it("a blocked account, and a person whose data were erased", async () => {
    const a = await correoDe("bloqueada@no.example");
    await db
      .update(schema.usuarios)
      .set({ bloqueadoEn: AHORA })
      .where(eq(schema.usuarios.id, a.vecino.id));
    const b = await correoDe("anonima@no.example");
    await db
      .update(schema.personas)
      .set({ anonimizada_en: AHORA })
      .where(eq(schema.personas.id, b.vecino.personaId));
    await entregar([{ correo_id: a.id }, { correo_id: b.id }]);
    expect((await fila(a.id)).estado).toBe("suprimido");
    expect((await fila(b.id)).estado).toBe("suprimido");
  });

  it("a vecino, of an internal comment, even if a row was written for it", async () => {
    const {
      id,
      reclamo: { id: reclamo },
    } = await correoDe("interno@no.example", { plantilla: "comentado" });
    const ctx = ctxDe(supervisora);
    await comentarReclamo(ctx, reclamo, { texto: "entre nosotros", interno: true });
    await db
      .update(correos)
      .set({ evento_id: ctx.hechos[0] as number })
      .where(eq(correos.id, id));
    await entregar([{ correo_id: id }]);
    expect((await fila(id)).estado).toBe("suprimido");
  });

  it("who was to hear of an announcement that has ended, and nobody else because of it", async () => {
    const suyo = await correoDe("termino@no.example", { plantilla: "anuncio" });
    const ajeno = await correoDe("recibo@si.example");
    await db.insert(schema.anuncios).values({
      titulo: "Corte de agua",
      texto: "Hoy de 9 a 12.",
      publico: false,
      publicar_en: AHORA,
      estado: "terminado",
      usuario_id: supervisora.id,
      evento_id: (await fila(suyo.id)).evento_id,
      creado_en: AHORA,
    });
    await entregar([{ correo_id: suyo.id }, { correo_id: ajeno.id }]);
    expect((await fila(suyo.id)).estado).toBe("suprimido");
    expect((await fila(ajeno.id)).estado).toBe("enviado");
  });

  it("a follower who has left", async () => {
    const { id } = await correoDe("sefue@no.example");
    const otro = await crearUsuario("vecino");
    await db.update(correos).set({ persona_id: otro.personaId }).where(eq(correos.id, id));
    await entregar([{ correo_id: id }]);
    expect(await fila(id)).toMatchObject({
      estado: "suprimido",
      error: expect.stringContaining("sigue"),
    });
  });
});

describe("what it says is read when it is sent", () => {
  it("the redacted words for a follower, the vecino's own for who wrote them", async () => {
    const {
      id,
      reclamo: { id: reclamo },
      vecino,
    } = await correoDe("creador@verdad.example");
    const seguidor = await crearUsuario("vecino");
    await db
      .insert(schema.seguidores)
      .values({ reclamo_id: reclamo, persona_id: seguidor.personaId, desde: AHORA });
    await db
      .update(schema.reclamos)
      .set({ titulo_publico: "Bache" })
      .where(eq(schema.reclamos.id, reclamo));
    const ctx = ctxDe(supervisora);
    await asignarReclamo(ctx, reclamo, { cuadrilla_id: ciudad.cuadrillas.vialidad, version: 1 });
    const evento_id = ctx.hechos[0] as number;
    const [suyo, otro] = await db
      .insert(correos)
      .values(
        [vecino, seguidor].map((u) => ({
          evento_id,
          persona_id: u.personaId,
          reclamo_id: reclamo,
          plantilla: "asignado",
          para: `${u.id}@verdad.example`,
          estado: "pendiente" as const,
          creado_en: AHORA,
        })),
      )
      .returning();
    await entregar([{ correo_id: suyo?.id }, { correo_id: otro?.id }, { correo_id: id }]);
    const texto = async (u: Usuario): Promise<string> => {
      const [m] = (await recibidos(`${u.id}@verdad.example`)) as unknown as {
        content: { value: string }[];
      }[];
      return m?.content[0]?.value ?? "";
    };
    expect(await texto(vecino)).toContain("De 'Bache en Mitre'");
    expect(await texto(seguidor)).toContain("De 'Bache' ");
    expect(await texto(seguidor)).not.toContain("Mitre'");
    expect(await texto(seguidor)).toContain("la cuadrilla Vialidad 1");
  });

  it("a mail whose evento is gone is fallido, not a crash", async () => {
    const { id } = await correoDe("nada@verdad.example");
    await db.update(correos).set({ evento_id: null, reclamo_id: null }).where(eq(correos.id, id));
    expect((await entregar([{ correo_id: id }])).acks).toEqual(["0"]);
    expect((await fila(id)).estado).toBe("fallido");
  });
});

describe("dead letters", () => {
  const enterrada = (id: number) => entregar([{ correo_id: id }], { consumidor: enterrarCorreo });

  it("end in fallido, with the last error", async () => {
    const { id } = await correoDe("x@muerta.example", {
      estado: "reintentando",
      intentos: 4,
      error: "503: caído",
    });
    expect(await enterrada(id)).toEqual({ acks: ["0"], retries: [] });
    expect(await fila(id)).toMatchObject({
      estado: "fallido",
      error: "Se intentó 4 veces sin éxito. 503: caído",
    });
  });

  it("leave alone what was sent after all", async () => {
    const { id } = await correoDe("y@muerta.example", { estado: "enviado" });
    await enterrada(id);
    expect((await fila(id)).estado).toBe("enviado");
  });
});

describe("our own failures", () => {
  it("a database away is a retry, not a lost job", async () => {
    const roto = new Proxy(env.DB, {
      get: () => () => {
        throw new Error("D1 is away");
      },
    });
    const con = { ...conClave, DB: roto } as Env;
    expect(await entregar([{ correo_id: 1 }], { con })).toEqual({
      acks: [],
      retries: [{ id: "0", delaySeconds: 60 }],
    });
  });
});
