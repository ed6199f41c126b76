// What would be deployed, weighed against design's budgets: the Worker's bundle for each
// environment and the first JavaScript of each page. Writes {pasaron, fallaron, medidas} to the path given.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const KB = 1000;
const PRESUPUESTO = { worker: 400 * KB, vecino: 25 * KB, personal: 80 * KB };
/** Pages for staff, and for who builds them; all others are a vecino's. */
const DE_PERSONAL = /^web\/pages\/(gestion|campo|dev)\b/;

type Medida = { nombre: string; bytes: number; limite: number };
type Entrada = { file: string; imports?: string[]; dynamicImports?: string[] };
type Manifiesto = Record<string, Entrada>;

const comprimido = (ruta: string): number => gzipSync(readFileSync(ruta), { level: 9 }).length;

/**
 * Bundles the Worker as a deploy to `ambiente` would, without deploying. Gives back its size,
 * minified and gzipped, in bytes; throws with wrangler's words when it can't.
 */
function pesarWorker(ambiente: string): number {
  const salida = join(".wrangler", "paquete", ambiente);
  rmSync(salida, { recursive: true, force: true });
  const { status, stdout, stderr } = spawnSync(
    "wrangler",
    ["deploy", "--dry-run", "--env", ambiente, "--outdir", salida],
    { encoding: "utf8" },
  );
  if (status !== 0)
    throw new Error(`wrangler deploy --dry-run --env ${ambiente}\n${stdout}${stderr}`);
  return readdirSync(salida)
    .filter((archivo) => !/\.(map|md|d\.ts)$/.test(archivo))
    .reduce((suma, archivo) => suma + comprimido(join(salida, archivo)), 0);
}

/** All files that the browser loads for `claves`, their static imports included. */
export function cierre(manifiesto: Manifiesto, claves: string[]): Set<string> {
  const vistos = new Set<string>();
  const archivos = new Set<string>();
  const pendientes = [...claves];
  for (let clave = pendientes.pop(); clave !== undefined; clave = pendientes.pop()) {
    const entrada = manifiesto[clave];
    if (!entrada || vistos.has(clave)) continue;
    vistos.add(clave);
    archivos.add(entrada.file);
    pendientes.push(...(entrada.imports ?? []));
  }
  return archivos;
}

/** Every page that the entry loads lazily, with what a first visit to it downloads before it shows. */
function pesarPaginas(): Medida[] {
  const manifiesto: Manifiesto = JSON.parse(readFileSync("dist/manifest.json", "utf8"));
  const principal = "web/arranque.tsx";
  const entrada = ["web/main.tsx", principal];
  const pesar = (claves: string[]): number =>
    [...cierre(manifiesto, claves)]
      .filter((archivo) => archivo.endsWith(".js"))
      .reduce((suma, archivo) => suma + comprimido(join("dist", archivo)), 0);
  const archivos = cierre(manifiesto, [...entrada, "web/cargadores.ts"]);
  const paginas = Object.values(manifiesto)
    .filter(({ file }) => archivos.has(file))
    .flatMap(({ dynamicImports = [] }) => dynamicImports)
    .filter((clave) => clave.startsWith("web/pages/"));
  return [
    { nombre: "entrada", bytes: pesar(entrada), limite: PRESUPUESTO.vecino },
    ...paginas.map((pagina) => ({
      nombre: pagina,
      bytes: pesar([...entrada, pagina]),
      limite: DE_PERSONAL.test(pagina) ? PRESUPUESTO.personal : PRESUPUESTO.vecino,
    })),
  ];
}

function pesarTodo(): { medidas: Medida[]; errores: string[] } {
  const medidas: Medida[] = [];
  const errores: string[] = [];
  const intentar = (hacer: () => Medida[]) => {
    try {
      medidas.push(...hacer());
    } catch (error) {
      errores.push(error instanceof Error ? error.message : String(error));
    }
  };
  for (const ambiente of ["staging", "production"])
    intentar(() => [
      { nombre: `Worker, ${ambiente}`, bytes: pesarWorker(ambiente), limite: PRESUPUESTO.worker },
    ]);
  intentar(pesarPaginas);
  return { medidas, errores };
}

/** What wrangler's profiler says of the start-up, in its words; printed, never asserted: it is a time. */
function arranque(): string {
  const perfil = join(".wrangler", "paquete", "arranque.cpuprofile");
  const { stdout } = spawnSync(
    "wrangler",
    ["check", "startup", "--args=--env production", `--outfile=${perfil}`],
    { encoding: "utf8" },
  );
  return stdout.match(/Active: .*/)?.[0] ?? "sin medir";
}

if (import.meta.main) {
  const { medidas, errores } = pesarTodo();
  for (const error of errores) console.error(`✗ ${error}`);
  for (const { nombre, bytes, limite } of medidas)
    console.log(
      `${bytes <= limite ? "✓" : "✗"} ${nombre.padEnd(44)} ${(bytes / KB).toFixed(1).padStart(7)} kB gz de ${limite / KB}`,
    );
  console.log(`· arranque del Worker, CPU en esta máquina: ${arranque()}`);
  const fallaron = medidas.filter(({ bytes, limite }) => bytes > limite).length + errores.length;
  const pasaron = medidas.length + errores.length - fallaron;
  const informe = process.argv[2];
  if (informe) writeFileSync(informe, JSON.stringify({ pasaron, fallaron, medidas }));
  process.exitCode = fallaron > 0 ? 1 : 0;
}
