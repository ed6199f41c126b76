import { type Browser, test as base, expect } from "@playwright/test";

import { conDemo, levantarCon, type Servidor } from "./servidor.ts";

export {
  type APIRequestContext,
  type Browser,
  expect,
  type Page,
  request,
} from "@playwright/test";

/** How Chromium tells that the content security policy refused something. */
const VIOLACION = /Content Security Policy/;
/** Those of the test that runs. */
const violaciones: string[] = [];
const vigilados = new WeakSet<Browser>();

/** Listens in every window of this browser, whoever opens it. */
function vigilar(browser: Browser): void {
  if (vigilados.has(browser)) return;
  vigilados.add(browser);
  const abrir = browser.newContext.bind(browser);
  browser.newContext = async (opciones) => {
    const contexto = await abrir(opciones);
    contexto.on("console", (m) => {
      if (VIOLACION.test(m.text())) violaciones.push(m.text());
    });
    return contexto;
  };
}

/**
 * What every browser test does besides its own: the policy refuses nothing of a page of ours, and nobody stays sitting at a
 * screen after it. `alTerminar` is what was refused so far; `servidor`, the demo municipality of this worker alone.
 */
export const test = base.extend<{ alTerminar: string[] }, { servidor: Servidor }>({
  servidor: [
    async ({ playwright: _ }, usar) => {
      const servidor = await levantarCon(conDemo);
      process.env.BASE_URL = servidor.url;
      await usar(servidor);
      await servidor.cerrar();
    },
    { scope: "worker", auto: true, timeout: 120_000 },
  ],
  baseURL: ({ servidor }, usar) => usar(servidor.url),
  alTerminar: [
    async ({ browser }, usar) => {
      vigilar(browser);
      violaciones.length = 0;
      await usar(violaciones);
      expect(violaciones).toEqual([]);
      // Pages left open go on listening for news, and slow down all that follow.
      await Promise.all(browser.contexts().map((c) => c.close()));
    },
    { auto: true },
  ],
});
