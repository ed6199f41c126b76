import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import test from "node:test";
import { ERRORES } from "../contract/errores.ts";
import { problemas } from "../web/i18n/en/problemas.ts";

const CARPETA = "web/i18n";
const areas = (idioma: string) =>
  readdirSync(`${CARPETA}/${idioma}`)
    .map((a) => basename(a, ".ts"))
    .filter((a) => a !== "index")
    .sort();
/** The word a file's catalogue goes by: mapa-gestion.ts exports mapaGestion. */
const nombreDe = (area: string) => area.replace(/-(.)/g, (_, c: string) => c.toUpperCase());
const leer = (archivo: string) => readFileSync(`${CARPETA}/${archivo}.ts`, "utf8");

// The words within an area are the compiler's: each English area says that it is `typeof es`.
test("every area is in both languages, and says it has all the words", () => {
  assert.deepEqual(areas("en"), areas("es"));
  for (const area of areas("en")) {
    assert.match(leer(`en/${area}`), /(satisfies|:) typeof es\b/, `en/${area}.ts`);
    assert.match(leer("en/index"), new RegExp(`export \\{ ${nombreDe(area)} \\}`), area);
  }
});

test("every area is read through the reader's language", () => {
  for (const area of areas("es")) {
    const puerta = area === "comun" ? "index" : area;
    const nombre = nombreDe(area);
    assert.match(leer(puerta), new RegExp(`traducir\\("${nombre}", ${nombre}\\)`), `${puerta}.ts`);
  }
});

test("what the contract says of a wrong field, and each codigo of a problem, can be said in English", () => {
  const dicho: string[] = [];
  for (const archivo of readdirSync("contract/esquemas")) {
    const fuente = readFileSync(`contract/esquemas/${archivo}`, "utf8").replace(
      /^\s*(\/\*\*|\*|\/\/).*$/gm,
      "",
    );
    for (const [, m = ""] of fuente.matchAll(/["`]([A-ZÁÉÍÓÚ][^"`\n]*\.)["`]/g)) dicho.push(m);
  }
  assert.ok(dicho.length > 50, `${dicho.length}`);
  const falta = dicho.filter(
    (m) => !(m in problemas.mensajes || m.replace(/\$\{[^}]*\}/, "#") in problemas.conNumero),
  );
  assert.deepEqual(falta, []);
  assert.deepEqual(Object.keys(problemas.detalles).sort(), Object.keys(ERRORES).sort());
});
