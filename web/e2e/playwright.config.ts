import { defineConfig } from "@playwright/test";
import { buscarNavegador, OPCIONES } from "./soporte/navegador.ts";

const navegador = await buscarNavegador();

/**
 * Browser tests run against servers of their own (soporte/servidor.ts), on the demo municipality. Two workers: a test waits
 * almost as long as it works, and the smallest machine that this runs on has two cores.
 */
export default defineConfig({
  testDir: ".",
  testMatch: "**/*.test.ts",
  outputDir: "../../test-results/e2e",
  globalSetup: "./soporte/servidor.ts",
  workers: 2,
  // A busy machine can fail one that is right. What passes only at the second try is named at the end of `npm test`.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  use: {
    locale: "es-AR",
    timezoneId: "America/Argentina/Buenos_Aires",
    // A trace of every test costs a third of the run; `npx playwright test --trace on` makes one.
    trace: "off",
    // Requests that a service worker answers are out of reach of a test; those of it ask for it.
    serviceWorkers: "block",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: navegador.ruta,
      args: OPCIONES,
      ...(navegador.bibliotecas ? { env: navegador.bibliotecas } : {}),
    },
  },
});
