import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Entrega } from "../../../contract/esquemas/reclamos.ts";
import { consumirMultitud } from "../../events/crowd.ts";
import { dispatch } from "../../events/dispatch.ts";
import { canales } from "../../realtime/channels.ts";
import { depsDePrueba } from "../../testing/despacho.ts";
import { armarCiudad, asignado, empezarDeNuevo, type Persona } from "../../testing/escena.ts";
import { AHORA, ctxDe, db } from "../../testing/fabrica.ts";
import { verEntregas } from "./historial.ts";

let escena: Awaited<ReturnType<typeof armarCiudad>>;
beforeAll(async () => {
  escena = await armarCiudad();
});

/** What staff are told of one reclamo: of each person and channel, what became of it, how often it was tried, and why not. */
async function contado(reclamo: number) {
  const { items } = await verEntregas(ctxDe(escena.supervisora), reclamo);
  const de = (quien: Persona, canal: Entrega["canal"]) => {
    const [uno, ...mas] = items.filter(
      (e) => e.persona_id === quien.personaId && e.canal === canal,
    );
    expect(mas).toEqual([]);
    return uno && { estado: uno.estado, intentos: uno.intentos, error: uno.error };
  };
  return { de, items };
}

test("staff see of each recipient and channel: pending, delivered, read, failed and why", async () => {
  const { vecino, vecina } = await empezarDeNuevo();
  const { reclamo, evento } = await asignado({ ...escena, vecino, vecina }, escena.ciudad);
  expect((await contado(reclamo)).items.filter((e) => e.evento_id === evento)).toEqual([]);

  // The vecina's object does not answer.
  const real = canales(env);
  const { deps } = depsDePrueba(AHORA + 1, {
    canales: {
      deliver: (...a) =>
        a[0] === vecina.id ? Promise.reject(new Error("objeto caído")) : real.deliver(...a),
    },
  });
  await dispatch(deps, evento);
  let { de, items } = await contado(reclamo);
  expect(de(vecino, "aviso")).toMatchObject({ estado: "entregado", error: null });
  expect(de(vecina, "aviso")).toEqual({ estado: "pendiente", intentos: 1, error: "objeto caído" });
  expect(de(vecino, "correo")).toMatchObject({ estado: "pendiente", intentos: 0 });
  // Whoever only has a screen open is told nothing that would be a delivery.
  expect(de(escena.admin, "aviso")).toBeUndefined();
  expect(items.every((e) => e.nombre !== "")).toBe(true);

  // He reads it; her deliveries are given up, each with its reason.
  const ack = () => undefined;
  const leido = { usuario_id: vecino.id, leidos: [evento] };
  await consumirMultitud(
    { messages: [{ body: leido, attempts: 1, ack, retry: ack }] } as unknown as MessageBatch,
    env,
    {} as ExecutionContext,
  );
  await dispatch(deps, evento, 8);
  await db.run(sql`UPDATE correos SET estado = CASE persona_id WHEN ${vecino.personaId} THEN 'entregado' ELSE 'rebotado' END,
    error = CASE persona_id WHEN ${vecino.personaId} THEN NULL ELSE '550: no such user' END, intentos = 1
    WHERE evento_id = ${evento}`);
  ({ de, items } = await contado(reclamo));
  expect(de(vecino, "aviso")).toMatchObject({ estado: "leido" });
  expect(de(vecina, "aviso")).toMatchObject({ estado: "fallido", error: "objeto caído" });
  expect(de(vecino, "correo")).toMatchObject({ estado: "entregado", error: null });
  expect(de(vecina, "correo")).toMatchObject({ estado: "rebotado", error: "550: no such user" });
  // Names and states: never an address.
  expect(JSON.stringify(items)).not.toContain("@");
});
