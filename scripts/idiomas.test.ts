import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import test from "node:test";

const CARPETA = "web/i18n";
const areas = (idioma: string) =>
  readdirSync(`${CARPETA}/${idioma}`)
    .map((a) => basename(a, ".ts"))
    .filter((a) => a !== "index")
    .sort();
const leer = (archivo: string) => readFileSync(`${CARPETA}/${archivo}.ts`, "utf8");

// The words within an area are the compiler's: each English area says `satisfies typeof es`.
test("every area is in both languages, and says it has all the words", () => {
  assert.deepEqual(areas("en"), areas("es"));
  for (const area of areas("en")) {
    assert.match(leer(`en/${area}`), /satisfies typeof es;/, `en/${area}.ts`);
    assert.match(leer("en/index"), new RegExp(`export \\{ ${area} \\}`), `en/index.ts: ${area}`);
  }
});

test("every area is read through the reader's language", () => {
  for (const area of areas("es")) {
    const puerta = area === "comun" ? "index" : area;
    assert.match(leer(puerta), new RegExp(`traducir\\("${area}", ${area}\\)`), `${puerta}.ts`);
  }
});
