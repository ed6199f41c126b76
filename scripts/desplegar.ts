// `npm run deploy -- staging` (or production): migrations, Worker and site, then a look at
// /api/health; a deploy that does not answer is taken back. Used by .github/workflows/cd.yml.
import { spawnSync } from "node:child_process";
import { leerConfiguracion } from "./comun/configuracion.ts";

const AMBIENTES = ["staging", "production"] as const;
export type Ambiente = (typeof AMBIENTES)[number];

/** Everything a deploy reaches outside itself. `correr` gives back the output, or throws with it. */
export type Medios = {
  correr: (orden: string, argumentos: string[]) => string;
  /** Whether GET on the address answers 200 within its patience. */
  responde: (url: string) => Promise<boolean>;
  decir: (linea: string) => void;
};

export type Destino = {
  ambiente: Ambiente;
  url: string;
  baseDeDatos: string;
  /** Names the release, in Cloudflare and in Sentry. */
  version: string;
  sentry: boolean;
};

const PAQUETE = ".wrangler/paquete";
const SENTRY_CLI = "@sentry/cli@3.8.0";

/** What must be filled in before a first deploy; none when it may go ahead. */
export function faltas(destino: Destino, variables: Record<string, string | undefined>): string[] {
  const lista: string[] = [];
  for (const nombre of ["CLOUDFLARE_API_TOKEN", "CLOUDFLARE_ACCOUNT_ID"])
    if (!variables[nombre]) lista.push(`Falta el secreto ${nombre}.`);
  if (/^0{8}-/.test(destino.baseDeDatos))
    lista.push(`wrangler.toml: [[env.${destino.ambiente}.d1_databases]] tiene un id de ejemplo.`);
  if (/\bexample\b/.test(destino.url))
    lista.push(`wrangler.toml: [env.${destino.ambiente}.vars] APP_URL es de ejemplo.`);
  return lista;
}

/** The version that answers everybody now; undefined before the first deploy. */
function versionActual({ correr }: Medios, ambiente: Ambiente): string | undefined {
  try {
    const estado = JSON.parse(
      correr("wrangler", ["deployments", "status", "--json", "--env", ambiente]),
    );
    const versiones: { version_id: string; percentage: number }[] = estado.versions ?? [];
    return versiones.find(({ percentage }) => percentage === 100)?.version_id;
  } catch {
    return undefined;
  }
}

/**
 * Deploys and looks. Migrations go first, so a migration must suit the code that is still running.
 * @throws Error when a step fails, or when the new version does not answer (it was taken back then)
 */
export async function desplegar(destino: Destino, medios: Medios): Promise<void> {
  const { ambiente, url, version, sentry } = destino;
  const { correr, decir } = medios;
  const anterior = versionActual(medios, ambiente);
  decir(`Versión actual de ${ambiente}: ${anterior ?? "ninguna"}`);

  decir("Migraciones…");
  correr("wrangler", ["d1", "migrations", "apply", "DB", "--remote", "--env", ambiente]);

  decir("Worker y sitio…");
  const salida = `${PAQUETE}/${ambiente}`;
  const propios = ["--outdir", salida, "--tag", version.slice(0, 25), "--message", version];
  correr("wrangler", [
    "deploy",
    "--env",
    ambiente,
    ...propios,
    "--var",
    `SENTRY_RELEASE:${version}`,
  ]);

  if (sentry) {
    decir("Mapas de código a Sentry…");
    correr("npx", ["--yes", SENTRY_CLI, "releases", "new", version]);
    correr("npx", ["--yes", SENTRY_CLI, "sourcemaps", "upload", "--release", version, salida]);
    correr("npx", ["--yes", SENTRY_CLI, "deploys", "new", "--release", version, "-e", ambiente]);
  }

  decir(`Miro ${url}/api/health…`);
  if (await medios.responde(`${url}/api/health`)) {
    decir(`${ambiente} contesta con ${version}.`);
    return;
  }
  if (!anterior)
    throw new Error(`${ambiente} no contesta, y no hay versión anterior a la que volver.`);
  correr("wrangler", [
    "rollback",
    anterior,
    "--env",
    ambiente,
    "--yes",
    "--message",
    `${version} did not answer`,
  ]);
  throw new Error(
    `${ambiente} no contestaba con ${version}: volví a ${anterior}. Las migraciones quedaron; si hace falta: npm run db:rollback -- --remote --env ${ambiente}`,
  );
}

function correr(orden: string, argumentos: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(orden, argumentos, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, CI: "1", WRANGLER_SEND_METRICS: "false" },
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${orden} ${argumentos[0]} falló:\n${stdout}${stderr}`);
  return stdout;
}

/** Asks until it answers 200: a deploy takes some seconds to be everywhere. */
export async function responde(url: string, veces = 20, pausaMs = 3_000): Promise<boolean> {
  for (let i = 0; i < veces; i += 1) {
    try {
      const { status } = await fetch(url, { signal: AbortSignal.timeout(10_000) });
      if (status === 200) return true;
    } catch {
      // Not yet.
    }
    await new Promise((resolver) => setTimeout(resolver, pausaMs));
  }
  return false;
}

/** What wrangler.toml says of the environment. */
export function leerDestino(ambiente: Ambiente, variables: Record<string, string | undefined>) {
  const config = leerConfiguracion(ambiente);
  return {
    ambiente,
    url: (config.vars.APP_URL ?? "").replace(/\/+$/, ""),
    baseDeDatos: config.d1_databases[0]?.database_id ?? "",
    version: variables.RELEASE || correr("git", ["rev-parse", "HEAD"]).trim(),
    sentry: Boolean(variables.SENTRY_AUTH_TOKEN && variables.SENTRY_ORG),
  };
}

if (import.meta.main) {
  const ambiente = AMBIENTES.find((a) => a === process.argv[2]);
  try {
    if (!ambiente) throw new Error(`¿A dónde? npm run deploy -- ${AMBIENTES.join(" | ")}`);
    const destino = leerDestino(ambiente, process.env);
    const lista = faltas(destino, process.env);
    if (lista.length > 0) throw new Error(`${lista.join("\n")}\nVer docs/deploy.md.`);
    correr("vite", ["build", "--logLevel=warn"]);
    await desplegar(destino, { correr, responde, decir: console.log });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
