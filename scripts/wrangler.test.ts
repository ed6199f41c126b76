import assert from "node:assert/strict";
import { test } from "node:test";
import { leerConfiguracion as leer } from "./comun/configuracion.ts";

/** Every binding and variable by name: what the Worker's code counts on. Bindings do not inherit. */
function nombres(env?: string) {
  const c = leer(env);
  return {
    vars: Object.keys(c.vars).sort(),
    d1: c.d1_databases.map((b) => b.binding),
    objetos: c.durable_objects.bindings.map((b) => `${b.name}=${b.class_name}`),
    produce: c.queues.producers.map((q) => q.binding),
    r2: c.r2_buckets.map((b) => b.binding),
    imagenes: c.images?.binding,
    limites: c.ratelimits.map((l) => `${l.name} ${l.simple.limit}/${l.simple.period}`),
    version: c.version_metadata?.binding,
    assets: c.assets?.binding,
    crons: c.triggers.crons,
    lugar: c.placement?.mode,
    observa: [c.observability?.enabled, c.observability?.logs?.invocation_logs],
    clases: c.migrations,
  };
}

for (const ambiente of ["staging", "production"]) {
  test(`${ambiente} has every binding that this machine has`, () => {
    assert.deepEqual(nombres(ambiente), nombres());
  });

  test(`${ambiente} consumes its own queues in the same manner`, () => {
    const suyas = leer(ambiente).queues.consumers;
    const locales = leer().queues.consumers;
    const propio = (cola?: string) => cola?.replace("baldosa-", `baldosa-${ambiente}-`);
    assert.deepEqual(
      suyas,
      locales.map((c) => ({
        ...c,
        queue: propio(c.queue),
        ...(c.dead_letter_queue ? { dead_letter_queue: propio(c.dead_letter_queue) } : {}),
      })),
    );
  });
}

test("the platform keeps no line of its own for each request, with its address and headers", () => {
  assert.deepEqual(nombres("production").observa, [true, false]);
});

test("the seed's limits: login 10, register 5, everything else 100 a minute", () => {
  assert.deepEqual(nombres().limites, [
    "LIMITE_INGRESAR 10/60",
    "LIMITE_REGISTRARSE 5/60",
    "LIMITE_GENERAL 100/60",
  ]);
});

test("every queue says how long a batch may wait, and dead letters have a reader", () => {
  const consumidores = leer().queues.consumers;
  const leidas = new Set(consumidores.map((c) => c.queue));
  for (const c of consumidores) {
    assert.ok(typeof c.max_batch_timeout === "number", c.queue);
    if (c.dead_letter_queue) assert.ok(leidas.has(c.dead_letter_queue), c.dead_letter_queue);
  }
});
