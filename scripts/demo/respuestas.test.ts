import assert from "node:assert/strict";
import { test } from "node:test";
import { plantillaNueva } from "../../contract/esquemas/plantillas.ts";
import { RESPUESTAS } from "./respuestas.ts";

test("the city's answers are such as an admin could have saved, each under its own title", () => {
  for (const r of RESPUESTAS) assert.ok(plantillaNueva.safeParse(r).success, r.titulo);
  assert.equal(new Set(RESPUESTAS.map((r) => r.titulo)).size, RESPUESTAS.length);
});
