import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { MUTANTES } from "./mutantes.ts";

test("each check that the mutants take away is still there to take, and at least ten are", () => {
  assert.ok(MUTANTES.length >= 10);
  for (const { archivo, de } of MUTANTES)
    assert.ok(readFileSync(archivo, "utf8").includes(de), `${archivo}: ${de}`);
});
