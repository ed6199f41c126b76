import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createTestHarness } from "wrangler";
import { RAIZ } from "../comun/preparar.mjs";

const SIN_LIMITE = 1_000_000;

/** wrangler.toml with its limits lifted, so that one account may ask a thousand times, and its paths made whole. */
function configuracion(carpeta: string): string {
  const archivo = join(carpeta, "wrangler.toml");
  const texto = readFileSync(join(RAIZ, "wrangler.toml"), "utf8")
    .replace('main = "worker/index.ts"', `main = "${join(RAIZ, "worker/index.ts")}"`)
    .replace('directory = "dist"', `directory = "${join(RAIZ, "dist")}"`)
    .replaceAll('migrations_dir = "migrations"', `migrations_dir = "${join(RAIZ, "migrations")}"`)
    .replaceAll(`"./`, `"${RAIZ}/`)
    .replace(/simple = \{ limit = \d+/g, `simple = { limit = ${SIN_LIMITE}`);
  writeFileSync(archivo, texto);
  return archivo;
}

export type Motor = {
  url: URL;
  /** The bindings themselves, to put data in. */
  env: { DB: D1Database };
  apagar: () => Promise<void>;
};

/** The Worker on the runtime: `wrangler dev` puts a proxy before it that would be what one measures. */
export async function encender(carpeta: string): Promise<Motor> {
  const servidor = createTestHarness({
    root: RAIZ,
    workers: [
      {
        configPath: configuracion(carpeta),
        vars: { ENVIRONMENT: "development" },
        secrets: { BETTER_AUTH_SECRET: "a-secret-only-for-the-benchmark-0123456789" },
      },
    ],
  });
  const { url } = await servidor.listen();
  const env = (await servidor.getWorker().getEnv()) as Motor["env"];
  return { url, env, apagar: () => servidor.close() };
}
