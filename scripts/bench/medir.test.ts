import assert from "node:assert/strict";
import { test } from "node:test";
import { medida, percentil, tabla } from "./medir.ts";

test("a percentile is a value that was measured, whatever the order", () => {
  const muestras = [5, 1, 4, 2, 3];
  assert.equal(percentil(muestras, 0.5), 3);
  assert.equal(percentil(muestras, 0.95), 5);
  assert.equal(percentil([7], 0.95), 7);
  assert.deepEqual(muestras, [5, 1, 4, 2, 3]);
});

test("the table has a line for each measure", () => {
  const lineas = tabla([medida("lista", [1, 2]), medida("crear", [3])]).split("\n");
  assert.equal(lineas.length, 3);
  assert.match(lineas[1] ?? "", /^lista\s+2\s+1\.0\s+2\.0$/);
});
