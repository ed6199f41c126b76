import {
  createExecutionContext,
  createMessageBatch,
  createScheduledController,
  runInDurableObject,
  waitOnExecutionContext,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, inject, it } from "vitest";
import puertas, { UserChannel } from "./index.ts";
import { decirError, direccionSinDatos } from "./observar.ts";

const sumidero = inject("sumidero");

/** A Worker whose database is down, and whose Sentry is the tests' own. */
const caido = (): Env =>
  ({
    ...env,
    DB: {
      prepare() {
        throw new Error("D1 is down\nparams: ana@secreta.example");
      },
    },
    SENTRY_DSN: sumidero.replace("//", "//clave@").concat("/1"),
  }) as unknown as Env;

/** The error events that mention this word. */
async function llegaron(palabra: string): Promise<string[]> {
  const todos = (await (await fetch(sumidero)).json()) as string[];
  return todos.filter((t) => t.includes('"exception"') && t.includes(palabra));
}

describe("Sentry", () => {
  it("hears of an unforeseen error in a request, with its id, and gets nothing personal", async () => {
    const ctx = createExecutionContext();
    const respuesta = await puertas.fetch(
      new Request("http://127.0.0.1:8787/api/publico/reclamos/7K3F9QXM2A?q=secreta-busqueda", {
        headers: {
          "CF-Connecting-IP": "203.0.113.77",
          Cookie: "galleta=secreta",
          "X-Algo": "secreta",
        },
      }) as Request<unknown, IncomingRequestCfProperties>,
      caido(),
      ctx,
    );
    await waitOnExecutionContext(ctx);
    const problema = (await respuesta.json()) as {
      codigo: string;
      detail: string;
      requestId: string;
    };
    expect([respuesta.status, problema.codigo]).toEqual([500, "interno"]);
    expect(problema.detail).not.toContain("D1");
    const [evento = ""] = await llegaron(problema.requestId);
    expect(evento).toContain("D1 is down");
    expect(evento).toContain('"environment":"test"');
    for (const no of ["secreta", "203.0.113.77", "7K3F9QXM2A"]) expect(evento).not.toContain(no);
  });

  it("hears of one in a queue's batch", async () => {
    const ctx = createExecutionContext();
    const batch = createMessageBatch("baldosa-correo-muertas", [
      { id: "a", timestamp: new Date(), attempts: 1, body: { correo_id: 1 } },
    ]);
    const antes = (await llegaron("D1 is down")).length;
    await Promise.resolve(puertas.queue?.(batch, caido(), ctx)).catch(() => undefined);
    await waitOnExecutionContext(ctx);
    expect((await llegaron("D1 is down")).length).toBeGreaterThan(antes);
  });

  it("hears of one in a scheduled job", async () => {
    const ctx = createExecutionContext();
    const reloj = createScheduledController({ scheduledTime: new Date(), cron: "* * * * *" });
    const hecho = Promise.resolve(puertas.scheduled?.(reloj, caido(), ctx));
    await expect(hecho).rejects.toThrow();
    await waitOnExecutionContext(ctx);
    expect(await llegaron("scheduled jobs failed")).not.toEqual([]);
  });

  it("hears of one in a person's object", async () => {
    const stub = env.USER_CHANNEL.getByName("999001");
    await runInDurableObject(stub, async (_objeto, estado) => {
      const objeto = new UserChannel(estado, caido());
      const roto = new Proxy(
        {},
        {
          get: () => {
            throw new Error("an object broke");
          },
        },
      );
      await expect(Promise.resolve(objeto.deliver(1, roto as never))).rejects.toThrow(
        "an object broke",
      );
    });
    await expect.poll(() => llegaron("an object broke")).not.toEqual([]);
  });
});

describe("what leaves in a report or a log line", () => {
  it.each([
    ["https://x.example/ws/abc.def", "https://x.example/ws/:token"],
    ["https://x.example/r/7K3F9QXM2A", "https://x.example/r/:codigo"],
    ["https://x.example/api/reclamos/1284/asignar", "https://x.example/api/reclamos/:ref/asignar"],
    ["https://x.example/api/reclamos/7k3f9qxm2a?q=ana", "https://x.example/api/reclamos/:ref"],
    ["no es una direccion", ""],
  ])("names %s as %s", (url, esperada) => {
    expect(direccionSinDatos(url)).toBe(esperada);
  });

  it("keeps a failed query's values to itself", () => {
    expect(decirError(new Error("Failed query: select ?\nparams: ana@x.example"))).toBe(
      "Error: Failed query: select ?",
    );
    expect(decirError("texto")).toBe("algo que no es un Error");
  });
});
