import { spawnSync } from "node:child_process";

/** Which database: the local one, or that of an environment of wrangler.toml. */
export type Destino = {
  argumentos: string[];
  nombre: string;
  /** Where the local data are; null for an environment's. */
  carpeta: string | null;
};

/**
 * Reads `--remote --env X` or `--persist-to DIR` from the command line.
 * @throws Error when `--remote` comes without its environment, or a word is unknown
 */
export function destinoDe(palabras: string[]): Destino {
  let remoto = false;
  let ambiente: string | undefined;
  let carpeta = ".wrangler/state";
  for (let i = 0; i < palabras.length; i += 1) {
    const palabra = palabras[i];
    if (palabra === "--remote") remoto = true;
    else if (palabra === "--local") remoto = false;
    else if (palabra === "--env" && palabras[i + 1]) ambiente = palabras[++i];
    else if (palabra === "--persist-to" && palabras[i + 1]) carpeta = palabras[++i] ?? carpeta;
    else throw new Error(`No conozco «${palabra}». Hay: --remote --env X, --persist-to CARPETA`);
  }
  if (!remoto)
    return {
      argumentos: ["--local", "--persist-to", carpeta],
      nombre: `local (${carpeta})`,
      carpeta,
    };
  if (!ambiente) throw new Error("Con --remote decí cuál: --env staging o --env production");
  return { argumentos: ["--remote", "--env", ambiente], nombre: ambiente, carpeta: null };
}

/** Runs `wrangler d1 …`; gives back what it printed, throws with it when it fails. */
export function d1(argumentos: string[]): string {
  const { status, stdout, stderr } = spawnSync("wrangler", ["d1", ...argumentos], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, WRANGLER_SEND_METRICS: "false", WRANGLER_HIDE_BANNER: "true", CI: "1" },
  });
  if (status !== 0) throw new Error(`wrangler d1 ${argumentos[0]} no pudo:\n${stdout}${stderr}`);
  return stdout;
}

export type Aplicada = { name: string; applied_at: string };

/** What d1_migrations says was applied, oldest first; none on a database that never saw a migration. */
export function aplicadas({ argumentos }: Destino): Aplicada[] {
  const consultar = (sql: string): Record<string, string>[] =>
    JSON.parse(d1(["execute", "DB", ...argumentos, "--json", "--command", sql]))[0].results;
  const hay = consultar(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'd1_migrations'",
  );
  if (hay.length === 0) return [];
  return consultar("SELECT name, applied_at FROM d1_migrations ORDER BY id").map((fila) => ({
    name: fila.name ?? "",
    applied_at: fila.applied_at ?? "",
  }));
}
