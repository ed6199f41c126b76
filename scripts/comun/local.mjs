// The local Worker: its data, its secrets, its port. Bare Node 20, like preparar.mjs.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { correr, entorno, RAIZ } from "./preparar.mjs";

export const ESTADO_LOCAL = join(RAIZ, ".wrangler", "state");
/** In the folder of local data: what the demo's loader said. Gone means: load. */
export const NOTA_DEMO = "demo.txt";
export const DIRECCION = "127.0.0.1";
export const PUERTO = Number(process.env.PORT ?? 8787);

/** Whether nobody listens on the port. */
export function puertoLibre(puerto) {
  return new Promise((resolver) => {
    const prueba = createServer();
    prueba.once("error", () => resolver(false));
    prueba.listen(puerto, DIRECCION, () => prueba.close(() => resolver(true)));
  });
}

/** Local secrets: .dev.vars is made from the example once, with a secret of its own. */
export function asegurarSecretos() {
  const propio = join(RAIZ, ".dev.vars");
  if (existsSync(propio)) return;
  const ejemplo = readFileSync(join(RAIZ, ".dev.vars.example"), "utf8");
  const secreto = randomBytes(32).toString("hex");
  writeFileSync(
    propio,
    ejemplo.replace(/^BETTER_AUTH_SECRET=.*$/m, `BETTER_AUTH_SECRET=${secreto}`),
    { mode: 0o600 },
  );
}

/** Types of the bindings and variables, from wrangler.toml. */
export function generarTipos() {
  correr("node", ["scripts/tipos.mjs"]);
}

/** Applies what is pending of migrations/ to the local database kept under `carpeta`. */
export function migrar(carpeta = ESTADO_LOCAL) {
  return correr("wrangler", [
    "d1",
    "migrations",
    "apply",
    "DB",
    "--local",
    "--persist-to",
    carpeta,
  ]);
}

/**
 * Loads the demo municipality, once for each folder of data; gives back who can sign in, as text.
 * What the loader said is kept beside the data, so that the next start need not ask the database.
 * @param {string} [carpeta]
 * @param {number} [reclamos] as many as the demonstration has when not told
 */
export function cargarDemo(carpeta = ESTADO_LOCAL, reclamos) {
  const nota = join(carpeta, NOTA_DEMO);
  if (existsSync(nota)) return readFileSync(nota, "utf8");
  const cuantos = reclamos === undefined ? [] : ["--reclamos", String(reclamos)];
  const orden = ["scripts/demo/cargar.ts", "--persist", carpeta, ...cuantos];
  const quienes = correr("node", orden).trim();
  writeFileSync(nota, quienes);
  return quienes;
}

/**
 * Instead of the demo: nothing at all. What to do then is kept where the demo's note would be, so that `npm start` serves
 * this install as it is.
 */
export function prepararVacia(carpeta = ESTADO_LOCAL) {
  migrar(carpeta);
  const nota =
    "Municipio vacío: la primera cuenta que se cree en esta máquina lo administra.\nEmpezá en /gestion/ciudad/empezar.";
  writeFileSync(join(carpeta, NOTA_DEMO), nota);
  return nota;
}

/**
 * Starts `wrangler dev` in a process group of its own, so that ending it ends the runtime too.
 * `variables` go over those of wrangler.toml; `archivo` replaces .dev.vars.
 *
 * @param {{
 *   puerto: number,
 *   carpeta: string,
 *   variables?: Record<string, string>,
 *   archivo?: string,
 *   extra?: string[],
 *   salida?: "inherit" | "ignore" | "pipe",
 * }} opciones
 */
export function servir({
  puerto,
  carpeta,
  variables = {},
  archivo,
  extra = [],
  salida = "inherit",
}) {
  const argumentos = [
    "dev",
    `--ip=${DIRECCION}`,
    `--port=${puerto}`,
    "--inspector-port=0",
    `--persist-to=${carpeta}`,
    "--show-interactive-dev-session=false",
    ...(archivo ? [`--env-file=${archivo}`] : []),
    ...Object.entries(variables).flatMap(([nombre, valor]) => ["--var", `${nombre}:${valor}`]),
    ...extra,
  ];
  const proceso = spawn("wrangler", argumentos, {
    cwd: RAIZ,
    env: entorno(),
    detached: true,
    stdio: ["ignore", salida, salida],
  });
  // Whoever started it may be stopped before it ends it.
  process.once("exit", () => matarGrupo(proceso));
  return proceso;
}

function matarGrupo(proceso) {
  try {
    process.kill(-proceso.pid, "SIGKILL");
  } catch {
    // The group is gone already, or never was.
  }
}

/** What wrangler says over and over: a line for each request (the Worker logs its own), its bindings. */
const REPETIDO =
  /^(?:\[wrangler:info\]|Your Worker has access|Binding +Resource|env\.\w+ |⎔ Connection).*\n/gm;

/** Holds back what a process prints until `soltar`, then lets it through less the repeated, until `callar`. */
export function retener(proceso) {
  let retenido = "";
  let abierto = false;
  for (const flujo of [proceso.stdout, proceso.stderr])
    flujo?.setEncoding("utf8").on("data", (texto) => {
      if (abierto) process.stdout.write(texto.replace(REPETIDO, ""));
      else retenido += texto;
    });
  return {
    retenido: () => retenido,
    soltar: () => {
      abierto = true;
    },
    callar: () => {
      abierto = false;
    },
  };
}

/** Ends a process started by `servir` with everything it started, and waits until it is gone. */
export async function terminar(proceso) {
  if (proceso.pid === undefined) return;
  const fin =
    proceso.exitCode !== null || proceso.signalCode !== null
      ? Promise.resolve()
      : new Promise((resolver) => proceso.once("exit", resolver));
  // The tool is asked first, alone, so that it can put away its runtime; the group only if it is slow.
  proceso.kill("SIGTERM");
  const insistir = setTimeout(() => matarGrupo(proceso), 5_000);
  await fin;
  clearTimeout(insistir);
  matarGrupo(proceso);
}

/** Waits until the Worker answers on its port; false when the process ended or the time ran out. */
export async function esperarListo(proceso, puerto, segundos = 120) {
  const limite = Date.now() + segundos * 1000;
  while (Date.now() < limite && proceso.exitCode === null && proceso.signalCode === null) {
    try {
      const { status } = await fetch(`http://${DIRECCION}:${puerto}/api/health`);
      if (status < 500) return true;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolver) => setTimeout(resolver, 200));
  }
  return false;
}

/**
 * Plays the clock: `wrangler dev` never runs cron triggers by itself, so the minute's schedule is
 * called as the platform would call it. Gives back how to stop it.
 */
export function relojDeCron(puerto) {
  const cada = setInterval(() => {
    const url = `http://${DIRECCION}:${puerto}/cdn-cgi/local/scheduled?cron=${encodeURIComponent("* * * * *")}`;
    fetch(url).catch(() => {});
  }, 60_000);
  cada.unref();
  return () => clearInterval(cada);
}
