import { accessSync, constants, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** For a browser in a container: no sandbox, no graphics card, and not a byte to the network by itself. */
export const OPCIONES = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const NOMBRES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const LUGARES = [
  ...(process.env.PATH ?? "").split(delimiter),
  "/Applications/Google Chrome.app/Contents/MacOS",
  "/Applications/Chromium.app/Contents/MacOS",
];
const EN_MAC = ["Google Chrome", "Chromium"];

export type Navegador = {
  ruta: string;
  /** The environment it needs to find its libraries, when they came with the npm package. */
  bibliotecas?: Record<string, string>;
};

function sePuedeEjecutar(ruta: string): boolean {
  try {
    accessSync(ruta, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The npm package's Chromium and its libraries, unpacked once under node_modules/.cache. */
async function delPaquete(): Promise<Navegador> {
  const carpeta = fileURLToPath(new URL("../../../node_modules/.cache/navegador", import.meta.url));
  mkdirSync(carpeta, { recursive: true });
  // The package unpacks into the system's temporary folder; give it one of ours.
  const temporal = process.env.TMPDIR;
  process.env.TMPDIR = carpeta;
  try {
    const { default: chromium, inflate } = await import("@sparticuz/chromium");
    const ruta = await chromium.executablePath();
    const paquete = fileURLToPath(import.meta.resolve("@sparticuz/chromium"));
    await inflate(join(paquete, "../../bin/al2023.tar.br"));
    const entorno = Object.fromEntries(
      Object.entries(process.env).filter((par): par is [string, string] => par[1] !== undefined),
    );
    return { ruta, bibliotecas: { ...entorno, LD_LIBRARY_PATH: join(carpeta, "al2023", "lib") } };
  } finally {
    if (temporal === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporal;
  }
}

/**
 * A browser to test with: CHROME_PATH, else a system Chrome or Chromium, else the npm package's.
 * BALDOSA_NAVEGADOR=npm asks for the last one. Without any the tests fail, and this says why.
 */
export async function buscarNavegador(): Promise<Navegador> {
  const pedido = process.env.CHROME_PATH;
  if (pedido) {
    if (!sePuedeEjecutar(pedido)) throw new Error(`CHROME_PATH no es un navegador: ${pedido}`);
    return { ruta: pedido };
  }
  if (process.env.BALDOSA_NAVEGADOR !== "npm")
    for (const lugar of LUGARES)
      for (const nombre of [...NOMBRES, ...EN_MAC])
        if (sePuedeEjecutar(join(lugar, nombre))) return { ruta: join(lugar, nombre) };
  try {
    return await delPaquete();
  } catch (causa) {
    throw new Error(
      "No hay navegador para las pruebas: instalá Chromium o Chrome, o poné su ruta en CHROME_PATH.",
      { cause: causa },
    );
  }
}
