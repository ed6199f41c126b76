// npm run lighthouse [-- /mapa /reportar]: Google's measure of the pages a vecino sees first, on a phone with a
// slow network, as budgets ask. Prints a table and what was found; ends badly when a page is below.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "chrome-launcher";
import lighthouse, { type Result } from "lighthouse";
import type { ReclamoFila } from "../../contract/esquemas/reclamos.ts";
import { buscarNavegador, OPCIONES } from "../../web/e2e/soporte/navegador.ts";
import { puertoCualquiera } from "../../web/e2e/soporte/servidor.ts";
import { cargarDemo, DIRECCION, esperarListo, migrar, servir, terminar } from "../comun/local.mjs";
import { correr } from "../comun/preparar.mjs";
import { CONTRASENA, conocida } from "../demo/personas.ts";
import { comprimir } from "./borde.ts";

const MINIMOS = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 } as const;
type Clase = keyof typeof MINIMOS;
const CLASES = Object.keys(MINIMOS) as Clase[];
const INFORMES = join("test-results", "lighthouse");

/** The codigo of a reclamo being worked on, as the city sees it. */
async function unCodigo(origen: string): Promise<string> {
  const ingreso = await fetch(new URL("/api/auth/login", origen), {
    method: "POST",
    body: new URLSearchParams({ username: conocida("supervisora").email, password: CONTRASENA }),
  });
  const { access_token } = (await ingreso.json()) as { access_token: string };
  const lista = await fetch(new URL("/api/reclamos?estado=en_proceso&limite=1", origen), {
    headers: { Authorization: `Bearer ${access_token}` },
  });
  const { items } = (await lista.json()) as { items: ReclamoFila[] };
  if (!items[0]) throw new Error("En la demostración no hay nada en proceso.");
  return items[0].codigo;
}

const VECES = 3;
const puntos = ({ categories }: Result): number => categories.performance?.score ?? 0;

/**
 * Runs Lighthouse as it comes, a mid-range phone on slow 4G, simulated; of three runs the middle one, as its makers
 * advise. The page is asked for first, so that what is measured is the page and not a Worker that has just woken.
 */
async function medir(url: string, puerto: number): Promise<Result> {
  for (let i = 0; i < VECES; i += 1) await (await fetch(url)).text();
  const corridas: Result[] = [];
  for (let i = 0; i < VECES; i += 1) corridas.push(await correrUna(url, puerto));
  const media = corridas.toSorted((a, b) => puntos(a) - puntos(b))[Math.floor(VECES / 2)];
  if (!media) throw new Error(`Lighthouse no midió ${url}.`);
  return media;
}

async function correrUna(url: string, puerto: number): Promise<Result> {
  const corrida = await lighthouse(url, { port: puerto, onlyCategories: CLASES, output: "html" });
  if (!corrida) throw new Error(`Lighthouse no midió ${url}.`);
  mkdirSync(INFORMES, { recursive: true });
  const nombre = new URL(url).pathname.replaceAll("/", "_").replace(/^_$/, "inicio");
  writeFileSync(join(INFORMES, `${nombre}.html`), String(corrida.report));
  return corrida.lhr;
}

/** One page's line and, below it, each thing that cost it a point. Gives back whether it reached every minimum. */
function contar(ruta: string, { categories, audits }: Result): boolean {
  const nota = (clase: Clase) => Math.round((categories[clase]?.score ?? 0) * 100);
  const bien = CLASES.every((clase) => nota(clase) >= MINIMOS[clase]);
  const notas = CLASES.map((clase) => String(nota(clase)).padStart(5)).join("");
  const tiempos = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time"]
    .concat("cumulative-layout-shift")
    .map((id) => (audits[id]?.displayValue ?? "").replace(/\s/g, " ").padStart(9));
  console.log(`${bien ? "✓" : "✗"} ${ruta.padEnd(16)}${notas}  ${tiempos.join("")}`);
  for (const clase of CLASES) {
    if (nota(clase) >= MINIMOS[clase]) continue;
    for (const { id, weight } of categories[clase]?.auditRefs ?? []) {
      const a = audits[id];
      if (a && weight > 0 && a.score !== null && a.score < 0.9)
        console.log(`    ${clase}: ${a.title} ${a.displayValue ?? ""}`);
    }
  }
  return bien;
}

async function principal(): Promise<boolean> {
  const carpeta = mkdtempSync(join(tmpdir(), "baldosa-lighthouse-"));
  const secretos = join(carpeta, "vars");
  writeFileSync(secretos, "BETTER_AUTH_SECRET=a-secret-only-for-lighthouse-0123456789abcdef\n");
  correr("vite", ["build", "--logLevel=warn"]);
  migrar(join(carpeta, "estado"));
  cargarDemo(join(carpeta, "estado"));
  const [puerto, destino] = [await puertoCualquiera(), await puertoCualquiera()];
  const origen = `http://${DIRECCION}:${puerto}`;
  const worker = servir({
    puerto: destino,
    carpeta: join(carpeta, "estado"),
    archivo: secretos,
    variables: { APP_URL: origen },
    extra: ["--log-level=error"],
    salida: "ignore",
  });
  const navegador = await buscarNavegador();
  const borde = await comprimir(puerto, destino, DIRECCION);
  try {
    if (!(await esperarListo(worker, destino))) throw new Error("El Worker no llegó a contestar.");
    const pedidas = process.argv.slice(2);
    const rutas =
      pedidas.length > 0 ? pedidas : ["/", "/reportar", `/r/${await unCodigo(origen)}`, "/mapa"];
    const chrome = await launch({
      chromePath: navegador.ruta,
      chromeFlags: OPCIONES,
      ...(navegador.bibliotecas ? { envVars: navegador.bibliotecas } : {}),
    });
    console.log(`  ${"".padEnd(16)} perf  a11y  prác   seo       FCP      LCP      TBT      CLS`);
    let bien = true;
    try {
      for (const ruta of rutas)
        bien = contar(ruta, await medir(origen + ruta, chrome.port)) && bien;
    } finally {
      chrome.kill();
    }
    console.log(`Los informes enteros: ${INFORMES}/`);
    return bien;
  } finally {
    borde.close();
    borde.closeAllConnections();
    await terminar(worker);
    rmSync(carpeta, { recursive: true, force: true });
  }
}

process.exitCode = (await principal()) ? 0 : 1;
