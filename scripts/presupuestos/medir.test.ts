import assert from "node:assert/strict";
import { test } from "node:test";
import { excesosDe, tabla } from "./medir.ts";
import { pedidos } from "./rutas.ts";

const COSTO = { viajes: 1, leidas: 60, escritas: 0, bytes: 1000 };

test("what costs as much as its budget is within it, and one more of anything is over", () => {
  assert.deepEqual(excesosDe(COSTO, { leidas: 60 }), []);
  assert.deepEqual(excesosDe({ ...COSTO, leidas: 61 }, { leidas: 60 }), ["leidas 61 de 60"]);
  assert.deepEqual(excesosDe({ ...COSTO, viajes: 2 }, { leidas: 60 }), ["viajes 2 de 1"]);
  assert.deepEqual(excesosDe({ ...COSTO, escritas: 1 }, { leidas: 60 }), ["escritas 1 de 0"]);
  assert.deepEqual(excesosDe(COSTO, { leidas: 60, bytes: 999 }), ["bytes 1000 de 999"]);
});

test("the table marks what is over, and says by how much", () => {
  const pedido = { quien: "nadie", ruta: "/api/x", leidas: 60 } as const;
  const texto = tabla([
    { ...pedido, costo: COSTO, excesos: [] },
    { ...pedido, costo: COSTO, excesos: ["leidas 61 de 60"] },
  ]);
  assert.match(texto, /✓ nadie +\/api\/x/);
  assert.match(texto, /✗ nadie[^\n]+\n +de más: leidas 61 de 60/);
});

test("nobody is asked the same thing twice", () => {
  const e = { id: 1, codigo: "A", lat: 0, lng: 0, deLaVecina: 1, deLaCuadrilla: 1, ids: [1] };
  const todos = pedidos(e).map((p) => `${p.quien} ${p.ruta}`);
  const repetidos = todos.filter((x, i) => todos.indexOf(x) !== i);
  assert.deepEqual(repetidos, []);
});
