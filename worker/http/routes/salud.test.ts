import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SaludDetalle } from "../../../contract/esquemas/salud.ts";
import { iso } from "../../domain/tiempo.ts";
import { dispatch } from "../../events/dispatch.ts";
import { INTENTOS_MAX } from "../../events/park.ts";
import { canales } from "../../realtime/channels.ts";
import { clienteDe } from "../../testing/api.ts";
import type { Cliente } from "../../testing/cliente.ts";
import { avisosDe, depsDePrueba, entregasDe, eventoDe } from "../../testing/despacho.ts";
import { armarCiudad, asignado, empezarDeNuevo } from "../../testing/escena.ts";
import { AHORA, db } from "../../testing/fabrica.ts";

let ciudad: Awaited<ReturnType<typeof armarCiudad>>;
let admin: Cliente;

beforeAll(async () => {
  ciudad = await armarCiudad();
  admin = await clienteDe(ciudad.admin);
});

const leer = async (): Promise<SaludDetalle> =>
  (await admin.pedir<SaludDetalle>("GET", "/api/salud")).cuerpo;

/** An evento whose obrero could not be reached at any attempt. */
async function aparcado() {
  const { reclamo, evento } = await asignado(
    { ...ciudad, ...(await empezarDeNuevo()) },
    ciudad.ciudad,
  );
  const real = canales(env);
  const { deps } = depsDePrueba(AHORA, {
    canales: {
      deliver: (...a) =>
        a[0] === ciudad.obrero.id ? Promise.reject(new Error("objeto caído")) : real.deliver(...a),
    },
  });
  await dispatch(deps, evento, INTENTOS_MAX);
  return { reclamo, evento };
}

describe("how it is, for who runs it", () => {
  beforeEach(async () => {
    await db.run(sql`UPDATE eventos SET aparcado_en = NULL`);
    await db.run(sql`UPDATE entregas SET estado = 'entregado', error = NULL`);
    await empezarDeNuevo();
  });

  test("what was parked says why, and trying again reaches who was missing, once", async () => {
    const { reclamo, evento } = await aparcado();
    expect((await leer()).aparcados).toEqual([
      {
        evento_id: evento,
        tipo: "asignado",
        reclamo_id: reclamo,
        en: expect.any(String),
        intentos: INTENTOS_MAX,
        proximo_en: null,
        aparcado_en: iso(AHORA),
        error: "objeto caído",
      },
    ]);
    const { cuerpo } = await admin.pedir("GET", "/api/health");
    expect(cuerpo).toMatchObject({ ok: true, aparcados: 1 });
    const ruta = `/api/salud/eventos/${evento}/reintentar`;
    expect(await admin.pedir("POST", ruta, {})).toMatchObject({
      status: 200,
      cuerpo: { id: evento },
    });
    expect((await entregasDe(evento)).map((e) => e.estado)).toEqual(Array(5).fill("entregado"));
    expect(await avisosDe(ciudad.obrero.id, evento)).toHaveLength(1);
    expect(await eventoDe(evento)).toMatchObject({ aparcado_en: null, error: null });
    expect((await leer()).aparcados).toEqual([]);
    // Nothing is left to try.
    const otra = await admin.pedir("POST", ruta, {});
    expect(otra).toMatchObject({ status: 409, cuerpo: { codigo: "estado_no_permite" } });
  });

  test("all that was parked goes back to the sweep", async () => {
    const { evento } = await aparcado();
    const r = await admin.pedir("POST", "/api/salud/aparcados/reintentar", {});
    expect(r).toMatchObject({ status: 200, cuerpo: { eventos: 1 } });
    expect(await eventoDe(evento)).toMatchObject({
      despachado_en: null,
      aparcado_en: null,
      intentos: 0,
    });
    const pendientes = (await entregasDe(evento)).filter((e) => e.estado === "pendiente");
    expect(pendientes.map((e) => e.usuario_id)).toEqual([ciudad.obrero.id]);
    expect((await leer()).sin_despachar).toMatchObject([{ evento_id: evento, tipo: "asignado" }]);
  });

  test("who may no longer hear of it is no loss; who the queue gave up on is", async () => {
    const { evento } = await aparcado();
    await db.run(sql`UPDATE eventos SET aparcado_en = NULL`);
    await db.run(sql`UPDATE entregas SET estado = 'fallido', error = 'ya no corresponde'
      WHERE evento_id = ${evento} AND usuario_id <> ${ciudad.obrero.id}`);
    expect((await leer()).entregas).toMatchObject([
      { evento_id: evento, cuantas: 1, error: "objeto caído" },
    ]);
    const { status } = await admin.pedir("POST", `/api/salud/eventos/${evento}/reintentar`, {});
    expect(status).toBe(200);
    expect(await avisosDe(ciudad.obrero.id, evento)).toHaveLength(1);
    expect((await leer()).entregas).toEqual([]);
  });

  test("mail that failed is listed without its address, and the clock's runs with what they said", async () => {
    const { evento } = await aparcado();
    await db.run(
      sql`UPDATE correos SET estado = 'fallido', error = '550' WHERE evento_id = ${evento}`,
    );
    await db.run(sql`INSERT INTO corridas VALUES ('barrido', ${AHORA}, '{"eventos":3}', 12),
      ('cifras', ${AHORA}, '{"fallo":"D1 ocupada","hasta":7}', 40)`);
    const salud = await leer();
    expect(salud.correos).toHaveLength(3);
    expect(salud.correos[0]).toMatchObject({ plantilla: "asignado", error: "550" });
    expect(JSON.stringify(salud)).not.toContain("@");
    expect(salud.corridas).toEqual([
      { tarea: "barrido", en: iso(AHORA), ms: 12, fallo: null, resultado: { eventos: 3 } },
      { tarea: "cifras", en: iso(AHORA), ms: 40, fallo: "D1 ocupada", resultado: { hasta: 7 } },
    ]);
  });
});
