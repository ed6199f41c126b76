import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { expect, inject, it } from "vitest";
import { schema } from "../db/client.ts";
import { entornoDe } from "../env.ts";
import { crearMunicipio, crearReclamoDe, crearUsuario, ctxDe, db } from "../testing/fabrica.ts";
import { atenderCorreo, type DepsCorreo } from "./job.ts";
import { transporteMailChannels } from "./mailchannels.ts";
import { enterrar } from "./tomar.ts";

const { correos, personas } = schema;
const proveedor = inject("proveedor");

/** A thousand with `npm run bench:mail`. */
const TRABAJOS = (env as { FALLAS?: string }).FALLAS === "todo" ? 1000 : 120;
/** Sends at once: two consumers (wrangler.toml, max_concurrency) of five each (events/deps.ts). */
const A_LA_VEZ = 10;
const ENTREGAS_MAX = 4;

/** A fixed row of numbers in [0, 1): the same failures each time (mulberry32). */
function azarDe(semilla: number): () => number {
  let a = semilla;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What the provider does with each: fails never, for a while, for ever, or loses the connection once. */
const MODOS = ["", "", "503.1.", "429.2.", "500.3.", "503.9.", "400.1.", "corta.1.", "basura.1."];

it("loses none and doubles none, with a provider that fails at random and jobs that come twice", async () => {
  const azar = azarDe(20261124);
  const ciudad = await crearMunicipio();
  const vecino = await crearUsuario("vecino");
  const ctx = ctxDe(vecino);
  const reclamo = await crearReclamoDe(vecino, ciudad, {}, ctx);
  const direccion = (i: number) => `${MODOS[Math.floor(azar() * MODOS.length)]}j${i}@azar.example`;
  const para = Array.from({ length: TRABAJOS }, (_, i) => direccion(i));
  const lista = JSON.stringify(para);
  await db.run(sql`INSERT INTO ${correos} (evento_id, persona_id, reclamo_id, plantilla, para, estado, creado_en)
    SELECT ${ctx.hechos[0]}, (SELECT id FROM ${personas} WHERE id = ${vecino.personaId}), ${reclamo.id},
      'creado-' || key, value, 'pendiente', 1 FROM json_each(${lista})`);
  const filas = await db.select({ id: correos.id, para: correos.para }).from(correos);

  const real = transporteMailChannels({
    apiKey: "azar",
    baseUrl: proveedor,
    de: { email: "r@villabaldosa.example", nombre: "Villa Baldosa" },
  });
  let [enVuelo, envios, pico] = [0, 0, 0];
  const inicio = performance.now();
  let ahora = 1_800_000_000;
  const deps: DepsCorreo = {
    db,
    entorno: entornoDe(env),
    ahora: () => ahora,
    transporte: {
      async enviar(m) {
        [enVuelo, envios] = [enVuelo + 1, envios + 1];
        pico = Math.max(pico, enVuelo);
        return real.enviar(m).finally(() => {
          enVuelo -= 1;
        });
      },
    },
  };
  // The queue, by hand: each job once or twice, redelivered after the delay asked for, given up after its last delivery.
  type Entrega = { id: number; intento: number; cuando: number };
  let cola: Entrega[] = filas.flatMap(({ id }) =>
    Array.from({ length: azar() < 0.3 ? 2 : 1 }, () => ({ id, intento: 1, cuando: ahora })),
  );
  while (cola.length > 0) {
    ahora = Math.min(...cola.map((e) => e.cuando));
    const tocan = cola.filter((e) => e.cuando <= ahora);
    cola = cola.filter((e) => e.cuando > ahora);
    for (let i = 0; i < tocan.length; i += A_LA_VEZ)
      await Promise.all(
        tocan.slice(i, i + A_LA_VEZ).map(async ({ id, intento }) => {
          const s = await atenderCorreo(deps, id, intento);
          if (s.hacer === "ack") return;
          if (intento >= ENTREGAS_MAX) await enterrar(db, id);
          else cola.push({ id, intento: intento + 1, cuando: ahora + s.segundos });
        }),
      );
  }

  const segundos = (performance.now() - inicio) / 1000;
  // Counted at the provider's side, by our own name for each message.
  const respuesta = await fetch(`${proveedor}/contados?dominio=azar.example`);
  const contados = (await respuesta.json()) as Record<string, number>;
  const porId = new Map(Object.entries(contados).map(([c, n]) => [Number(c.split("-")[1]), n]));
  const veces = new Map(filas.map((f) => [f.para, porId.get(f.id) ?? 0]));
  const estados = await db.select({ para: correos.para, estado: correos.estado }).from(correos);
  const mal = estados.filter(({ para: p, estado }) => {
    const n = veces.get(p) ?? 0;
    // An unknown outcome may double; nothing else does, and what says enviado was taken.
    if (/^(corta|basura)/.test(p)) return !(n >= 1 && n <= 2 && estado === "enviado");
    if (/^(503\.9|400)/.test(p)) return !(n === 0 && estado === "fallido");
    return !(n === 1 && estado === "enviado");
  });
  const dudoso = (p: string) => /^(corta|basura)/.test(p);
  const perdidos = estados.filter((e) => e.estado === "enviado" && !veces.get(e.para)).length;
  const dobles = estados.filter((e) => (veces.get(e.para) ?? 0) > 1);
  const deDuda = dobles.filter((e) => dudoso(e.para)).length;
  console.log(
    [
      `${TRABAJOS} mail jobs, a third of them delivered twice by the queue, ${MODOS.length - 1} of ${MODOS.length} failing in their way`,
      `time               ${segundos.toFixed(1)} s (${Math.round(envios / segundos)} sends/s; waits of the queue not counted)`,
      `sends              ${envios}`,
      `peak concurrency   ${pico}`,
      `lost               ${perdidos}`,
      `doubled            ${dobles.length - deDuda}, and ${deDuda} after an outcome that nobody knew`,
    ].join("\n"),
  );
  expect(pico).toBeLessThanOrEqual(A_LA_VEZ);
  expect(dobles.length - deDuda).toBe(0);
  expect(mal).toEqual([]);
  expect(estados).toHaveLength(TRABAJOS);
}, 120_000);
