import { chromium } from "@playwright/test";
import { buscarNavegador, OPCIONES } from "../../web/e2e/soporte/navegador.ts";
import { CONTRASENA, conocida } from "../demo/personas.ts";

/** From the first byte asked for to the desk that answers a key. */
export const TOPE_MS = 1000;
const VECES = 5;
const ANCHO_ALTO = { width: 1280, height: 800 };

/** In the page: notes when rows are painted, and when a key has put the focus on one of them. */
function anotarUso(): void {
  const marcas: Partial<Apertura> = {};
  Object.assign(globalThis, { marcas });
  const cuadro = () => {
    if (document.querySelector(".renglones [data-id]")) marcas.pintada ??= performance.now();
    if (document.querySelector(".renglones [data-id] a:focus")) marcas.usable = performance.now();
    else requestAnimationFrame(cuadro);
  };
  requestAnimationFrame(cuadro);
}

export type Apertura = { pintada: number; usable: number };

/** The desk as a supervisora opens it with nothing kept in the browser, each time in a new one. Milliseconds since navigation. */
export async function medirBandeja(url: URL): Promise<Apertura[]> {
  const navegador = await buscarNavegador();
  const chrome = await chromium.launch({
    executablePath: navegador.ruta,
    args: OPCIONES,
    ...(navegador.bibliotecas ? { env: navegador.bibliotecas } : {}),
  });
  try {
    const aperturas: Apertura[] = [];
    for (let i = 0; i < VECES; i += 1) {
      const contexto = await chrome.newContext({ viewport: ANCHO_ALTO, serviceWorkers: "block" });
      const ingreso = await contexto.request.post(new URL("/api/auth/login", url).href, {
        form: { username: conocida("supervisora").email, password: CONTRASENA },
      });
      if (!ingreso.ok()) throw new Error(`ingresar: ${ingreso.status()}`);
      const pagina = await contexto.newPage();
      await pagina.addInitScript(anotarUso);
      await pagina.goto(new URL("/gestion", url).href, { waitUntil: "commit" });
      await pagina.waitForFunction(
        () => (globalThis as never as { marcas: Partial<Apertura> }).marcas.pintada !== undefined,
        undefined,
        // A locator would look again after 20 ms, then 50, 100, 100, 500.
        { polling: "raf" },
      );
      let marcas: Partial<Apertura>;
      do {
        await pagina.keyboard.press("j");
        marcas = await pagina.evaluate(() => (globalThis as never as { marcas: Apertura }).marcas);
      } while (marcas.usable === undefined);
      aperturas.push(marcas as Apertura);
      await contexto.close();
    }
    return aperturas;
  } finally {
    await chrome.close();
  }
}

export const mediana = (valores: readonly number[]): number =>
  valores.toSorted((a, b) => a - b)[Math.floor(valores.length / 2)] ?? Number.NaN;
