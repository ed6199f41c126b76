// The checks of `npm test`. Each gives back how many of its tests passed and failed, and where it can which
// ones failed; one that has no tests of its own counts as one.
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { generarTipos } from "./local.mjs";
import { correr, entorno, RAIZ } from "./preparar.mjs";

const INFORMES = join(RAIZ, "test-results");

/** Runs a tool with its output passed through; gives back its exit code, null when it never ran. */
function ver(orden, argumentos, extra = {}) {
  return new Promise((resolver) => {
    const proceso = spawn(orden, argumentos, {
      cwd: RAIZ,
      env: entorno({ CI: "1", FORCE_COLOR: process.stdout.isTTY ? "1" : "0", ...extra }),
      stdio: ["ignore", "inherit", "inherit"],
    });
    // Stopping npm test stops what it runs.
    const parar = () => {
      proceso.kill("SIGTERM");
      process.exit(143);
    };
    process.once("SIGTERM", parar);
    proceso.once("close", () => process.off("SIGTERM", parar));
    proceso.once("error", () => resolver(null));
    proceso.once("exit", (codigo) => resolver(codigo));
  });
}

/** A failure in a few lines: the test's name and what it said, without colours. */
function fallo(nombre, mensaje = "") {
  const lineas = stripVTControlCharacters(mensaje).split("\n");
  return [nombre, ...lineas.map((linea) => linea.trim()).filter(Boolean)]
    .slice(0, 9)
    .join("\n    ");
}

const uno = (codigo) => (codigo === 0 ? { pasaron: 1, fallaron: 0 } : { pasaron: 0, fallaron: 1 });

/**
 * Counts from a report, honest about the exit code too: a tool that ended badly with no failed test
 * (coverage below its threshold, an error outside any test) is one failure more, and a run that
 * found no test at all is a failure.
 */
function contar(codigo, pasaron, fallaron, cuales = []) {
  const callada = codigo !== 0 && fallaron === 0;
  const vacia = pasaron + fallaron === 0 && !callada;
  return { pasaron, fallaron: fallaron + (callada || vacia ? 1 : 0), cuales };
}

function informe(nombre) {
  mkdirSync(INFORMES, { recursive: true });
  const ruta = join(INFORMES, nombre);
  rmSync(ruta, { force: true });
  return ruta;
}

function leer(ruta, vacio) {
  try {
    return JSON.parse(readFileSync(ruta, "utf8"));
  } catch {
    return vacio;
  }
}

const construir = () => correr("vite", ["build", "--logLevel=warn"]);

async function tipos() {
  generarTipos();
  return uno(await ver("tsc", ["-b"]));
}

async function estilo() {
  return uno(
    await ver("biome", [
      "ci",
      "--max-diagnostics=50",
      ...(process.stdout.isTTY ? [] : ["--colors=off"]),
      ".",
    ]),
  );
}

async function migraciones() {
  return uno(await ver("node", ["scripts/migraciones/guardia.ts"]));
}

/** Both workflow files against GitHub's schema, offline. */
async function flujos() {
  const carpeta = join(RAIZ, ".github", "workflows");
  const cuenta = { pasaron: 0, fallaron: 0 };
  for (const archivo of readdirSync(carpeta)) {
    const codigo = await ver("action-validator", [join(carpeta, archivo)]);
    console.log(`${codigo === 0 ? "✓" : "✗"} ${archivo}`);
    cuenta[codigo === 0 ? "pasaron" : "fallaron"] += 1;
  }
  return cuenta;
}

/** The tests of the scripts themselves, by Node's own runner. */
async function scripts() {
  const tap = informe("scripts.tap");
  const codigo = await ver("node", [
    "--test",
    "--test-reporter=spec",
    "--test-reporter-destination=stdout",
    "--test-reporter=tap",
    `--test-reporter-destination=${tap}`,
    "scripts/**/*.test.ts",
  ]);
  const texto = readFileSync(tap, "utf8");
  const numero = (que) => Number(texto.match(new RegExp(`^# ${que} (\\d+)$`, "m"))?.[1] ?? 0);
  const cuales = [...texto.matchAll(/^ *not ok \d+ - (.+)$/gm)].map(([, nombre]) => nombre);
  return contar(codigo, numero("pass"), numero("fail") + numero("cancelled"), cuales);
}

/** What would be deployed: the site built, the Worker bundled, both weighed. */
async function paquete() {
  construir();
  const medidas = informe("medidas.json");
  const codigo = await ver("node", ["scripts/medidas.ts", medidas]);
  const { pasaron, fallaron } = leer(medidas, { pasaron: 0, fallaron: 0 });
  return contar(codigo, pasaron, fallaron);
}

async function unit() {
  const json = informe("unit.json");
  const codigo = await ver("vitest", [
    "run",
    "--coverage",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${json}`,
  ]);
  const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = leer(json, {});
  // A file that could not even be loaded has no failed test in it.
  const rotos = testResults.filter(
    (archivo) => archivo.status === "failed" && archivo.assertionResults.length === 0,
  );
  const cuales = testResults.flatMap((archivo) =>
    archivo.assertionResults
      .filter((prueba) => prueba.status === "failed")
      .map((prueba) =>
        fallo(`${relative(RAIZ, archivo.name)} › ${prueba.fullName}`, prueba.failureMessages[0]),
      ),
  );
  cuales.push(...rotos.map((archivo) => fallo(relative(RAIZ, archivo.name), archivo.message)));
  return contar(codigo, numPassedTests, numFailedTests + rotos.length, cuales);
}

const TROPIEZO = "pasó recién a la segunda: ";

/** What failed in a suite of Playwright's report and in those inside it, and what passed only when it was tried again. */
function fallosDe({ specs = [], suites = [] }) {
  const propios = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter((prueba) => prueba.status === "unexpected" || prueba.status === "flaky")
      .map((prueba) => {
        const error = prueba.results.map((r) => r.error?.message).find(Boolean);
        return fallo(`${prueba.status === "flaky" ? TROPIEZO : ""}${file} › ${title}`, error);
      }),
  );
  return [...propios, ...suites.flatMap(fallosDe)];
}

async function e2e() {
  construir();
  const json = informe("e2e.json");
  const codigo = await ver(
    "playwright",
    ["test", "--config=web/e2e/playwright.config.ts", "--reporter=list,json"],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: json },
  );
  const { stats = {}, suites = [] } = leer(json, {});
  const { expected = 0, unexpected = 0, flaky = 0 } = stats;
  const cuales = fallosDe({ suites });
  // What the policy refused once is no matter of a busy machine.
  const rechazados = cuales.filter(
    (cual) => cual.startsWith(TROPIEZO) && cual.includes("Content Security Policy"),
  ).length;
  return contar(codigo, expected + flaky - rechazados, unexpected + rechazados, cuales);
}

/** In the order they run: the quick ones first. */
export const CHEQUEOS = { tipos, estilo, migraciones, flujos, scripts, paquete, unit, e2e };
