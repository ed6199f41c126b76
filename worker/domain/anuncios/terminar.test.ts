import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { YA_NO_CORRESPONDE } from "../../../contract/eventos.ts";
import { entregarParte } from "../../events/crowd.ts";
import { dispatch } from "../../events/dispatch.ts";
import { INTENTOS_MAX } from "../../events/park.ts";
import { canales } from "../../realtime/channels.ts";
import { avisosDe, depsDePrueba, entregasDe, eventoDe } from "../../testing/despacho.ts";
import { AHORA, crearUsuario, ctxDe, db } from "../../testing/fabrica.ts";
import { verSaludDetalle } from "../salud/detalle.ts";
import { reintentarEvento, reintentarLista } from "../salud/reintentar.ts";
import { anunciar } from "./anunciar.ts";
import { terminarAnuncio, terminarVencidos } from "./terminar.ts";

let admin: Awaited<ReturnType<typeof crearUsuario>>;
let lejos: typeof admin;

beforeEach(async () => {
  admin ??= await crearUsuario("admin");
  lejos = await crearUsuario("supervisor");
});

const pedido = { titulo: "Corte de agua", texto: "Mañana de 8 a 12.", rol: "supervisor" } as const;

const inalcanzable = () => {
  const real = canales(env);
  return depsDePrueba(AHORA + 1, {
    canales: {
      deliver: (...a) =>
        a[0] === lejos.id ? Promise.reject(new Error("objeto caído")) : real.deliver(...a),
    },
  }).deps;
};

/** One that did not reach somebody, and was given up. */
async function aparcado() {
  const { id, evento_id } = await anunciar(ctxDe(admin), pedido);
  const evento = evento_id as number;
  expect(await dispatch(inalcanzable(), evento, INTENTOS_MAX)).toMatchObject({
    estado: "aparcado",
  });
  return { id, evento };
}

const suya = async (evento: number) =>
  (await entregasDe(evento)).find((e) => e.usuario_id === lejos.id);

/** What an admin is shown of it. */
async function listado(evento: number) {
  const salud = await verSaludDetalle(ctxDe(admin));
  return [...salud.sin_despachar, ...salud.aparcados, ...salud.entregas].filter(
    (x) => x.evento_id === evento,
  );
}

describe("what an announcement still owed when it ended", () => {
  test.each([
    ["by an admin", ({ id }: { id: number }) => terminarAnuncio(ctxDe(admin), id)],
    ["by the clock", () => terminarVencidos(db, AHORA + 365 * 86_400)],
  ])("is owed no more: %s", async (_, terminar) => {
    const { id, evento } = await aparcado();
    expect(await listado(evento)).toHaveLength(1);
    await terminar({ id });
    expect(await listado(evento)).toEqual([]);
    expect(await suya(evento)).toMatchObject({ estado: "fallido", error: YA_NO_CORRESPONDE });
    const ctx = ctxDe(admin);
    await expect(reintentarEvento(ctx, evento)).rejects.toMatchObject({
      codigo: "estado_no_permite",
    });
    await reintentarLista(ctx, "aparcados", [evento]);
    await reintentarLista(ctx, "entregas", [evento]);
    expect(await eventoDe(evento)).toMatchObject({
      aparcado_en: null,
      despachado_en: expect.any(Number),
    });
  });

  test("is not delivered when it is opened again, nor to who came later", async () => {
    const { id, evento } = await aparcado();
    await terminarAnuncio(ctxDe(admin), id);
    // As one that ended before its debts were written off.
    await db.run(sql`UPDATE eventos SET aparcado_en = ${AHORA} WHERE id = ${evento}`);
    await db.run(sql`UPDATE entregas SET error = 'objeto caído' WHERE evento_id = ${evento}
      AND usuario_id = ${lejos.id}`);
    const nueva = await crearUsuario("supervisor");
    await reintentarEvento(ctxDe(admin), evento);
    await dispatch(depsDePrueba(AHORA + 60).deps, evento);
    expect(await avisosDe(lejos.id, evento)).toEqual([]);
    expect(await avisosDe(nueva.id, evento)).toEqual([]);
    expect(await suya(evento)).toMatchObject({ estado: "fallido", error: YA_NO_CORRESPONDE });
    expect((await eventoDe(evento)).despachado_en).not.toBeNull();
    expect(await listado(evento)).toEqual([]);
  });

  test("nor by a crowd's part that comes late: nothing of it waits for ever", async () => {
    const { id, evento_id } = await anunciar(ctxDe(admin), pedido);
    const evento = evento_id as number;
    const parte = { evento_id: evento, usuario_ids: [lejos.id] };
    await terminarAnuncio(ctxDe(admin), id);
    // Written down by a delivery that was under way.
    await db.run(sql`INSERT INTO entregas (evento_id, usuario_id, silenciosa, estado, en)
      VALUES (${evento}, ${lejos.id}, 0, 'pendiente', ${AHORA})`);
    await entregarParte(depsDePrueba(AHORA + 60).deps, parte);
    expect(await avisosDe(lejos.id, evento)).toEqual([]);
    expect(await suya(evento)).toMatchObject({ estado: "fallido", error: YA_NO_CORRESPONDE });
  });

  test("what arrives while it ends has arrived", async () => {
    const { id, evento_id } = await anunciar(ctxDe(admin), pedido);
    const evento = evento_id as number;
    const real = canales(env);
    const { deps } = depsDePrueba(AHORA + 1, {
      canales: {
        deliver: async (...a) => {
          if (a[0] === lejos.id) await terminarAnuncio(ctxDe(admin), id);
          return real.deliver(...a);
        },
      },
    });
    await dispatch(deps, evento);
    expect(await avisosDe(lejos.id, evento)).toHaveLength(1);
    expect(await suya(evento)).toMatchObject({ estado: "entregado", error: null });
  });
});
