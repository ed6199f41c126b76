// npm run budgets [-- --reclamos 100000 --again]: what the screens cost in a city of that size, each against its budget;
// how soon the bandeja answers in a real browser; what the whole export asks of memory. Prints tables, and ends badly when
// anything is over. The city is made once, under .wrangler, and kept for the next time.
import "../bench/silencio.ts";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { levantarCon } from "../../web/e2e/soporte/servidor.ts";
import { correr, RAIZ } from "../comun/preparar.mjs";
import { mediana, medirBandeja, TOPE_MS } from "./bandeja.ts";
import { armarCiudad } from "./ciudad.ts";
import { buscarEjemplos, type Medida, medir, medirCambios, tabla } from "./medir.ts";
import { medirExportacion } from "./memoria.ts";
import { personas } from "./pedir.ts";
import { pedidos } from "./rutas.ts";

/**
 * What the peak may grow over three exports, once warm: what V8 leaves uncollected. Held whole, one export alone would be
 * three times as much, as text and as rows.
 */
const CRECE_MB_MAX = 64;

async function rutas(url: URL): Promise<boolean> {
  const de = await personas(url);
  const ejemplos = await buscarEjemplos(de);
  const medidas: Medida[] = [
    ...(await medir(de, pedidos(ejemplos))),
    ...(await medirCambios(de.supervisora, ejemplos)),
  ];
  const pasadas = medidas.filter((m) => m.excesos.length > 0);
  console.log(tabla(medidas));
  console.log(`\n${medidas.length} pedidos, ${pasadas.length} pasados de su presupuesto.`);
  if (pasadas.length > 0) console.log(tabla(pasadas));
  return pasadas.length === 0;
}

async function bandeja(url: URL): Promise<boolean> {
  const aperturas = await medirBandeja(url);
  const usable = mediana(aperturas.map((a) => a.usable));
  const ms = (n: number) => `${Math.round(n)} ms`;
  console.log("\nLa bandeja en Chromium, desde que se abre:");
  for (const a of aperturas)
    console.log(`  filas a la vista ${ms(a.pintada)}, responde a la tecla j ${ms(a.usable)}`);
  console.log(`${usable <= TOPE_MS ? "✓" : "✗"} mediana ${ms(usable)}, tope ${ms(TOPE_MS)}`);
  return usable <= TOPE_MS;
}

async function exportacion(url: URL, pid: number, total: number): Promise<boolean> {
  const { calentamiento, medidas } = await medirExportacion(url, pid);
  const mb = (n: number) => `${n.toFixed(1)} MB`;
  console.log("\nLa lista entera como CSV, y la memoria de workerd:");
  for (const e of [...calentamiento, ...medidas])
    console.log(
      `  ${e.renglones} renglones, ${mb(e.mb)} en ${e.segundos.toFixed(1)} s; memoria ${mb(e.antesMb)} antes, ${mb(e.picoMb)} en su pico`,
    );
  const antes = Math.max(...calentamiento.map((e) => e.picoMb));
  const crece = Math.max(...medidas.map((e) => e.picoMb)) - antes;
  const pasaron = medidas.reduce((suma, e) => suma + e.mb, 0);
  const entera = medidas.every((e) => e.renglones > total && e.huella === medidas[0]?.huella);
  const bien = crece <= CRECE_MB_MAX && entera;
  console.log(
    `${bien ? "✓" : "✗"} con ${mb(pasaron)} que pasan, el pico crece ${mb(Math.max(0, crece))}, tope ${mb(CRECE_MB_MAX)}; ${entera ? "salieron iguales y enteras" : "no salieron iguales y enteras"}`,
  );
  return bien;
}

async function principal(): Promise<boolean> {
  const { values } = parseArgs({
    options: { reclamos: { type: "string", default: "100000" }, again: { type: "boolean" } },
  });
  const total = Number(values.reclamos);
  if (!Number.isInteger(total) || total < 1000)
    throw new Error("--reclamos tiene que ser un número entero, de 1000 para arriba");
  const datos = join(RAIZ, ".wrangler", `presupuestos-${total}`);
  if (values.again) rmSync(datos, { recursive: true, force: true });
  correr("vite", ["build", "--logLevel=warn"]);
  console.log(`Un municipio de ${total} reclamos en ${datos} (la primera vez tarda)…\n`);
  const servidor = await levantarCon(
    (estado) => armarCiudad(estado, total),
    // Nothing from the edge's store: each answer is made, and tells its cost.
    { datos, variables: { EDGE_SECONDS: "0" } },
  );
  try {
    const url = new URL(servidor.url);
    const bien = [
      await rutas(url),
      await bandeja(url),
      await exportacion(url, servidor.pid, total),
    ];
    return bien.every(Boolean);
  } finally {
    await servidor.cerrar();
  }
}

process.exitCode = (await principal()) ? 0 : 1;
