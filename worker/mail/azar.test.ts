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

const TRABAJOS = 120;
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

  let ahora = 1_800_000_000;
  const deps: DepsCorreo = {
    db,
    entorno: entornoDe(env),
    ahora: () => ahora,
    transporte: transporteMailChannels({
      apiKey: "azar",
      baseUrl: proveedor,
      de: { email: "r@villabaldosa.example", nombre: "Villa Baldosa" },
    }),
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
    for (let i = 0; i < tocan.length; i += 5)
      await Promise.all(
        tocan.slice(i, i + 5).map(async ({ id, intento }) => {
          const s = await atenderCorreo(deps, id, intento);
          if (s.hacer === "ack") return;
          if (intento >= ENTREGAS_MAX) await enterrar(db, id);
          else cola.push({ id, intento: intento + 1, cuando: ahora + s.segundos });
        }),
      );
  }

  const veces = new Map<string, number>();
  await Promise.all(
    para.map(async (p) => {
      const r = await fetch(`${proveedor}/recibidos?para=${p}`);
      veces.set(p, ((await r.json()) as unknown[]).length);
    }),
  );
  const estados = await db.select({ para: correos.para, estado: correos.estado }).from(correos);
  const mal = estados.filter(({ para: p, estado }) => {
    const n = veces.get(p) ?? 0;
    // An unknown outcome may double; nothing else does, and what says enviado was taken.
    if (/^(corta|basura)/.test(p)) return !(n >= 1 && n <= 2 && estado === "enviado");
    if (/^(503\.9|400)/.test(p)) return !(n === 0 && estado === "fallido");
    return !(n === 1 && estado === "enviado");
  });
  expect(mal).toEqual([]);
  expect(estados).toHaveLength(TRABAJOS);
}, 120_000);
