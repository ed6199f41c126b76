import assert from "node:assert/strict";
import { test } from "node:test";
import { leerMigraciones } from "./archivos.ts";
import { PENDIENTE, revisar } from "./guardia.ts";

const una = (sql: string, vuelta: string | null = "DROP TABLE a;", nombre = "0000_inicio.sql") =>
  revisar([{ nombre, sql, vuelta }]);

test("the repository's own migrations pass", () => {
  assert.deepEqual(revisar(leerMigraciones()), []);
});

for (const [que, sql] of [
  ["drops a table", "DROP TABLE `reclamos`;"],
  ["drops a table, in any case and spacing", "drop\n  table if exists reclamos;"],
  [
    "rebuilds a table",
    "CREATE TABLE `__new_reclamos` (id integer);\nALTER TABLE `__new_reclamos` RENAME TO `reclamos`;",
  ],
  ["drops a column", "ALTER TABLE `reclamos` DROP COLUMN `titulo`;"],
  ["renames a column", "ALTER TABLE reclamos RENAME COLUMN titulo TO nombre;"],
  ["deletes rows", "DELETE FROM reclamos WHERE id > 1;"],
  ["switches foreign keys off", "PRAGMA foreign_keys=OFF;"],
] as const) {
  test(`a migration that ${que} is refused`, () => {
    assert.ok(una(sql).length > 0);
  });
  test(`a migration that ${que} passes once reviewed`, () => {
    assert.deepEqual(una(`-- revisado: la tabla nunca tuvo filas en producción\n${sql}`), []);
  });
}

test("a review without a reason is no review", () => {
  assert.equal(una("-- revisado: ok\nDROP TABLE a;").length, 1);
});

test("words in comments and in text are not statements", () => {
  assert.deepEqual(una("-- DROP TABLE a\nINSERT INTO a VALUES ('DROP TABLE a');"), []);
});

test("a migration without a way back is refused", () => {
  assert.match(una("CREATE TABLE a (id);", null)[0] ?? "", /falta migrations\/down\/0000_inicio/);
});

test("a way back that nobody wrote is refused", () => {
  assert.match(una("CREATE TABLE a (id);", `${PENDIENTE}: …`)[0] ?? "", /sin escribir/);
});

test("a gap in the numbering is refused", () => {
  assert.match(una("CREATE TABLE a (id);", "DROP TABLE a;", "0002_x.sql")[0] ?? "", /0000/);
});
