import assert from "node:assert/strict";
import { test } from "node:test";
import { vueltaDe } from "./vuelta.ts";

test("what a migration adds is taken away in the opposite order", () => {
  const sql = [
    "CREATE TABLE `a` (\n\t`id` integer\n);",
    "CREATE INDEX `a_id` ON `a` (`id`);",
    "ALTER TABLE `b` ADD `c` text;",
    "CREATE UNIQUE INDEX `b_c` ON `b` (`c`);",
  ].join("\n--> statement-breakpoint\n");
  assert.equal(
    vueltaDe(sql),
    "DROP INDEX `b_c`;\nALTER TABLE `b` DROP COLUMN `c`;\nDROP TABLE `a`;\n",
  );
});

test("what it can't undo is left for a person, and the guard refuses it", () => {
  assert.match(vueltaDe("UPDATE a SET b = 1;"), /^-- PENDIENTE: deshacer «UPDATE a/);
});
