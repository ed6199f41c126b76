import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { ingresar } from "./pedir.ts";

const MUESTRA_MS = 100;
/** The runtime takes its time to settle: the first ones are for that. */
const DE_CALENTAMIENTO = 2;
const VECES = 5;
const MB = 1024 * 1024;

type Proceso = { pid: number; padre: number; kb: number; nombre: string };

function procesos(): Proceso[] {
  const texto = execFileSync("ps", ["-axo", "pid=,ppid=,rss=,comm="], { encoding: "utf8" });
  return texto.split("\n").flatMap((linea) => {
    const [, pid, padre, kb, nombre] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.+)$/.exec(linea) ?? [];
    return nombre ? [{ pid: Number(pid), padre: Number(padre), kb: Number(kb), nombre }] : [];
  });
}

/** The memory that the runtimes started under `raiz` hold, in MB. */
function memoriaDe(raiz: number): number {
  const todos = procesos();
  const suyos = new Set([raiz]);
  for (let antes = 0; antes !== suyos.size; ) {
    antes = suyos.size;
    for (const p of todos) if (suyos.has(p.padre)) suyos.add(p.pid);
  }
  const kb = todos
    .filter((p) => suyos.has(p.pid) && p.nombre.includes("workerd"))
    .reduce((suma, p) => suma + p.kb, 0);
  if (kb === 0) throw new Error("No encontré el proceso de workerd.");
  return (kb * 1024) / MB;
}

export type Exportacion = {
  mb: number;
  renglones: number;
  huella: string;
  antesMb: number;
  picoMb: number;
  segundos: number;
};

/** The whole list as CSV, read as it comes and thrown away, with the runtime's memory looked at all along. */
async function exportarUna(url: URL, cookie: string, pid: number): Promise<Exportacion> {
  const antesMb = memoriaDe(pid);
  let picoMb = antesMb;
  const mirar = setInterval(() => {
    picoMb = Math.max(picoMb, memoriaDe(pid));
  }, MUESTRA_MS);
  try {
    const inicio = performance.now();
    const r = await fetch(new URL("/api/exportar/reclamos.csv?personas=1", url), {
      headers: { Cookie: cookie, Origin: url.origin },
    });
    if (!r.ok || !r.body) throw new Error(`exportar: ${r.status} ${await r.text()}`);
    const huella = createHash("sha256");
    let [bytes, renglones] = [0, 0];
    for await (const trozo of r.body) {
      huella.update(trozo);
      bytes += trozo.length;
      for (const b of trozo) if (b === 10) renglones += 1;
    }
    const segundos = (performance.now() - inicio) / 1000;
    return { mb: bytes / MB, renglones, huella: huella.digest("hex"), antesMb, picoMb, segundos };
  } finally {
    clearInterval(mirar);
  }
}

/** The same export, one after another, those that only warm it up apart. */
export async function medirExportacion(
  url: URL,
  pid: number,
): Promise<{ calentamiento: Exportacion[]; medidas: Exportacion[] }> {
  const cookie = await ingresar(url, "supervisora");
  const hechas: Exportacion[] = [];
  for (let i = 0; i < VECES; i += 1) hechas.push(await exportarUna(url, cookie, pid));
  return {
    calentamiento: hechas.slice(0, DE_CALENTAMIENTO),
    medidas: hechas.slice(DE_CALENTAMIENTO),
  };
}
