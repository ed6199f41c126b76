import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const carpeta = ".github/workflows";
const flujos = readdirSync(carpeta).map((nombre) => ({
  nombre,
  texto: readFileSync(`${carpeta}/${nombre}`, "utf8"),
}));

for (const { nombre, texto } of flujos) {
  test(`${nombre}: every action is pinned by commit, with its version beside it`, () => {
    const usos = [...texto.matchAll(/uses: (.+)/g)].map(([, uso]) => uso);
    assert.ok(usos.length > 0);
    for (const uso of usos)
      assert.match(uso ?? "", /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test(`${nombre}: nobody's text is pasted into a shell script`, () => {
    for (const [, script] of texto.matchAll(/run: \|\n((?: {10}.*\n)+)/g))
      assert.doesNotMatch(script ?? "", /\$\{\{/);
  });

  test(`${nombre}: rights are given one by one`, () => {
    assert.match(texto, /^permissions:/m);
    assert.doesNotMatch(texto, /write/);
  });
}
